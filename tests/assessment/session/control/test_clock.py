"""The clock of a session."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.session.control.clock import (
    PlannedStep,
    ask_again_after,
    behind,
    seconds_left,
    timetable,
)
from assessment.session.states import SessionPhase, SessionState
from tests.support.builders import NOW
from tests.support.session.room import a_script, a_session, a_step

SCRIPT = a_script(a_step("welcome", minutes=5), a_step("rate", minutes=10))
RATING = a_session(script=SCRIPT, started_at=NOW, step="rate")


def after(**duration: float) -> timedelta:
    return timedelta(**duration)


def test_every_step_has_its_time() -> None:
    assert timetable(SCRIPT, NOW) == (
        PlannedStep("welcome", NOW, NOW + after(minutes=5)),
        PlannedStep("rate", NOW + after(minutes=5), NOW + after(minutes=15)),
    )


@pytest.mark.parametrize(("minute", "late"), [(2, -3), (5, 0), (12, 0), (15, 0), (19, 4)])
def test_one_is_late_past_the_end_of_a_step_and_early_before_its_beginning(
    minute: int, late: int
) -> None:
    assert behind(RATING, NOW + after(minutes=minute)) == after(minutes=late)


def test_before_the_first_step_nobody_is_late() -> None:
    assert behind(a_session(), NOW) == after()
    assert behind(replace(RATING, step=""), NOW) == after()


def test_a_countdown_never_goes_below_zero_and_stands_still_in_a_pause() -> None:
    talking = replace(RATING, until=NOW + after(seconds=90))

    assert seconds_left(RATING, NOW) is None
    assert seconds_left(talking, NOW + after(seconds=30)) == 60
    assert seconds_left(talking, NOW + after(hours=1)) == 0
    assert seconds_left(replace(talking, paused_at=NOW), NOW + after(hours=1)) == 90


def test_pages_ask_soon_when_something_is_about_to_come() -> None:
    running = SessionState.RUNNING

    assert ask_again_after(running, SessionPhase.CLOSED) == 1_000
    assert ask_again_after(running, SessionPhase.VOTING) == 1_500
    assert ask_again_after(running, SessionPhase.TALKING) == 4_000
    assert ask_again_after(SessionState.LOBBY, SessionPhase.READY) == 1_500
    assert ask_again_after(SessionState.PAUSED, SessionPhase.VOTING) == 15_000
