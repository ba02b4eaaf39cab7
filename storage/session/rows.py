"""Rows of a session that several of its nouns read, lock or change inside one transaction."""

from sqlalchemy import Connection, select, update

from assessment.errors import NotFound
from assessment.session.group_session import GroupSession
from assessment.session.people import SessionPerson
from storage import versioned_rows
from storage.session import tables

SESSION = versioned_rows.columns(tables.sessions, GroupSession)
PERSON = versioned_rows.columns(tables.session_people, SessionPerson)


def get_session(
    connection: Connection, session_id: str, *, locked: bool = False, alone: bool = False
) -> GroupSession:
    """Return one session; `locked`, no command changes it in this transaction. Raises NotFound.

    `alone`, nobody else locks it either.
    """
    query = select(*SESSION).where(tables.sessions.c.id == session_id)
    if locked or alone:
        query = query.with_for_update(read=not alone)
    row = connection.execute(query).first()
    if row is None:
        raise NotFound("session", session_id)
    return GroupSession(*row)


def get_person(connection: Connection, person_id: str, *, locked: bool = False) -> SessionPerson:
    """Return one person; `locked` (after the session), nobody else locks or changes them.

    Raises NotFound.
    """
    query = select(*PERSON).where(tables.session_people.c.id == person_id)
    row = connection.execute(query.with_for_update() if locked else query).first()
    if row is None:
        raise NotFound("person", person_id)
    return SessionPerson(*row)


def outdate_pages(connection: Connection, session_id: str) -> None:
    """Note that something changed for everybody that is no command. Raises NotFound."""
    table = tables.sessions
    changed = update(table).where(table.c.id == session_id).values(revision=table.c.revision + 1)
    if connection.execute(changed).rowcount == 0:
        raise NotFound("session", session_id)
