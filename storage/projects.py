"""Projects and the snapshots of catalogues."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, select

from assessment.errors import NotFound
from assessment.projects import Project
from storage import tables, versioned_rows
from storage.engine import Repository, forget_old_pages, reading, write_transaction, writing

_COLUMNS = versioned_rows.columns(tables.projects, Project)


class Projects(Repository):
    """Projects."""

    @reading
    def all(self, connection: Connection) -> list[Project]:
        table = tables.projects
        query = select(*_COLUMNS).order_by(table.c.created_at.desc(), table.c.id)
        return [Project(*row) for row in connection.execute(query)]

    @reading
    def get(self, connection: Connection, project_id: str) -> Project:
        return _get(connection, project_id)

    @writing
    def save(self, connection: Connection, project: Project) -> Project:
        row = {**vars(project), "updated_at": self.clock()}
        if versioned_rows.write(connection, tables.projects, ("id",), row):
            return versioned_rows.next_version(project)
        return versioned_rows.check_current(_get(connection, project.id), project)

    def erase(self, project_id: str) -> None:
        with write_transaction(self.engine) as connection:
            _erase(connection, project_id)
        forget_old_pages(self.engine)

    @reading
    def last_change(self, connection: Connection, project_id: str) -> datetime:
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
        times: list[datetime] = [
            time for row in connection.execute(query) for time in row if time is not None
        ]
        if not times:
            raise NotFound("project", project_id)
        return max(times)


def _get(connection: Connection, project_id: str) -> Project:
    query = select(*_COLUMNS).where(tables.projects.c.id == project_id)
    row = connection.execute(query).first()
    if row is None:
        raise NotFound("project", project_id)
    return Project(*row)


def _erase(connection: Connection, project_id: str) -> None:
    """Erase a project, all that belongs to it, and the snapshots that nothing uses any more."""
    # rate limits name invitations and respondents; all start anew
    connection.execute(delete(tables.rate_limits))
    connection.execute(delete(tables.projects).where(tables.projects.c.id == project_id))
    snapshots = tables.snapshots
    is_used = exists().where(tables.assessments.c.catalogue_hash == snapshots.c.hash)
    unused = select(snapshots.c.hash).where(~is_used).order_by(snapshots.c.hash)
    # locked, then looked at again: an assessment may have begun to use it meanwhile
    hashes = connection.execute(unused.with_for_update()).scalars().all()
    connection.execute(delete(snapshots).where(snapshots.c.hash.in_(hashes), ~is_used))


class Snapshots(Repository):
    """Snapshots of catalogues, by content hash."""

    @writing
    def add(self, connection: Connection, content_hash: str, snapshot: str) -> None:
        row = {"hash": content_hash, "snapshot": snapshot}
        connection.execute(versioned_rows.insert_new(connection, tables.snapshots), row)

    @reading
    def get(self, connection: Connection, content_hash: str) -> str:
        table = tables.snapshots
        query = select(table.c.snapshot).where(table.c.hash == content_hash)
        snapshot: str | None = connection.execute(query).scalar()
        if snapshot is None:
            raise NotFound("snapshot", content_hash)
        return snapshot
