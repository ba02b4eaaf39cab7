"""What a command makes of a session: pure, so that every order of commands can be tried."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from assessment.errors import SessionRefused
from assessment.session.group_session import GroupSession
from assessment.session.script import VOTED_ONCE, Script, SessionStep, StepKind, checked_script
from assessment.session.states import (
    CONTROL_ONLY,
    OPEN_PHASES,
    Command,
    SessionKey,
    SessionPhase,
    SessionState,
    TalkForm,
    Turn,
)
from assessment.session.votes import ShownMark

MAX_EXTRA = 60  # minutes at once
MAX_WITHOUT_PHONE = 1_000

S, P = SessionState, SessionPhase
_ANY = (S.LOBBY, S.RUNNING, S.PAUSED)
STATES: Mapping[Command, tuple[SessionState, ...]] = {
    Command.START: (S.LOBBY, S.RUNNING),
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


@dataclass(frozen=True)
class Order:
    """A command with what it needs. `item`: which item of the step it is about, where one chooses."""

    command: Command
    item: str | None = None
    talk: TalkForm | None = None
    minutes: int = 0
    number: int = 0  # people without a phone
    script: Script | None = None


@dataclass(frozen=True)
class Moment:
    """What a command looks at beside the session itself."""

    now: datetime
    people: int = 0  # with a phone, who are present
    shown: frozenset[ShownMark] = frozenset()
    agreed: frozenset[tuple[str, str]] = frozenset()  # step and item
    picks: tuple[str, ...] = ()  # what can be chosen from at a step that collects


@dataclass(frozen=True)
class Change:
    """What comes of a command: the session as it then is, and the votes that were shown by it."""

    session: GroupSession
    shown: tuple[ShownMark, ...] = field(default=())


def why_not(session: GroupSession, order: Order, key: SessionKey, moment: Moment) -> str | None:
    """Return why a command is refused, None when it is not."""
    command = order.command
    if key is SessionKey.SCREEN or (key is SessionKey.HELPER and command in CONTROL_ONLY):
        return "key"
    if session.state not in STATES.get(command, (S.RUNNING,)):
        return "ended" if session.state is S.ENDED else "state"
    is_begin = command is Command.START and session.state is S.LOBBY
    if not is_begin and session.phase not in PHASES.get(command, tuple(P)):
        return "phase"
    check = _CHECKS.get(command)
    return None if is_begin or check is None else check(session, order, moment)


def is_too_few(session: GroupSession, moment: Moment) -> bool:
    """Return whether there are too few people in the room for a vote."""
    return moment.people + session.without_phone < session.threshold


def _check_start(session: GroupSession, _order: Order, moment: Moment) -> str | None:
    step = _step(session)
    if not step.has_vote:
        return None if session.phase is P.READY else "phase"
    if any(mark in moment.shown for mark in _marks(step, _first_items(session, step), Turn.FIRST)):
        return "shown"
    return "too_few" if is_too_few(session, moment) else None


def _check_again(session: GroupSession, order: Order, moment: Moment) -> str | None:
    step = _step(session)
    if step.kind in VOTED_ONCE or not step.has_vote:
        return "step"
    if (fault := _check_item(session, order, moment)) is not None:
        return fault
    items = _again_items(session, order, moment)
    if not items:
        return "item"
    first = step.on_the_table if step.takes_notes else items
    if not set(_marks(step, first, Turn.FIRST)) <= moment.shown:
        return "not_shown"
    if any(mark in moment.shown for mark in _marks(step, items, Turn.SECOND)):
        return "shown"
    return "too_few" if is_too_few(session, moment) else None


def _check_item(session: GroupSession, order: Order, _moment: Moment) -> str | None:
    step = _step(session)
    allowed = ("", *step.on_the_table) if step.is_whole else step.on_the_table
    return None if order.item is None or order.item in allowed else "item"


def _check_next(session: GroupSession, _order: Order, _moment: Moment) -> str | None:
    return None if _following(session) is not None else "last_step"


def _check_minutes(_session: GroupSession, order: Order, _moment: Moment) -> str | None:
    return None if 1 <= order.minutes <= MAX_EXTRA else "minutes"


def _check_room(_session: GroupSession, order: Order, _moment: Moment) -> str | None:
    return None if 0 <= order.number <= MAX_WITHOUT_PHONE else "number"


def _check_script(session: GroupSession, order: Order, _moment: Moment) -> str | None:
    """A script changes from the step after the present one on: what was done stays what it was."""
    script = order.script
    if script is None:
        return "script"
    done = session.script.steps[: session.script.place(session.step) + 1]
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


def changed(session: GroupSession, order: Order, key: SessionKey, moment: Moment) -> Change:
    """Return what a command makes of a session. Raises SessionRefused, InvalidInput for a script.

    Going back is no matter of the session alone: `log` does it.
    """
    reason = why_not(session, order, key, moment)
    if reason is not None:
        raise SessionRefused(reason)
    if order.command is Command.SHOW:
        return _show(session, moment)
    return Change(_MAKERS[order.command](session, order, moment))


def _start(session: GroupSession, _order: Order, moment: Moment) -> GroupSession:
    if session.state is S.LOBBY:
        first = session.script.steps[0]
        begun = replace(session, state=S.RUNNING, started_at=session.started_at or moment.now)
        return _put(begun, first, _first_item(first), moment)
    step = _step(session)
    if not step.has_vote:
        return _talk(session, Order(Command.TALK), moment)
    until = moment.now + timedelta(minutes=step.minutes_to_vote())
    items = _first_items(session, step)
    return replace(
        session, phase=P.VOTING, turn=Turn.FIRST, open_items=items, until=until, talk=None
    )


def _close(session: GroupSession, _order: Order, _moment: Moment) -> GroupSession:
    return replace(session, phase=P.CLOSED, until=None)


def _show(session: GroupSession, _moment: Moment) -> Change:
    phase = P.SHOWN if session.turn is Turn.FIRST else P.SHOWN_AGAIN
    marks = _marks(_step(session), session.open_items, session.turn)
    return Change(replace(session, phase=phase, until=None), marks)


def _talk(session: GroupSession, order: Order, moment: Moment) -> GroupSession:
    form = order.talk or TalkForm.PLENARY
    minutes = order.minutes or _step(session).minutes_to_talk(form)
    return replace(
        session,
        item=session.item if order.item is None else order.item,
        phase=P.TALKING,
        talk=form,
        until=moment.now + timedelta(minutes=minutes),
    )


def _again(session: GroupSession, order: Order, moment: Moment) -> GroupSession:
    step = _step(session)
    items = _again_items(session, order, moment)
    minutes = step.minutes if step.is_whole and len(items) > 1 else step.vote_minutes or 1
    return replace(
        session,
        item=session.item if order.item is None else order.item,
        phase=P.VOTING_AGAIN,
        turn=Turn.SECOND,
        open_items=items,
        until=moment.now + timedelta(minutes=minutes),
        talk=None,
    )


def _agree(session: GroupSession, order: Order, _moment: Moment) -> GroupSession:
    item = session.item if order.item is None else order.item
    return replace(session, item=item, phase=P.AGREED, until=None, talk=None)


def _item(session: GroupSession, order: Order, moment: Moment) -> GroupSession:
    item = session.item if order.item is None else order.item
    return _put(session, _step(session), item, moment)


def _next(session: GroupSession, _order: Order, moment: Moment) -> GroupSession:
    step, item = _following(session) or (_step(session), session.item)
    return _put(session, step, item, moment)


def _pause(session: GroupSession, _order: Order, moment: Moment) -> GroupSession:
    return replace(session, state=S.PAUSED, paused_at=moment.now)


def _resume(session: GroupSession, _order: Order, moment: Moment) -> GroupSession:
    lost = moment.now - (session.paused_at or moment.now)
    until = session.until and session.until + lost
    return replace(session, state=S.RUNNING, paused_at=None, until=until)


def _extra_time(session: GroupSession, order: Order, moment: Moment) -> GroupSession:
    until = max(session.until or moment.now, moment.now) + timedelta(minutes=order.minutes)
    return replace(session, until=until, extra_minutes=session.extra_minutes + order.minutes)


def _room(session: GroupSession, order: Order, _moment: Moment) -> GroupSession:
    return replace(session, without_phone=order.number)


def _change_script(session: GroupSession, order: Order, _moment: Moment) -> GroupSession:
    script = session.script if order.script is None else checked_script(order.script)
    return replace(session, script=script)


def _end(session: GroupSession, _order: Order, moment: Moment) -> GroupSession:
    return session.ended(moment.now)


_MAKERS: Mapping[Command, Callable[[GroupSession, Order, Moment], GroupSession]] = {
    Command.START: _start,
    Command.CLOSE: _close,
    Command.TALK: _talk,
    Command.VOTE_AGAIN: _again,
    Command.AGREE: _agree,
    Command.ITEM: _item,
    Command.NEXT: _next,
    Command.PAUSE: _pause,
    Command.RESUME: _resume,
    Command.EXTRA_TIME: _extra_time,
    Command.ROOM: _room,
    Command.CHANGE_SCRIPT: _change_script,
    Command.END: _end,
}


def _step(session: GroupSession) -> SessionStep:
    step = session.present_step
    if step is None:
        raise SessionRefused("step")
    return step


def _marks(step: SessionStep, items: tuple[str, ...], turn: Turn) -> tuple[ShownMark, ...]:
    return tuple(ShownMark(step.id, item, turn) for item in items)


def _first_item(step: SessionStep) -> str:
    return "" if step.is_whole else step.on_the_table[0]


def _first_items(session: GroupSession, step: SessionStep) -> tuple[str, ...]:
    return step.on_the_table if step.is_whole else (session.item,)


def _again_items(session: GroupSession, order: Order, moment: Moment) -> tuple[str, ...]:
    """Return what a second vote is on: one item, or all of a step that were not voted on twice."""
    step = _step(session)
    if step.takes_notes:
        return moment.picks
    item = session.item if order.item is None else order.item
    if item:
        return (item,)
    seen = {mark.item for mark in moment.shown if (mark.step, mark.turn) == (step.id, Turn.SECOND)}
    return tuple(item for item in step.on_the_table if item not in seen)


def _following(session: GroupSession) -> tuple[SessionStep, str] | None:
    """Return the step and item that come next, None after the last."""
    step = _step(session)
    if not step.is_whole and session.item != step.on_the_table[-1]:
        return step, step.on_the_table[step.on_the_table.index(session.item) + 1]
    place = session.script.place(step.id) + 1
    if place == len(session.script.steps):
        return None
    following = session.script.steps[place]
    return following, _first_item(following)


def _put(session: GroupSession, step: SessionStep, item: str, moment: Moment) -> GroupSession:
    """Return the session with an item on the table, in the phase that it had reached."""
    phase = _phase_reached(step, item, moment)
    return replace(
        session,
        step=step.id,
        item=item,
        by_table=step.kind is StepKind.TABLES,
        phase=phase,
        turn=Turn.SECOND if phase is P.SHOWN_AGAIN else Turn.FIRST,
        open_items=(),
        until=None,
        talk=None,
    )


def _phase_reached(step: SessionStep, item: str, moment: Moment) -> SessionPhase:
    items = (item,) if item else step.on_the_table
    again = moment.picks if step.takes_notes else items
    if (step.id, item) in moment.agreed:
        return P.AGREED
    for turn, wanted, phase in (
        (Turn.SECOND, again, P.SHOWN_AGAIN),
        (Turn.FIRST, items, P.SHOWN),
    ):
        if wanted and set(_marks(step, wanted, turn)) <= moment.shown:
            return phase
    return P.READY
