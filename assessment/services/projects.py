"""Projects: list, create, change and erase."""

from dataclasses import dataclass, replace
from datetime import datetime

from assessment.assessments import Assessment
from assessment.choices import in_scope
from assessment.projects import Project, checked_project
from assessment.services.context import Workspace


@dataclass(frozen=True)
class ProjectLine:
    """One line in the list of projects: how far its newest assessment is, and its last change."""

    project: Project
    newest: Assessment | None
    answered: int
    asked: int
    last_change: datetime
    earlier: tuple[Assessment, ...] = ()  # than the newest one, the latest first


def project_lines(workspace: Workspace) -> list[ProjectLine]:
    """Return all projects, the last changed one first."""
    lines = [_line(workspace, project) for project in workspace.store.projects.all()]
    return sorted(lines, key=lambda line: line.last_change, reverse=True)


def _line(workspace: Workspace, project: Project) -> ProjectLine:
    store = workspace.store
    assessments = store.assessments.all(project.id)
    newest = assessments[0] if assessments else None
    answered = asked = 0
    if newest is not None:
        scope = set(in_scope(store.choices.get(newest.id).values()))
        answers = store.answers.all(workspace.own_respondent(newest).id)
        asked = len(scope)
        answered = sum(1 for name, a in answers.items() if a.is_answered and name in scope)
    changed = store.projects.last_change(project.id)
    return ProjectLine(project, newest, answered, asked, changed, tuple(assessments[1:]))


def create_project(workspace: Workspace, draft: Project) -> Project:
    """Save a new project under a new id. Raises InvalidInput."""
    now = workspace.now()
    fresh = replace(draft, id=workspace.new_id(), created_at=now, version=0)
    return workspace.store.projects.save(checked_project(fresh, now.year))


def change_project(workspace: Workspace, project: Project) -> Project:
    """Save a changed project. Raises InvalidInput, StaleWrite, NotFound."""
    return workspace.store.projects.save(checked_project(project, workspace.now().year))


def erase_project(workspace: Workspace, project_id: str) -> None:
    """Erase a project and everything in it, for good."""
    workspace.store.projects.erase(project_id)
