"""What closing and reopening mean for others is said before it happens."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, an_invitation, hear, shown


def test_the_look_back_says_who_took_part_and_that_closing_is_final_for_them(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assert "final for others" not in shown(open_page("closing", assessment=assessment.id))
    an_invitation(workspace, assessment)
    page = shown(open_page("closing", assessment=assessment.id))
    assert "Mentees, 5 places: 0 began, 0 done" in page
    assert "Closing is final for others" in page

    assessments.close_assessment(workspace, assessment.id)
    page = shown(open_page("closing", assessment=assessment.id))
    assert "Mentees, 5 places" in page
    assert "Closing is final for others" not in page


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
