"""The project's screens: nothing is sent unseen, and everything can be taken back."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage


def test_without_a_closed_assessment_or_a_working_invitation_it_says_what_is_missing(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("shares", project=assessment.project)
    assert any("Only a closed assessment" in m.value for m in app.markdown)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("shares", project=assessment.project, invitation="gone")
    assert any("does not work" in w.value for w in app.warning)
    open_page("shares", project="nothing")
    elsewhere = open_page("shares", project=assessment.project, assessment="nothing")
    assert not elsewhere.exception
    assert "nothing here" in elsewhere.title[0].value
    assert open_page("shares").selectbox  # a link of an invitation names no project: choose one


def test_without_projects_there_is_nothing_to_share(open_page: OpenPage) -> None:
    assert any("no project yet" in m.value for m in open_page("shares").markdown)
