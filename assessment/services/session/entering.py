"""Who comes with a key, a code or a token, and to which session."""

from dataclasses import dataclass

from assessment.errors import NotFound, StaleWrite
from assessment.respondents import is_token, token_hash
from assessment.services.context import Workspace
from assessment.session.control.log import entry_of
from assessment.session.group_session import GroupSession
from assessment.session.keys import join_hash
from assessment.session.states import Command, SessionKey
from assessment.session.store import FoundPerson


@dataclass(frozen=True)
class Entered:
    """A session, and what the key that found it may do there."""

    session: GroupSession
    key: SessionKey


def by_key(workspace: Workspace, key: str) -> Entered:
    """Return the session of the key of a control, helper or screen page. Raises NotFound."""
    key_hash = token_hash(key)
    session = workspace.store.sessions.find(key_hash) if is_token(key) else None
    if session is not None:
        kinds = {
            session.control_hash: SessionKey.CONTROL,
            session.helper_hash: SessionKey.HELPER,
            session.screen_hash: SessionKey.SCREEN,
        }
        if key_hash in kinds:
            return Entered(as_it_is(workspace, session), kinds[key_hash])
    raise NotFound("session", "of this key")


def by_join(workspace: Workspace, code_or_token: str) -> GroupSession:
    """Return the session that a code or the token of a QR code lets people into.

    Raises NotFound, also when it has not opened yet, or ended so long ago that nothing is shown.
    """
    wanted = join_hash(code_or_token)
    session = None if wanted is None else workspace.store.sessions.find(wanted)
    if session is not None and wanted in (session.join_hash, session.code_hash):
        session = as_it_is(workspace, session)
        if session.shows_report(workspace.now()):
            return session
    raise NotFound("session", "of this code")


def by_person(workspace: Workspace, token: str) -> FoundPerson:
    """Return the person with a token, and the session. Raises NotFound, also long after its end.

    It needs no code of the session, so that new keys put nobody out.
    """
    found = workspace.store.session_people.find(token_hash(token)) if is_token(token) else None
    if found is not None:
        session = as_it_is(workspace, found.session)
        if session.shows_report(workspace.now()):
            return FoundPerson(found.person, session)
    raise NotFound("person", "of this token")


def session_now(workspace: Workspace, session_id: str) -> GroupSession:
    """Return one session as it is at this moment. Raises NotFound."""
    return as_it_is(workspace, workspace.store.sessions.get(session_id))


def as_it_is(workspace: Workspace, session: GroupSession) -> GroupSession:
    """Return a session that was read; one that nobody ended in time ends itself now."""
    end = session.ends_itself_at
    if end is None or workspace.now() < end:
        return session
    entry = entry_of(session, SessionKey.CLOCK, Command.END)
    try:
        return workspace.store.sessions.move(session.ended(end), entry)
    except StaleWrite:  # somebody else looked first
        return workspace.store.sessions.get(session.id)
