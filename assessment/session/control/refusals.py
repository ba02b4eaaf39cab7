"""Why a session refuses a command: pure, so that every order of commands can be tried."""

from collections.abc import Callable, Mapping

from assessment.session.control.orders import (
    Moment,
    Order,
    again_items,
    first_items,
    following,
    marks_of,
    step_of,
)
from assessment.session.group_session import GroupSession
from assessment.session.script import VOTED_ONCE
from assessment.session.states import (
    CONTROL_ONLY,
    OPEN_PHASES,
    Command,
    SessionKey,
    SessionPhase,
    SessionState,
    Turn,
)

MAX_EXTRA = 60  # minutes at once
MAX_WITHOUT_PHONE = 1_000

S, P = SessionState, SessionPhase
_ANY = (S.LOBBY, S.RUNNING, S.PAUSED)
STATES: Mapping[Command, tuple[SessionState, ...]] = {
    Command.START: (S.DRAFT, S.LOBBY, S.RUNNING),
    Command.RESUME: (S.PAUSED,),
    Command.BACK: (S.RUNNING, S.PAUSED),
    Command.ROOM: _ANY,
    Command.CHANGE_SCRIPT: _ANY,
    Command.END: _ANY,
}
_TOLD = (P.SHOWN, P.TALKING, P.SHOWN_AGAIN, P.AGREED)
PHASES: Mapping[Command, tuple[SessionPhase, ...]] = {
    Command.START: (P.READY, P.TALKING),
    Command.CLOSE: OPEN_PHASES,
    Command.SHOW: (P.CLOSED,),
    Command.TALK: (P.READY, *_TOLD),
    Command.VOTE_AGAIN: (P.SHOWN, P.TALKING),
    Command.AGREE: (P.READY, *_TOLD),
    Command.ITEM: (P.READY, *_TOLD),
    Command.NEXT: (P.READY, P.CLOSED, *_TOLD),
}


def why_not(session: GroupSession, order: Order, key: SessionKey, moment: Moment) -> str | None:
    """Return why a command is refused, None when it is not."""
    command = order.command
    if key is SessionKey.SCREEN or (key is SessionKey.HELPER and command in CONTROL_ONLY):
        return "key"
    if session.state not in STATES.get(command, (S.RUNNING,)):
        return "ended" if session.state is S.ENDED else "state"
    is_begin = command is Command.START and session.state in (S.DRAFT, S.LOBBY)
    if not is_begin and session.phase not in PHASES.get(command, tuple(P)):
        return "phase"
    check = _CHECKS.get(command)
    return None if is_begin or check is None else check(session, order, moment)


def is_too_few(session: GroupSession, moment: Moment) -> bool:
    """Return whether there are too few people in the room for a vote."""
    return moment.people + session.without_phone < session.threshold


def _check_start(session: GroupSession, _order: Order, moment: Moment) -> str | None:
    step = step_of(session)
    if not step.has_vote:
        return None if session.phase is P.READY else "phase"
    if any(mark in moment.shown for mark in marks_of(step, first_items(session, step), Turn.FIRST)):
        return "shown"
    return "too_few" if is_too_few(session, moment) else None


def _check_again(session: GroupSession, order: Order, moment: Moment) -> str | None:
    step = step_of(session)
    if step.kind in VOTED_ONCE or not step.has_vote:
        return "step"
    if (fault := _check_item(session, order, moment)) is not None:
        return fault
    items = again_items(session, order, moment)
    if not items:
        return "item"
    first = step.on_the_table if step.takes_notes else items
    if not set(marks_of(step, first, Turn.FIRST)) <= moment.shown:
        return "not_shown"
    if any(mark in moment.shown for mark in marks_of(step, items, Turn.SECOND)):
        return "shown"
    return "too_few" if is_too_few(session, moment) else None


def _check_item(session: GroupSession, order: Order, _moment: Moment) -> str | None:
    step = step_of(session)
    allowed = ("", *step.on_the_table) if step.is_whole else step.on_the_table
    return None if order.item is None or order.item in allowed else "item"


def _check_next(session: GroupSession, _order: Order, _moment: Moment) -> str | None:
    return None if following(session) is not None else "last_step"


def _check_minutes(_session: GroupSession, order: Order, _moment: Moment) -> str | None:
    return None if 1 <= order.minutes <= MAX_EXTRA else "minutes"


def _check_room(_session: GroupSession, order: Order, _moment: Moment) -> str | None:
    return None if 0 <= order.number <= MAX_WITHOUT_PHONE else "number"


def _check_script(session: GroupSession, order: Order, moment: Moment) -> str | None:
    """A script changes after the present step and what was shown: what was done stays as it was."""
    script = order.script
    if script is None:
        return "script"
    reached = {session.step, *(mark.step for mark in moment.shown)}
    done = session.script.steps[: max(map(session.script.place, reached)) + 1]
    return None if script.steps[: len(done)] == done else "script"


_CHECKS: Mapping[Command, Callable[[GroupSession, Order, Moment], str | None]] = {
    Command.START: _check_start,
    Command.TALK: _check_item,
    Command.AGREE: _check_item,
    Command.ITEM: _check_item,
    Command.VOTE_AGAIN: _check_again,
    Command.NEXT: _check_next,
    Command.EXTRA_TIME: _check_minutes,
    Command.ROOM: _check_room,
    Command.CHANGE_SCRIPT: _check_script,
}
