"""Joining a session."""

import pytest

from assessment.errors import InvalidInput, NotFound, SessionRefused
from assessment.services.context import Workspace
from assessment.services.session import joining
from assessment.services.session.entering import by_person
from tests.support.session.room import a_room, a_step

RATE = a_step("rate", items=("MC-01",))


def test_somebody_joins_in_a_role_that_is_asked(workspace: Workspace) -> None:
    room = a_room(workspace)

    (joined,) = room.join("mentor")

    assert joined.person.role == "mentor"
    assert len(joined.phrase.split()) == 4
    assert joined.token not in str(joined.person)
    with pytest.raises(InvalidInput):
        room.join("director")


def test_four_words_bring_somebody_back_as_the_same_person(workspace: Workspace) -> None:
    room = a_room(workspace, RATE, roles=["mentor"] * 5)
    room.run_all("start", "start")
    first = room.people[0]
    room.vote(first, "3")

    again = joining.rejoin(workspace, room.session, first.phrase.upper(), "en")

    assert again.person.id == first.person.id
    with pytest.raises(NotFound):
        by_person(workspace, first.token)
    assert by_person(workspace, again.token).person == again.person
    assert room.vote(again, "4", version=1).choice == "4"
    for wrong in (first.phrase, "een twee drie vier"):
        with pytest.raises(NotFound):
            joining.rejoin(workspace, room.session, wrong, "nl")


def test_who_begins_anew_is_counted_once(workspace: Workspace) -> None:
    room = a_room(workspace, RATE, roles=["mentor"] * 5)
    room.run_all("start", "start")
    room.vote_all(["3"] * 5)

    joining.leave(workspace, room.people[0].person)
    (anew,) = room.join("mentor")
    room.vote(anew, "1")
    room.run_all("close", "show")

    (result,) = room.outcome.items
    assert result.first["choice"].together.bins[:5] == (0, 1, 0, 4, 0)
    with pytest.raises(SessionRefused):
        room.vote(room.people[0], "3")


def test_a_late_joiner_lands_in_the_present_step(workspace: Workspace) -> None:
    room = a_room(workspace, RATE, roles=["mentor"] * 5)
    room.run_all("start", "start")

    (late,) = room.join("mentee")

    assert room.vote(late, "2").choice == "2"


@pytest.mark.parametrize("table", [0, 201])
def test_a_table_has_a_number(workspace: Workspace, table: int) -> None:
    (joined,) = a_room(workspace).join("mentor")

    assert joining.take_table(workspace, joined.person, 7).table == 7
    assert joining.take_table(workspace, joined.person, None).table is None
    with pytest.raises(InvalidInput):
        joining.take_table(workspace, joined.person, table)
