"""Whoever reads everything at every moment learns nothing of votes that are not shown.

Two rooms go through the same steps, and differ only in what some people chose. As long as these may not
be told apart, everything that can be read is the same in both.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from assessment.services.session import hands, running, watching
from assessment.services.session.notes import notes_to_release
from assessment.session.states import SessionKey
from exchange.session.data import session_json
from reports.session.build import build
from reports.session.material import SessionMaterial
from reports.writers import html
from storage import SqlStore
from tests.support.builders import Clock
from tests.support.session.room import Room, a_room, a_step
from tests.support.workspace import tokens

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

RATE = a_step("rate", items=("MC-01",))
Votes = Sequence[str]


@pytest.fixture
def rooms(
    tmp_path: Any, open_sqlite: Callable[..., SqlStore], clock: Clock, catalogue: Catalogue
) -> Callable[..., tuple[Room, Room]]:
    """Open two rooms, each in a database of its own, in which ids and tokens are the same."""

    def open_both(*steps: Any, roles: Sequence[str]) -> tuple[Room, Room]:
        both = []
        for name in ("one", "other"):
            numbers = count(1)
            workspace = Workspace(
                store=open_sqlite(f"sqlite:///{tmp_path / name}.sqlite3"),
                current_catalogue=catalogue,
                now=clock,
                new_id=lambda numbers=numbers: f"id-{next(numbers)}",
                new_token=tokens(),
                new_login_token=tokens(43),
            )
            both.append(a_room(workspace, *steps, roles=roles))
        return both[0], both[1]

    return open_both


def readable(room: Room) -> list[str]:
    """Return everything that anybody but the voters themselves can read at this moment."""
    workspace, session = room.workspace, room.session
    with workspace.store.all_or_nothing():  # one transaction for all that is read
        material = SessionMaterial.of(workspace, session, "en")
        return [
            repr(html.write(build(material))),
            repr(session_json(material)),
            repr(watching.state_json(watching.pulse(workspace, room.id))),
            repr(watching.answering(workspace, session)),
            repr(room.outcome),
            repr(notes_to_release(workspace, room.keys.control)),
            repr(hands.hands_of(workspace, session)),
            repr(workspace.store.sessions.log(room.id)),
            repr([sorted(running.allowed(workspace, session, key)) for key in SessionKey]),
            repr(workspace.store.session_votes.counts(room.id)),
            repr(workspace.store.session_votes.changes(room.id)),
        ]


def hidden_from_store(lines: list[str]) -> list[str]:
    """Return what leaves the services: after Show, counts of small groups go no further than there."""
    return lines[:-2]


def walk(
    both: tuple[Room, Room], first: tuple[Votes, Votes], second: tuple[Votes, Votes]
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Take both rooms through a vote, a talk and a second vote; yield what can be read at each step."""

    doings = []
    for commands, votes in ((("start", "start"), first), (("talk", "vote_again"), second)):
        doings += [(command, None) for command in commands]
        doings += [(f"vote {n}", (n, votes)) for n in range(len(votes[0]))]
        doings += [("close", None), ("show", None)]
    for doing, vote in doings:
        for number, room in enumerate(both):
            if vote is None:
                room.run(doing)
            else:
                person, votes = vote
                room.vote(room.people[person], votes[number][person])
        yield doing, readable(both[0]), readable(both[1])


def test_before_show_nothing_differs_whatever_was_chosen(
    rooms: Callable[..., tuple[Room, Room]],
) -> None:
    both = rooms(RATE, roles=["mentor"] * 6)
    votes = ["0"] * 6, ["4", "3", "unknown", "declined", "not_applicable", "2"]
    moments = list(walk(both, votes, votes))

    shows = [n for n, (step, *_) in enumerate(moments) if step == "show"]
    assert [one == other for _, one, other in moments[: shows[0]]] == [True] * shows[0]
    assert moments[shows[0]][1] != moments[shows[0]][2]


@pytest.mark.parametrize(
    ("roles", "hidden"),
    [
        (["mentor"] * 6 + ["mentee"] * 3, range(6, 9)),
        (["mentor"] * 6 + ["mentee"] * 2 + ["partner"] * 2, range(6, 10)),
        (["mentor"] * 4, range(4)),
    ],
)
def test_of_groups_too_small_nothing_differs_ever(
    rooms: Callable[..., tuple[Room, Room]], roles: list[str], hidden: range
) -> None:
    both = rooms(RATE, roles=roles)
    for room in both:
        room.run("room", number=2)
    seen_by_all = ["2" if n not in hidden else "0" for n in range(len(roles))]
    other = ["2" if n not in hidden else "4" for n in range(len(roles))]
    if len(hidden) == len(roles):
        both[0].run("room", number=2)
        both[1].run("room", number=2)

    for step, one, two in walk(both, (seen_by_all, other), (other, seen_by_all)):
        assert hidden_from_store(one) == hidden_from_store(two), step


def test_a_role_that_grows_in_the_second_vote_gives_nobody_away(
    rooms: Callable[..., tuple[Room, Room]],
) -> None:
    """Four mentees and three partners are one pool; then a fifth mentee comes."""
    both = rooms(RATE, roles=["mentee"] * 4 + ["partner"] * 3)
    one_vote = ["1"] * 4 + ["3", "3", "0"]
    other_vote = ["1", "1", "3", "3", "1", "1", "0"]
    for room, votes in zip(both, (one_vote, other_vote), strict=True):
        room.run_all("start", "start")
        room.vote_all(votes)
        room.run_all("close", "show")
        room.join("mentee")
        room.run("vote_again")
        room.vote_all([*votes, "2"])
        room.run_all("close", "show")

    assert hidden_from_store(readable(both[0])) == hidden_from_store(readable(both[1]))


def test_hands_that_everybody_saw_uncover_no_phones(
    rooms: Callable[..., tuple[Room, Room]],
) -> None:
    """Three phones and four hands are seven mentors; the hands were seen, so the phones stay hidden."""
    both = rooms(RATE, roles=["mentor"] * 3 + ["mentee"] * 6)
    for room, few in zip(both, ("0", "4"), strict=True):
        room.run("room", number=4)
        room.run_all("start", "start")
        room.vote_all([few] * 3 + ["2"] * 6)
        room.run("close")
        room.hands("mentor", {"3": 4})
        room.run("show")

    assert hidden_from_store(readable(both[0])) == hidden_from_store(readable(both[1]))


def test_who_changed_is_told_by_nothing_when_they_were_few(
    rooms: Callable[..., tuple[Room, Room]],
) -> None:
    """Two people who change places: the bars are the same, and that somebody changed is not said."""
    both = rooms(RATE, roles=["mentor"] * 8)
    first = ["1", "3"] * 4
    swapped = ["3", "1", *first[2:]]
    moments = list(walk(both, (first, first), (first, swapped)))

    assert hidden_from_store(moments[-1][1]) == hidden_from_store(moments[-1][2])
    result = both[1].outcome.items[0]
    assert result.changed is None
    assert replace(result, changed=1) != result
