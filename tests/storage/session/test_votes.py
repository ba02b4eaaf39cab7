"""Votes: taken while the vote is open, counted when shown."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput, NotFound, SessionRefused, StaleWrite
from assessment.session.script import StepKind
from assessment.session.states import Command, SessionPhase, SessionState, Turn
from assessment.session.voting.votes import ChangeCount, ShownMark, VoteCount
from assessment.store import Store
from tests.support.session.rows import (
    a_person,
    a_running_session,
    a_vote,
    closed,
    moved,
    shown,
    voting_again,
    voting_on,
)


@pytest.fixture
def room(store: Store) -> Store:
    """A store with session S1 that votes on MC-01, and six mentors in it."""
    a_running_session(store)
    for number in range(6):
        store.session_people.join(a_person(f"R{number}"))
    return store


def test_a_vote_may_be_changed_while_it_is_open_and_never_over_another(room: Store) -> None:
    first = room.session_votes.save(a_vote())
    assert room.session_votes.save(a_vote()) == first

    changed = room.session_votes.save(replace(first, choice="1"))

    with pytest.raises(StaleWrite) as caught:
        room.session_votes.save(replace(first, choice="4"))
    assert caught.value.current == changed == a_vote(choice="1", version=2)
    with pytest.raises(StaleWrite) as caught:
        room.session_votes.save(a_vote("R2", version=3))
    assert caught.value.current == a_vote("R2", "")


def test_what_cannot_be_chosen_and_nobody_at_all_are_refused(room: Store) -> None:
    with pytest.raises(InvalidInput):
        room.session_votes.save(a_vote(choice="9"))
    with pytest.raises(NotFound):
        room.session_votes.save(a_vote("R9"))


@pytest.mark.parametrize(
    ("command", "fields", "reason"),
    [
        (Command.CLOSE, {"phase": SessionPhase.CLOSED}, "closed"),
        (Command.PAUSE, {"state": SessionState.PAUSED}, "paused"),
        (Command.NEXT, {"step": "thesis", "item": "TH-01"}, "moved_on"),
        (Command.END, {"state": SessionState.ENDED}, "ended"),
    ],
)
def test_a_vote_too_late_is_refused_and_nothing_is_saved(
    room: Store, command: Command, fields: dict[str, object], reason: str
) -> None:
    moved(room, command, **fields)

    with pytest.raises(SessionRefused) as caught:
        room.session_votes.save(a_vote())

    assert caught.value.reason == reason
    assert room.session_votes.of("R1") == []


def test_a_step_that_is_not_there_takes_no_vote(room: Store) -> None:
    moved(room, Command.NEXT, step="gone")

    with pytest.raises(SessionRefused, match="moved_on"):
        room.session_votes.save(a_vote(step="gone"))


def test_nothing_is_counted_before_it_is_shown(room: Store) -> None:
    for number in range(6):
        room.session_votes.save(a_vote(f"R{number}", str(number % 2)))
    assert room.session_votes.counts("S1") == []
    closed(room)
    assert room.session_votes.counts("S1") == []

    room.sessions.get("S1")
    moved(room, Command.NEXT, phase=SessionPhase.VOTING)
    shown(room)

    where = ("rate", "MC-01", Turn.FIRST, "choice", "mentor")
    assert room.session_votes.counts("S1") == [VoteCount(*where, "0", 3), VoteCount(*where, "1", 3)]


def test_a_second_vote_stands_beside_the_first_and_changes_are_counted(room: Store) -> None:
    for number in range(6):
        room.session_votes.save(a_vote(f"R{number}", "1"))
    shown(room)
    voting_again(room)
    for number in range(5):
        choice = "1" if number < 2 else "3"
        room.session_votes.save(a_vote(f"R{number}", choice, turn=Turn.SECOND))
    assert room.session_votes.changes("S1") == []

    shown(room)

    assert room.session_votes.changes("S1") == [ChangeCount("rate", "MC-01", "mentor", 5, 3)]
    assert [v.choice for v in room.session_votes.of("R3")] == ["1", "3"]
    assert room.session_votes.of("R3", "judge") == []


def test_a_vote_that_was_withdrawn_counts_for_nothing(room: Store) -> None:
    given = room.session_votes.save(a_vote())
    room.session_votes.save(replace(given, choice=""))

    assert room.session_votes.answered("S1") == {}
    shown(room)
    assert room.session_votes.counts("S1") == []


def test_from_many_one_chooses_three_and_is_counted_among_all_who_chose(room: Store) -> None:
    items = tuple(f"note-{number}" for number in range(4))
    voting_on(room, "missing", phase=SessionPhase.VOTING_AGAIN, turn=Turn.SECOND, open_items=items)

    def pick(person: str, item: str, choice: str = "pick", version: int = 0) -> None:
        vote = a_vote(person, choice, step="missing", item=item, turn=Turn.SECOND, version=version)
        room.session_votes.save(vote)

    for number in range(3):
        pick("R1", items[number])
    with pytest.raises(SessionRefused, match="too_many"):
        pick("R1", items[3])
    pick("R1", items[0])
    pick("R1", items[0], "", 1)
    pick("R1", items[3])
    pick("R2", items[3])
    assert room.session_votes.answered("S1") == {"mentor": 2}

    shown(room)

    counts = {(v.item, v.choice): v.number for v in room.session_votes.counts("S1")}
    assert counts == {
        ("note-0", "pass"): 2,
        ("note-1", "pick"): 1,
        ("note-1", "pass"): 1,
        ("note-2", "pick"): 1,
        ("note-2", "pass"): 1,
        ("note-3", "pick"): 2,
    }


def test_judging_counts_both_its_questions(store: Store) -> None:
    a_running_session(store)
    store.session_people.join(a_person())
    session = store.sessions.get("S1")
    step = session.script.steps[0].model_copy(update={"kind": StepKind.JUDGE})
    script = session.script.model_copy(update={"steps": (step,)})
    store.sessions.save(replace(session, script=script))

    store.session_votes.save(a_vote(choice="partly", need="desirable"))
    shown(store)

    found = {(v.question, v.choice): v.number for v in store.session_votes.counts("S1")}
    assert found == {("choice", "partly"): 1, ("need", "desirable"): 1}
    assert store.sessions.shown("S1") == {ShownMark("rate", "MC-01", Turn.FIRST)}
