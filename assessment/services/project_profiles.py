"""Profiles of a project's own: save, list and erase them."""

import hashlib
from dataclasses import replace

from assessment.access.acts import Act
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput, StaleWrite
from assessment.project_profiles import ProjectProfile, checked_project_profile
from assessment.services.context import Workspace, requires

_ID = 16  # signs


@requires(Act.RUN_ASSESSMENT)
def save_project_profile(workspace: Workspace, profile: ProjectProfile) -> ProjectProfile:
    """Save a changed profile, or a new one (without id). Raises InvalidInput, StaleWrite, NotFound."""
    fresh = profile if profile.id else replace(profile, id=workspace.new_id())
    return workspace.store.project_profiles.save(checked_project_profile(fresh))


@requires(Act.RUN_ASSESSMENT)
def save_decided_profile(
    workspace: Workspace, profile: ProjectProfile, source: str
) -> ProjectProfile:
    """Save a profile with what was decided in `source`: of a new one only one by that name.

    Raises as `save_project_profile`, and InvalidInput when another one was made of it by that name.
    """
    if profile.id:
        return save_project_profile(workspace, profile)
    wanted = checked_project_profile(profile)
    key = "\n".join((source, wanted.base, wanted.name))
    fresh = replace(wanted, id=hashlib.sha256(key.encode()).hexdigest()[:_ID])
    try:
        return save_project_profile(workspace, fresh)
    except StaleWrite as error:
        text = "There is a questionnaire of this name already. Choose it, or type another name."
        raise InvalidInput("name", "taken", text) from error


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
