"""One step back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import SessionRefused
from assessment.session.control.log import entry_of, is_sealed, restored
from assessment.session.control.orders import Moment
from assessment.session.states import (
    Command,
    SessionKey,
    SessionPhase,
    SessionState,
    TalkForm,
    Turn,
)
from assessment.session.voting.votes import ShownMark
from tests.support.builders import NOW
from tests.support.session.room import a_session

VOTING = a_session(
    state=SessionState.RUNNING,
    step="rate",
    item="MC-01",
    phase=SessionPhase.VOTING,
    open_items=("MC-01",),
    until=NOW,
    version=7,
)
MOMENT = Moment(NOW)


def test_going_back_restores_how_things_stood() -> None:
    entry = entry_of(VOTING, SessionKey.HELPER, Command.CLOSE)
    later = replace(
        VOTING,
        phase=SessionPhase.TALKING,
        talk=TalkForm.PAIRS,
        item="MC-03",
        turn=Turn.SECOND,
        open_items=(),
        until=NOW + timedelta(minutes=2),
        paused_at=NOW,
        without_phone=4,
        version=8,
    )

    earlier = restored(later, entry, MOMENT)

    assert earlier == replace(VOTING, without_phone=4, version=8)
    assert (entry.by, entry.command, entry.version) == ("helper", "close", 7)


def test_what_was_shown_is_not_opened_again() -> None:
    entry = entry_of(VOTING, SessionKey.CONTROL, Command.CLOSE)
    shown = replace(MOMENT, shown=frozenset({ShownMark("rate", "MC-01", Turn.FIRST)}))

    assert is_sealed(VOTING, entry, shown)
    with pytest.raises(SessionRefused, match="shown"):
        restored(VOTING, entry, shown)


def test_before_show_a_vote_may_be_opened_again() -> None:
    closed = replace(VOTING, phase=SessionPhase.CLOSED)
    other = replace(MOMENT, shown=frozenset({ShownMark("rate", "MC-03", Turn.FIRST)}))

    assert not is_sealed(closed, entry_of(VOTING, SessionKey.CONTROL, Command.CLOSE), other)
    assert not is_sealed(VOTING, entry_of(closed, SessionKey.CONTROL, Command.SHOW), MOMENT)
