"""Agreements made in sessions."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from sqlalchemy import Connection, delete, select

from assessment.session.agreements import SessionAgreement
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.session import rows, tables

_TABLE = tables.session_agreements
_COLUMNS = versioned_rows.columns(_TABLE, SessionAgreement)


class SessionAgreements(Repository):
    """Agreements made in sessions."""

    @reading
    def all(self, connection: Connection, session_id: str) -> list[SessionAgreement]:
        query = select(*_COLUMNS).where(_TABLE.c.session == session_id).order_by(_TABLE.c.number)
        return [SessionAgreement(*row) for row in connection.execute(query)]

    @writing
    def save(self, connection: Connection, agreement: SessionAgreement) -> SessionAgreement:
        rows.outdate_pages(connection, agreement.session)
        return versioned_rows.save(connection, _TABLE, agreement, _get)

    @writing
    def erase(self, connection: Connection, agreement_id: str) -> None:
        query = select(_TABLE.c.session).where(_TABLE.c.id == agreement_id)
        session: str | None = connection.execute(query).scalar()
        if session is not None:
            rows.outdate_pages(connection, session)
            connection.execute(delete(_TABLE).where(_TABLE.c.id == agreement_id))


def _get(connection: Connection, agreement_id: str) -> SessionAgreement:
    return versioned_rows.get(connection, _TABLE, SessionAgreement, "agreement", agreement_id)
