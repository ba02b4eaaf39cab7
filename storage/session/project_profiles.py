"""Profiles of projects."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from sqlalchemy import Connection, delete, select

from assessment.project_profiles import ProjectProfile
from storage import tables as main_tables
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.session import tables

_TABLE = tables.project_profiles
_COLUMNS = versioned_rows.columns(_TABLE, ProjectProfile)


class ProjectProfiles(Repository):
    """Profiles of projects."""

    @reading
    def all(self, connection: Connection, project_id: str) -> list[ProjectProfile]:
        query = select(*_COLUMNS).where(_TABLE.c.project == project_id)
        ordered = query.order_by(_TABLE.c.name, _TABLE.c.id)
        return [ProjectProfile(*row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, profile_id: str) -> ProjectProfile:
        return _get(connection, profile_id)

    @writing
    def save(self, connection: Connection, profile: ProjectProfile) -> ProjectProfile:
        versioned_rows.touch(connection, main_tables.projects, profile.project, self.clock())
        return versioned_rows.save(connection, _TABLE, profile, _get)

    @writing
    def erase(self, connection: Connection, profile_id: str) -> None:
        connection.execute(delete(_TABLE).where(_TABLE.c.id == profile_id))


def _get(connection: Connection, profile_id: str) -> ProjectProfile:
    return versioned_rows.get(connection, _TABLE, ProjectProfile, "profile", profile_id)
