"""Hands typed in for a role."""

import pytest

from assessment.errors import InvalidInput, SessionRefused, StaleWrite
from assessment.services.context import Workspace
from assessment.services.session import hands
from tests.support.session.room import Room, a_room, a_step

RATE = a_step("rate", items=("MC-01",))


@pytest.fixture
def room(workspace: Workspace) -> Room:
    opened = a_room(workspace, RATE, roles=["mentor"] * 6)
    opened.run_all("start", "start")
    opened.vote_all(["3"] * 6)
    opened.run("close")
    return opened


def test_hands_that_are_corrected_replace_what_was_typed(room: Room) -> None:
    room.hands("mentee", {"1": 9})
    room.hands("mentee", {"1": 5, "unknown": 1})
    assert [hand.count for hand in hands.hands_of(room.workspace, room.session)] == [5, 1]

    room.run("show")

    (result,) = room.outcome.items
    assert result.first["choice"].voices["mentee"].bins == (0, 5, 0, 0, 0, 0, 1, 0)
    assert result.first["choice"].together.by_hand == 6


def test_a_room_without_phones_votes_by_hand(workspace: Workspace) -> None:
    room = a_room(workspace, RATE)
    room.run("room", number=14)
    room.run_all("start", "start", "close")
    room.hands("mentor", {"2": 10, "4": 4})
    room.run("show")

    assert room.outcome.items[0].first["choice"].together.n == 14
    assert room.outcome.people == 14


def test_hands_are_typed_by_who_may_and_saw_the_newest_version(room: Room) -> None:
    old = room.session.version
    room.hands("mentee", {"1": 5})

    def typed(key: str, role: str = "mentee", version: int | None = None) -> None:
        counts = {("choice", "1"): 6}
        seen = room.session.version if version is None else version
        hands.set_hands(room.workspace, key, "MC-01", role, counts, seen)

    with pytest.raises(StaleWrite):
        typed(room.keys.helper, version=old)
    with pytest.raises(SessionRefused, match="key"):
        typed(room.keys.screen)
    with pytest.raises(InvalidInput):
        typed(room.keys.control, role="director")
    typed(room.keys.helper)
    assert hands.hands_of(room.workspace, room.session)[0].count == 6


def test_before_the_first_step_there_is_nothing_to_raise_a_hand_for(workspace: Workspace) -> None:
    with pytest.raises(SessionRefused, match="step"):
        a_room(workspace, RATE).hands("mentor", {"1": 2}, item="MC-01")
