"""Joining a session: in a role, again by the four words, leaving, and speaking for a table."""

from dataclasses import dataclass

from assessment.errors import InvalidInput, NotFound
from assessment.respondents import token_hash
from assessment.services.context import Workspace
from assessment.session.group_session import GroupSession
from assessment.session.people import SessionPerson
from assessment.session.phrases import phrase_hash, phrase_of, typed_phrase_hash

MAX_TABLE = 200


@dataclass(frozen=True)
class Joined:
    """A person who came in: the token for the cookie, and the words to come back with.

    Both are stored as hashes alone: this is the only time that they are known.
    """

    person: SessionPerson
    token: str
    phrase: str


def join(workspace: Workspace, session: GroupSession, role: str, language: str) -> Joined:
    """Let somebody in, in a role. Raises InvalidInput, SessionRefused."""
    if role not in session.roles:
        raise InvalidInput("role", "unknown", "This role is not asked in this session.")
    token = workspace.new_token()
    person = SessionPerson(
        id=workspace.new_id(),
        session=session.id,
        role=role,
        token_hash=token_hash(token),
        phrase_hash=phrase_hash(session.id, token),
    )
    workspace.store.session_people.join(person)
    return Joined(person, token, phrase_of(token, language))


def rejoin(workspace: Workspace, session: GroupSession, phrase: str, language: str) -> Joined:
    """Let the person of a phrase go on on this device; the other one is out. Raises NotFound."""
    typed = typed_phrase_hash(session.id, phrase)
    if typed is None:
        raise NotFound("person", "of this phrase")
    token = workspace.new_token()
    person = workspace.store.session_people.rejoin(
        session.id, typed, token_hash(token), phrase_hash(session.id, token)
    )
    return Joined(person, token, phrase_of(token, language))


def leave(workspace: Workspace, person: SessionPerson) -> None:
    """Mark that a person left, or begins anew: their vote that is still open goes with them."""
    workspace.store.session_people.leave(person.id)


def take_table(workspace: Workspace, person: SessionPerson, table: int | None) -> SessionPerson:
    """Let a phone give the values of a table, or of none. Raises InvalidInput, NotFound."""
    if table is not None and not 1 <= table <= MAX_TABLE:
        raise InvalidInput("table", "range", f"A table has a number from 1 to {MAX_TABLE}.")
    return workspace.store.session_people.take_table(person.id, table)
