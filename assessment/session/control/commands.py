"""What a command makes of a session: pure, as `refusals` is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from assessment.errors import SessionRefused
from assessment.session.control.orders import (
    Change,
    Moment,
    Order,
    again_items,
    first_item,
    first_items,
    following,
    marks_of,
    step_of,
)
from assessment.session.control.refusals import P, S, why_not
from assessment.session.group_session import GroupSession
from assessment.session.script import SessionStep, StepKind, checked_script
from assessment.session.states import Command, SessionKey, SessionPhase, TalkForm, Turn


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
    if session.state is S.DRAFT:
        return replace(session, state=S.LOBBY, opened_at=moment.now)
    if session.state is S.LOBBY:
        first = session.script.steps[0]
        begun = replace(session, state=S.RUNNING, started_at=session.started_at or moment.now)
        return _put(begun, first, first_item(first), moment)
    step = step_of(session)
    if not step.has_vote:
        return _talk(session, Order(Command.TALK), moment)
    until = moment.now + timedelta(minutes=step.minutes_to_vote(len(first_items(session, step))))
    return replace(
        session,
        item="" if step.is_whole else session.item,
        phase=P.VOTING,
        turn=Turn.FIRST,
        open_items=first_items(session, step),
        until=until,
        talk=None,
    )


def _close(session: GroupSession, _order: Order, _moment: Moment) -> GroupSession:
    return replace(session, phase=P.CLOSED, until=None)


def _show(session: GroupSession, _moment: Moment) -> Change:
    phase = P.SHOWN if session.turn is Turn.FIRST else P.SHOWN_AGAIN
    marks = marks_of(step_of(session), session.open_items, session.turn)
    return Change(replace(session, phase=phase, until=None), marks)


def _talk(session: GroupSession, order: Order, moment: Moment) -> GroupSession:
    form = order.talk or TalkForm.PLENARY
    minutes = order.minutes or step_of(session).minutes_to_talk(form)
    return replace(
        _on(session, order),
        phase=P.TALKING,
        talk=form,
        until=moment.now + timedelta(minutes=minutes),
    )


def _again(session: GroupSession, order: Order, moment: Moment) -> GroupSession:
    step = step_of(session)
    items = again_items(session, order, moment)
    minutes = step.minutes_to_vote(len(items))
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
    return replace(_on(session, order), phase=P.AGREED, until=None, talk=None)


def _on(session: GroupSession, order: Order) -> GroupSession:
    """Return the session with the item of an order on the table, where that is another one."""
    if order.item is None or order.item == session.item:
        return session
    return replace(session, item=order.item, turn=Turn.FIRST, open_items=())


def _item(session: GroupSession, order: Order, moment: Moment) -> GroupSession:
    item = session.item if order.item is None else order.item
    return _put(session, step_of(session), item, moment)


def _next(session: GroupSession, _order: Order, moment: Moment) -> GroupSession:
    step, item = following(session) or (step_of(session), session.item)
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
        if wanted and set(marks_of(step, wanted, turn)) <= moment.shown:
            return phase
    return P.READY
