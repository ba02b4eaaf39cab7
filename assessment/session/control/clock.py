"""The clock of a session: what was planned, where it stands, and how much time is left."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assessment.session.group_session import GroupSession
from assessment.session.script import Script
from assessment.session.states import SessionPhase, SessionState

# how soon a page should ask again, in milliseconds
SOON, NORMAL, CALM, PAUSE = 1_000, 1_500, 4_000, 15_000
_ASK_AGAIN = {
    SessionPhase.CLOSED: SOON,
    SessionPhase.TALKING: CALM,
    SessionPhase.AGREED: CALM,
}


@dataclass(frozen=True)
class PlannedStep:
    """When a step should begin and end."""

    step: str
    begins: datetime
    ends: datetime


def timetable(script: Script, begins: datetime) -> tuple[PlannedStep, ...]:
    """Return when every step should begin and end when the first one begins then."""
    planned, at = [], begins
    for step in script.steps:
        ends = at + timedelta(minutes=step.minutes)
        planned.append(PlannedStep(step.id, at, ends))
        at = ends
    return tuple(planned)


def behind(session: GroupSession, now: datetime) -> timedelta:
    """Return how much later it is than planned for the present step; negative: there is time left.

    A session that is within its step's minutes is neither late nor early.
    """
    if session.started_at is None:
        return timedelta()
    for planned in timetable(session.script, session.started_at):
        if planned.step == session.step:
            return now - min(max(now, planned.begins), planned.ends)
    return timedelta()


def seconds_left(session: GroupSession, now: datetime) -> int | None:
    """Return what is left of the countdown, None while none runs. It stands still in a pause."""
    if session.until is None:
        return None
    return max(0, round((session.until - (session.paused_at or now)).total_seconds()))


def ask_again_after(state: SessionState, phase: SessionPhase) -> int:
    """Return after how many milliseconds a page should ask again."""
    if state in (SessionState.PAUSED, SessionState.ENDED, SessionState.DRAFT):
        return PAUSE
    return NORMAL if state is SessionState.LOBBY else _ASK_AGAIN.get(phase, NORMAL)
