"""Hands counted in the room."""

from dataclasses import replace

import pytest

from assessment.errors import SessionRefused, StaleWrite
from assessment.session.states import Command, SessionPhase, Turn
from assessment.session.voting.hands import HandCount
from assessment.store import Store
from tests.support.session.rows import a_running_session, closed, moved, shown

THREE = HandCount("rate", "MC-01", Turn.FIRST, "choice", "mentor", "3", 4)
NONE = replace(THREE, choice="2", count=0)
MENTEE = replace(THREE, role="mentee")


def test_hands_are_set_and_never_added(store: Store) -> None:
    a_running_session(store)
    session = store.session_hands.set(closed(store), [THREE, NONE, MENTEE])
    corrected = replace(THREE, choice="1", count=5)

    again = store.session_hands.set(session, [corrected])
    store.session_hands.set(again, [corrected])

    assert store.session_hands.all("S1") == [MENTEE, corrected]
    assert store.sessions.get("S1").version == session.version + 2


def test_hands_of_an_older_version_are_refused(store: Store) -> None:
    a_running_session(store)
    session = closed(store)
    store.session_hands.set(session, [THREE])

    with pytest.raises(StaleWrite):
        store.session_hands.set(session, [MENTEE])

    assert store.session_hands.all("S1") == [THREE]


@pytest.mark.parametrize(
    ("hand", "reason"),
    [
        (replace(THREE, item="MC-03"), "moved_on"),
        (replace(THREE, step="judge"), "moved_on"),
        (replace(THREE, turn=Turn.SECOND), "moved_on"),
    ],
)
def test_hands_are_of_the_vote_that_was_just_closed(
    store: Store, hand: HandCount, reason: str
) -> None:
    a_running_session(store)
    session = closed(store)

    with pytest.raises(SessionRefused, match=reason):
        store.session_hands.set(session, [hand])

    assert store.sessions.get("S1") == session


def test_hands_are_typed_in_before_the_vote_is_shown(store: Store) -> None:
    a_running_session(store)
    with pytest.raises(SessionRefused, match="phase"):
        store.session_hands.set(store.sessions.get("S1"), [THREE])
    shown(store)
    back = moved(store, Command.ITEM, phase=SessionPhase.CLOSED)

    with pytest.raises(SessionRefused, match="shown"):
        store.session_hands.set(back, [THREE])

    assert store.session_hands.all("S1") == []
