"""Agreements, in one transaction each."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from assessment.agreements import Agreement
from assessment.errors import NotFound
from storage import tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.agreements, Agreement)


def of_project(connection: Connection, project_id: str) -> list[Agreement]:
    """Return the agreements of a project, in the order they were made."""
    table = tables.agreements
    query = select(*_COLUMNS).where(table.c.project == project_id).order_by(table.c.number)
    return [Agreement(*row) for row in connection.execute(query)]


def save(connection: Connection, agreement: Agreement, now: datetime) -> Agreement:
    """Insert or update an agreement. Raises StaleWrite, NotFound."""
    versioned_rows.touch(connection, tables.projects, agreement.project, now)
    _check_assessment(connection, agreement)
    if versioned_rows.put(connection, tables.agreements, ("id",), vars(agreement)):
        return versioned_rows.written(agreement)
    return versioned_rows.agreed(_one(connection, agreement.id), agreement)


def _check_assessment(connection: Connection, agreement: Agreement) -> None:
    table = tables.assessments
    query = select(table.c.id).where(
        table.c.id == agreement.assessment, table.c.project == agreement.project
    )
    if connection.execute(query).first() is None:
        raise NotFound("assessment", agreement.assessment)


def _one(connection: Connection, agreement_id: str) -> Agreement:
    row = connection.execute(
        select(*_COLUMNS).where(tables.agreements.c.id == agreement_id)
    ).first()
    if row is None:
        raise NotFound("agreement", agreement_id)
    return Agreement(*row)


def erase(connection: Connection, agreement_id: str, now: datetime) -> None:
    """Erase one agreement, if it is there."""
    table = tables.agreements
    query = select(table.c.project).where(table.c.id == agreement_id)
    project: str | None = connection.execute(query).scalar()
    if project is not None:
        versioned_rows.touch(connection, tables.projects, project, now)
        connection.execute(delete(table).where(table.c.id == agreement_id))
