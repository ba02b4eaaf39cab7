"""Projects and the snapshots of catalogues."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, case, delete, func, select

from assessment.access.memberships import Reach
from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.errors import NotFound, NotPermitted
from assessment.project_list import (
    ListedAnswers,
    ListedAssessment,
    ListedProject,
    ProjectPage,
)
from assessment.projects import Project
from storage import rate_limits, shared_rows, tables, versioned_rows
from storage.engine import Clock, Repository, reading, writing
from storage.files.erasing import erasing

_COLUMNS = versioned_rows.columns(tables.projects, Project)
_ASSESSMENT = versioned_rows.columns(tables.assessments, Assessment)
_AGREEMENT = versioned_rows.columns(tables.agreements, Agreement)


class Projects(Repository):
    """Projects: all there are, or those of one organisation within a reach."""

    def __init__(self, engine: Engine, clock: Clock, reach: Reach | None = None) -> None:
        super().__init__(engine, clock)
        self.reach = reach

    @reading
    def all(self, connection: Connection) -> list[Project]:
        table = tables.projects
        query = select(*_COLUMNS).where(*_within(self.reach))
        ordered = query.order_by(table.c.created_at.desc(), table.c.id)
        return [Project(*row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, project_id: str) -> Project:
        return _get(connection, project_id)

    @writing
    def save(self, connection: Connection, project: Project) -> Project:
        row = {**vars(project), "updated_at": self.clock()}
        if self.reach is not None:
            if project.version == 0 and self.reach.projects is not None:
                raise NotPermitted("create_project")
            row["organisation"] = self.reach.organisation
        return versioned_rows.save(connection, tables.projects, project, _get, row)

    def erase(self, project_id: str) -> None:
        with erasing(self.engine) as connection:
            _erase(connection, project_id)

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

    @reading
    def page(self, connection: Connection, search: str, start: int, most: int) -> ProjectPage:
        found = _page(search, self.reach).offset(start).limit(most)
        rows = connection.execute(found).all()
        listed = [(Project(*row[: len(_COLUMNS)]), row.changed_at) for row in rows]
        ids = [project.id for project, _ in listed]
        assessments, agreements = _assessments(connection, ids), _agreements(connection, ids)
        projects = [
            ListedProject(project, changed_at, assessments[project.id], agreements[project.id])
            for project, changed_at in listed
        ]
        if not rows:
            return ProjectPage([], 0, has_example=False)
        return ProjectPage(projects, rows[0].total, has_example=bool(rows[0].examples))


def _within(reach: Reach | None) -> list[ColumnElement[bool]]:
    """Return the conditions that a project is one of these."""
    if reach is None:
        return []
    table = tables.projects
    of = table.c.organisation == reach.organisation
    return [of] if reach.projects is None else [of, table.c.id.in_(reach.projects)]


def _page(search: str, reach: Reach | None) -> Select[Any]:
    """Return the query for projects by last change, each with that moment and how many there are."""
    projects, assessments = tables.projects, tables.assessments
    newest = (
        select(assessments.c.project, func.max(assessments.c.updated_at).label("updated_at"))
        .group_by(assessments.c.project)
        .subquery()
    )
    is_later = newest.c.updated_at > projects.c.updated_at
    changed_at = case((is_later, newest.c.updated_at), else_=projects.c.updated_at)
    all_projects = projects.alias()
    of = [] if reach is None else [all_projects.c.organisation == reach.organisation]
    examples = select(func.count()).where(all_projects.c.is_example, *of).scalar_subquery()
    found = func.count().over().label("total"), examples.label("examples")
    return (
        select(*_COLUMNS, changed_at.label("changed_at"), *found)
        .outerjoin_from(projects, newest, newest.c.project == projects.c.id)
        .where(projects.c.name.icontains(search, autoescape=True), *_within(reach))
        .order_by(changed_at.desc(), projects.c.id)
    )


def _assessments(
    connection: Connection, project_ids: Sequence[str]
) -> dict[str, list[ListedAssessment]]:
    """Return the assessments of projects, the newest first, in two statements."""
    table, choices = tables.assessments, tables.choices
    asked = (
        select(func.count())
        .where(choices.c.assessment == table.c.id, choices.c.in_scope)
        .scalar_subquery()
    )
    query = select(*_ASSESSMENT, asked).where(table.c.project.in_(project_ids))
    ordered = query.order_by(table.c.started_at.desc(), table.c.id)
    rows = [(Assessment(*row[:-1]), row[-1]) for row in connection.execute(ordered)]
    answered = _answered(connection, [assessment.id for assessment, _ in rows])
    found: dict[str, list[ListedAssessment]] = {name: [] for name in project_ids}
    for assessment, number in rows:
        listed = ListedAssessment(assessment, number, answered[assessment.id])
        found[assessment.project].append(listed)
    return found


def _answered(
    connection: Connection, assessment_ids: Sequence[str]
) -> dict[str, dict[str, ListedAnswers]]:
    """Return what was answered without an invitation, by assessment and role."""
    respondents, answers, choices = tables.respondents, tables.answers, tables.choices
    counts = (
        choices.c.assessment == respondents.c.assessment,
        choices.c.criterion == answers.c.criterion,
        choices.c.in_scope,
        answers.c.state.is_not(None),
    )
    group = respondents.c.assessment, respondents.c.role
    query = (
        select(*group, func.count(choices.c.criterion), func.max(answers.c.updated_at))
        .join_from(respondents, answers, answers.c.respondent == respondents.c.id)
        .outerjoin(choices, and_(*counts))
        .where(respondents.c.assessment.in_(assessment_ids), respondents.c.invitation.is_(None))
        .group_by(*group)
    )
    found: dict[str, dict[str, ListedAnswers]] = {name: {} for name in assessment_ids}
    for assessment, role, number, changed_at in connection.execute(query):
        found[assessment][role] = ListedAnswers(number, changed_at)
    return found


def _agreements(connection: Connection, project_ids: Sequence[str]) -> dict[str, list[Agreement]]:
    table = tables.agreements
    query = select(*_AGREEMENT).where(table.c.project.in_(project_ids)).order_by(table.c.number)
    found: dict[str, list[Agreement]] = {name: [] for name in project_ids}
    for row in connection.execute(query):
        found[row.project].append(Agreement(*row))
    return found


def _get(connection: Connection, project_id: str) -> Project:
    return versioned_rows.get(connection, tables.projects, Project, "project", project_id)


def _erase(connection: Connection, project_id: str) -> None:
    """Erase a project, all that belongs to it, and the snapshots that nothing uses any more."""
    rate_limits.forget_things(connection)
    connection.execute(delete(tables.projects).where(tables.projects.c.id == project_id))
    shared_rows.erase_unused_snapshots(connection)


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
