"""Profiles of a project's own: save, list and erase them."""

from dataclasses import replace

from assessment.access.acts import Act
from assessment.catalogue.model import Catalogue
from assessment.project_profiles import ProjectProfile, checked_project_profile
from assessment.services.context import Workspace, requires


@requires(Act.RUN_ASSESSMENT)
def save_project_profile(workspace: Workspace, profile: ProjectProfile) -> ProjectProfile:
    """Save a changed profile, or a new one (without id). Raises InvalidInput, StaleWrite, NotFound."""
    fresh = profile if profile.id else replace(profile, id=workspace.new_id())
    return workspace.store.project_profiles.save(checked_project_profile(fresh))


@requires(Act.SEE_PROJECTS)
def profiles_for(
    workspace: Workspace, project_id: str, catalogue: Catalogue
) -> list[ProjectProfile]:
    """Return the profiles of a project that an assessment on this catalogue can start with."""
    return [
        profile
        for profile in workspace.store.project_profiles.all(project_id)
        if profile.catalogue == catalogue.id and catalogue.profile(profile.base) is not None
    ]


@requires(Act.RUN_ASSESSMENT)
def erase_project_profile(workspace: Workspace, profile_id: str) -> None:
    """Erase a profile; assessments that began with it stay as they are. Twice is no error."""
    workspace.store.project_profiles.erase(profile_id)
