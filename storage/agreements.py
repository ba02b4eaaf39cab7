"""Agreements."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from sqlalchemy import Connection, delete, select

from assessment.agreements import Agreement
from assessment.errors import NotFound
from storage import tables, versioned_rows
from storage.engine import Repository, reading, writing

_COLUMNS = versioned_rows.columns(tables.agreements, Agreement)


class Agreements(Repository):
    """Agreements."""

    @reading
    def all(self, connection: Connection, project_id: str) -> list[Agreement]:
        table = tables.agreements
        query = select(*_COLUMNS).where(table.c.project == project_id).order_by(table.c.number)
        return [Agreement(*row) for row in connection.execute(query)]

    @writing
    def save(self, connection: Connection, agreement: Agreement) -> Agreement:
        versioned_rows.touch(connection, tables.projects, agreement.project, self.clock())
        _check_assessment(connection, agreement)
        return versioned_rows.save(connection, tables.agreements, agreement, _get)

    @writing
    def erase(self, connection: Connection, agreement_id: str) -> None:
        table = tables.agreements
        query = select(table.c.project).where(table.c.id == agreement_id)
        project: str | None = connection.execute(query).scalar()
        if project is not None:
            versioned_rows.touch(connection, tables.projects, project, self.clock())
            connection.execute(delete(table).where(table.c.id == agreement_id))


def _check_assessment(connection: Connection, agreement: Agreement) -> None:
    table = tables.assessments
    query = select(table.c.id).where(
        table.c.id == agreement.assessment, table.c.project == agreement.project
    )
    if connection.execute(query).first() is None:
        raise NotFound("assessment", agreement.assessment)


def _get(connection: Connection, agreement_id: str) -> Agreement:
    return versioned_rows.get(connection, tables.agreements, Agreement, "agreement", agreement_id)
