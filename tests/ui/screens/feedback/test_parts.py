"""The switch, the preview and the page to hand out."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import HOSTILE, OpenPage, agree, choose, hear, shown


def test_the_switch_is_kept_at_once_and_says_what_it_does(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 2)
    app = open_page("feedback", assessment=assessment.id)
    assert "Off: nobody can read it." in shown(app)

    app.toggle[0].set_value(True).run()
    assert workspace.store.assessments.get(assessment.id).gives_feedback
    assert "On: they can read it now." in shown(app)
    assert [toggle.value for toggle in app.toggle] == [True]

    app.toggle[0].set_value(False).run()
    assert not workspace.store.assessments.get(assessment.id).gives_feedback


def test_the_preview_says_what_they_read_in_the_language_that_is_chosen(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agree(workspace, assessment, text=HOSTILE, owner="Baas")
    hear(workspace, assessment, 2)
    app = open_page("feedback", assessment=assessment.id)

    page = shown(app)
    assert "5 mentees" in page
    assert "We are going to talk about this" in page
    assert "&lt;script&gt;" in page
    assert "Baas" not in page
    assert "010 123 45 67" in page

    choose(app, "feedback_language", "nl")
    assert "Hier gaan we over praten" in shown(app)
