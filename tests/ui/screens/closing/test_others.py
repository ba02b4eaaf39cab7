"""What reopening means for others is said before it happens."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, an_invitation, hear


def test_reopening_says_that_others_cannot_answer_again_once_they_were_shown(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1)
    app = open_page("settings", assessment=assessment.id)
    app.button(key="ask_reopen").click().run()
    assert any("Others cannot answer again" in w.value for w in app.warning)


def test_reopening_says_that_invitations_open_again_when_nothing_was_shown(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    an_invitation(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("settings", assessment=assessment.id)
    app.button(key="ask_reopen").click().run()
    assert any("their invitations open again" in m.value for m in app.markdown)
    assert not any("Others cannot answer again" in w.value for w in app.warning)


def test_reopening_without_others_speaks_of_no_others(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("settings", assessment=assessment.id)
    app.button(key="ask_reopen").click().run()
    assert not any("their invitations" in m.value for m in app.markdown)
    assert len(app.warning) == 1
