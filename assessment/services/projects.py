"""Projects: create, change and erase."""

from dataclasses import replace

from assessment.access.acts import Act
from assessment.assessments import Assessment
from assessment.errors import InvalidInput
from assessment.projects import Project, checked_project
from assessment.services.context import Workspace, requires


@requires(Act.CREATE_PROJECT)
def create_project(workspace: Workspace, draft: Project) -> Project:
    """Save a new project under a new id. Raises InvalidInput."""
    now = workspace.now()
    fresh = replace(draft, id=workspace.new_id(), created_at=now, version=0)
    return workspace.store.projects.save(checked_project(fresh, now.year))


@requires(Act.CHANGE_PROJECT)
def change_project(workspace: Workspace, project: Project) -> Project:
    """Save a changed project. Raises InvalidInput, StaleWrite, NotFound."""
    return workspace.store.projects.save(checked_project(project, workspace.now().year))


@requires(Act.SEE_PROJECTS)
def needs_contact(workspace: Workspace, assessment: Assessment) -> bool:
    """Return whether somebody to turn to has to be named before others can get a link."""
    named = workspace.store.projects.get(assessment.project).contact
    return assessment.accepts_respondents and not named


@requires(Act.SEE_PROJECTS)
def checked_contact(workspace: Workspace, assessment_id: str) -> Assessment:
    """Return an assessment. Raises InvalidInput when it needs somebody to turn to before any link."""
    assessment = workspace.store.assessments.get(assessment_id)
    if needs_contact(workspace, assessment):
        text = (
            "Questions about safety can touch somebody. First name whom people can turn to: a "
            "function and how to reach it, no name."
        )
        raise InvalidInput("contact", "missing", text)
    return assessment


@requires(Act.ERASE_PROJECT)
def erase_project(workspace: Workspace, project_id: str) -> None:
    """Erase a project and everything in it, for good."""
    workspace.store.projects.erase(project_id)
