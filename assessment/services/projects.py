"""Projects: create, change and erase."""

from dataclasses import replace

from assessment.projects import Project, checked_project
from assessment.services.context import Workspace


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
