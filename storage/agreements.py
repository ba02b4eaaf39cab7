"""Actions, in one transaction each."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from assessment.agreements import Action
from assessment.errors import NotFound
from storage import tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.actions, Action)


def of_project(connection: Connection, project_id: str) -> list[Action]:
    """Return the actions of a project, in the order they were made."""
    table = tables.actions
    query = select(*_COLUMNS).where(table.c.project == project_id).order_by(table.c.number)
    return [Action(*row) for row in connection.execute(query)]


def save(connection: Connection, action: Action, now: datetime) -> Action:
    """Insert or update an action. Raises StaleWrite, NotFound."""
    versioned_rows.touch(connection, tables.projects, action.project, now)
    _check_assessment(connection, action)
    if versioned_rows.put(connection, tables.actions, ("id",), vars(action)):
        return versioned_rows.written(action)
    return versioned_rows.agreed(_one(connection, action.id), action)


def _check_assessment(connection: Connection, action: Action) -> None:
    table = tables.assessments
    query = select(table.c.id).where(
        table.c.id == action.assessment, table.c.project == action.project
    )
    if connection.execute(query).first() is None:
        raise NotFound("assessment", action.assessment)


def _one(connection: Connection, action_id: str) -> Action:
    row = connection.execute(select(*_COLUMNS).where(tables.actions.c.id == action_id)).first()
    if row is None:
        raise NotFound("action", action_id)
    return Action(*row)


def erase(connection: Connection, action_id: str, now: datetime) -> None:
    """Erase one action, if it is there."""
    table = tables.actions
    query = select(table.c.project).where(table.c.id == action_id)
    project: str | None = connection.execute(query).scalar()
    if project is not None:
        versioned_rows.touch(connection, tables.projects, project, now)
        connection.execute(delete(table).where(table.c.id == action_id))
