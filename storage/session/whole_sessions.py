"""A session with everything in it, written at once."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert

from assessment.session.store import WholeSession
from storage import versioned_rows
from storage.session import tables


def insert_whole(connection: Connection, whole: WholeSession, more: versioned_rows.Row) -> None:
    """Insert a session, with `more` than its fields, then all that refers to it."""
    session = whole.session.id
    roles = {person.id: person.role for person in whole.people}
    of_it = {"session": session}

    def put(table: Table, things: Iterable[Any]) -> None:
        rows = ({**vars(one), **of_it} for one in things)
        versioned_rows.insert_all(connection, insert(table), rows)

    connection.execute(insert(tables.sessions), {**vars(whole.session), **more})
    put(tables.session_people, whole.people)
    votes = ({**vars(vote), **of_it, "role": roles[vote.person]} for vote in whole.votes)
    versioned_rows.insert_all(connection, insert(tables.session_votes), votes)
    put(tables.session_shown, whole.shown)
    put(tables.session_notes, whole.notes)
    put(tables.agreed_values, whole.agreed)
    put(tables.session_agreements, whole.agreements)
