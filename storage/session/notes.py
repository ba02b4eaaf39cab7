"""Notes to the group."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from assessment.errors import SessionRefused
from assessment.session.notes import MAX_NOTES, SessionNote, why_no_note
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.session import rows, tables

_NOTES = tables.session_notes
_COLUMNS = versioned_rows.columns(_NOTES, SessionNote)


class SessionNotes(Repository):
    """Notes."""

    @reading
    def all(self, connection: Connection, session_id: str) -> list[SessionNote]:
        query = select(*_COLUMNS).where(_NOTES.c.session == session_id).order_by(_NOTES.c.id)
        return [SessionNote(*row) for row in connection.execute(query)]

    @writing
    def add(self, connection: Connection, note: SessionNote) -> None:
        session = rows.get_session(connection, note.session, locked=True)
        reason = why_no_note(session, note, self.clock())
        number = select(func.count()).where(_NOTES.c.session == session.id)
        if reason is None and connection.execute(number).scalar_one() >= MAX_NOTES:
            reason = "full"
        if reason is not None:
            raise SessionRefused(reason)
        connection.execute(insert(_NOTES), {**vars(note), "version": 1})

    @writing
    def save(self, connection: Connection, notes: Sequence[SessionNote]) -> list[SessionNote]:
        for session in sorted({note.session for note in notes}):
            rows.outdate_pages(connection, session)
        return [versioned_rows.save(connection, _NOTES, note, _get) for note in notes]


def _get(connection: Connection, note_id: str) -> SessionNote:
    return versioned_rows.get(connection, _NOTES, SessionNote, "note", note_id)
