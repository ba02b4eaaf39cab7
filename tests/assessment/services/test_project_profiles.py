"""Profiles of a project's own: an assessment can start with one."""

from assessment.assessments import Assessment
from assessment.project_profiles import ProfileEntry, ProjectProfile
from assessment.services import assessments, project_profiles
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of


def test_an_assessment_starts_with_a_profile_of_the_project(
    workspace: Workspace, assessment: Assessment
) -> None:
    entries = (ProfileEntry("MC-05", in_scope=False, reason="doet de partner"),)
    profile = project_profiles.save_project_profile(
        workspace,
        ProjectProfile("", assessment.project, "Ons minimum", "mentoring", "full", entries),
    )
    other = project_profiles.save_project_profile(
        workspace, ProjectProfile("", assessment.project, "Oud", "mentoring", "gone")
    )
    catalogue = workspace.catalogue
    assert project_profiles.profiles_for(workspace, assessment.project, catalogue) == [profile]

    started = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile=profile, ambition="floor"
    )

    changed = outcome_of(workspace, started).changed_choices
    assert [(c.after.criterion, c.after.reason) for c in changed] == [("MC-05", "doet de partner")]
    assert started.profile == "full"
    project_profiles.erase_project_profile(workspace, other.id)
    project_profiles.erase_project_profile(workspace, profile.id)
    assert project_profiles.profiles_for(workspace, assessment.project, catalogue) == []
    assert workspace.store.choices.get(started.id)["MC-05"].reason == "doet de partner"
