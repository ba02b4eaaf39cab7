"""Other groups: what the page offers while the assessment is open, and once it was closed."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, an_invitation, everybody_says, keys, level, shown


def test_a_closed_assessment_shows_who_took_part_and_invites_nobody(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links, level("MC-41", 2))
    assessments.close_assessment(workspace, whole.id)
    app = open_page("invitations", assessment=whole.id)
    assert "5 places: 5 began, 5 done" in shown(app)
    assert keys(app) <= {"language", "send_again"}
    assert "1 · done" not in shown(app)
    assert "This assessment is closed." in app.info[0].value

    assessments.reopen_assessment(workspace, whole.id)
    app = open_page("invitations", assessment=whole.id)
    assert "has been shown once" in app.info[0].value
    assert "open_invitation" not in keys(app)
