"""Running a session: commands of control and helper, each with the version that it saw."""

from dataclasses import replace

from assessment.errors import SessionRefused, StaleWrite
from assessment.services.context import Workspace
from assessment.services.session.entering import by_key
from assessment.session.agreed_values import AgreedValue, checked_agreed_value
from assessment.session.control.commands import changed
from assessment.session.control.log import entry_of, is_sealed, restored
from assessment.session.control.orders import Moment, Order
from assessment.session.control.refusals import why_not
from assessment.session.group_session import GroupSession
from assessment.session.notes import NoteStatus
from assessment.session.states import Command, SessionKey


def run(workspace: Workspace, key: str, order: Order, version: int) -> GroupSession:
    """Carry out a command that saw this `version` of the session, and return what comes of it.

    Raises NotFound for a key that opens nothing, StaleWrite (with the session as it is) for a version
    that has passed, SessionRefused, InvalidInput.
    """
    entered = by_key(workspace, key)
    session = at_version(entered.session, version)
    moment = moment_of(workspace, session)
    entry = entry_of(session, entered.key, order.command)
    sessions = workspace.store.sessions
    if order.command is Command.BACK:
        return _back(workspace, session, order, entered.key)
    change = changed(session, order, entered.key, moment)
    return sessions.move(change.session, entry, change.shown)


def _back(
    workspace: Workspace, session: GroupSession, order: Order, key: SessionKey
) -> GroupSession:
    moment = moment_of(workspace, session)
    reason = why_not(session, order, key, moment)
    if reason is not None:
        raise SessionRefused(reason)
    last = workspace.store.sessions.last(session.id)
    if last is None:
        raise SessionRefused("nothing_back")
    return workspace.store.sessions.move_back(restored(session, last, moment), last)


def agree(workspace: Workspace, key: str, agreed: AgreedValue, version: int) -> GroupSession:
    """Save what the room agreed at an item of the present step, which then is agreed.

    Votes stay beside it. Raises what `run` raises, and StaleWrite for a value that was changed.
    """
    entered = by_key(workspace, key)
    session = at_version(entered.session, version)
    if agreed.step != session.step:
        raise SessionRefused("moved_on")
    order = Order(Command.AGREE, item=agreed.item)
    change = changed(session, order, entered.key, moment_of(workspace, session))
    wanted = checked_agreed_value(replace(agreed, session=session.id))
    entry = entry_of(session, entered.key, Command.AGREE)
    return workspace.store.sessions.move(change.session, entry, agreed=wanted)


def at_version(session: GroupSession, version: int) -> GroupSession:
    """Return the session. Raises StaleWrite when a command saw another version of it."""
    if session.version != version:
        raise StaleWrite(session)
    return session


def allowed(workspace: Workspace, session: GroupSession, key: SessionKey) -> frozenset[Command]:
    """Return the commands that the session takes at this moment, for the buttons of a page.

    What a command still needs (minutes, an item, a script) is taken to be given.
    """
    moment = moment_of(workspace, session)
    usual = {
        Command.EXTRA_TIME: Order(Command.EXTRA_TIME, minutes=1),
        Command.CHANGE_SCRIPT: Order(Command.CHANGE_SCRIPT, script=session.script),
    }
    found = {
        command
        for command in Command
        if why_not(session, usual.get(command, Order(command)), key, moment) is None
    }
    last = workspace.store.sessions.last(session.id)
    if last is None or is_sealed(session, last, moment):
        found.discard(Command.BACK)
    return frozenset(found)


def moment_of(workspace: Workspace, session: GroupSession) -> Moment:
    """Return what a command on a session looks at."""
    store = workspace.store
    step = session.present_step
    picks: tuple[str, ...] = ()
    if step is not None and step.takes_notes:
        released = [
            note.id
            for note in store.session_notes.all(session.id)
            if note.step == step.id
            and note.status is NoteStatus.RELEASED
            and note.merged_into is None
        ]
        picks = (*step.items, *released)
    return Moment(
        now=workspace.now(),
        people=sum(store.session_people.present(session.id).values()),
        shown=store.sessions.shown(session.id),
        agreed=frozenset((a.step, a.item) for a in store.agreed_values.all(session.id)),
        picks=picks,
    )
