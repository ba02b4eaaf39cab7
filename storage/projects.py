"""Projects and the snapshots of catalogues, in one transaction each."""

from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, select

from assessment.errors import NotFound
from assessment.projects import Project
from storage import tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.projects, Project)


def every(connection: Connection) -> list[Project]:
    """Return all projects, the newest first."""
    table = tables.projects
    query = select(*_COLUMNS).order_by(table.c.created_at.desc(), table.c.id)
    return [Project(*row) for row in connection.execute(query)]


def one(connection: Connection, project_id: str) -> Project:
    """Return one project. Raises NotFound."""
    query = select(*_COLUMNS).where(tables.projects.c.id == project_id)
    row = connection.execute(query).first()
    if row is None:
        raise NotFound("project", project_id)
    return Project(*row)


def save(connection: Connection, project: Project, now: datetime) -> Project:
    """Insert or update a project. Raises StaleWrite, NotFound."""
    row = {**vars(project), "updated_at": now}
    if versioned_rows.put(connection, tables.projects, ("id",), row):
        return versioned_rows.written(project)
    return versioned_rows.agreed(one(connection, project.id), project)


def erase(connection: Connection, project_id: str) -> None:
    """Erase a project, all that belongs to it, and the snapshots that nothing uses any more."""
    connection.execute(
        delete(tables.rate_limits)
    )  # they name invitations and respondents; all start anew
    connection.execute(delete(tables.projects).where(tables.projects.c.id == project_id))
    snapshots = tables.snapshots
    is_used = exists().where(tables.assessments.c.catalogue_hash == snapshots.c.hash)
    unused = select(snapshots.c.hash).where(~is_used).order_by(snapshots.c.hash)
    # locked, then looked at again: an assessment may have begun to use it meanwhile
    names = connection.execute(unused.with_for_update()).scalars().all()
    connection.execute(delete(snapshots).where(snapshots.c.hash.in_(names), ~is_used))


def last_change(connection: Connection, project_id: str) -> datetime:
    """Return the newest time of writing by the organisation itself. Raises NotFound."""
    projects, assessments, answers = tables.projects, tables.assessments, tables.answers
    respondents = tables.respondents
    own = respondents.c.assessment == assessments.c.id, respondents.c.invitation.is_(None)
    answered = (
        select(func.max(answers.c.updated_at))
        .join_from(answers, respondents, answers.c.respondent == respondents.c.id)
        .where(*own)
        .scalar_subquery()
    )
    query = (
        select(projects.c.updated_at, assessments.c.updated_at, answered)
        .outerjoin_from(projects, assessments)
        .where(projects.c.id == project_id)
    )
    found = [time for row in connection.execute(query) for time in row]
    times: list[datetime] = [time for time in found if time is not None]
    if not times:
        raise NotFound("project", project_id)
    return max(times)


def keep_snapshot(connection: Connection, content_hash: str, snapshot: str) -> None:
    """Save the snapshot of a catalogue."""
    row = {"hash": content_hash, "snapshot": snapshot}
    connection.execute(versioned_rows.insert_new(connection, tables.snapshots), row)


def snapshot(connection: Connection, content_hash: str) -> str:
    """Return the snapshot of a catalogue. Raises NotFound."""
    table = tables.snapshots
    query = select(table.c.snapshot).where(table.c.hash == content_hash)
    found: str | None = connection.execute(query).scalar()
    if found is None:
        raise NotFound("snapshot", content_hash)
    return found
