"""The name of an assessment, and whether it is open."""

from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, fill, key, shown


def test_the_assessment_can_be_renamed(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    fill(app, "text_input", "assessment:", "Najaar")
    assert workspace.store.assessments.get(assessment.id).name == "Najaar"
    fill(app, "text_input", "assessment:", " ")
    assert app.text_input(key=key(app, "text_input", "assessment:")).value == "Najaar"
    assert workspace.store.assessments.get(assessment.id).name == "Najaar"


def test_a_rename_against_another_window_is_said(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.rename_assessment(workspace, assessment, "Elders")
    fill(app, "text_input", "assessment:", "Hier")
    assert "another window" in shown(app)
    assert workspace.store.assessments.get(assessment.id).name == "Elders"


def test_an_open_assessment_shows_where_it_is_closed(app: AppTest) -> None:
    labels = [part.proto.label for part in app.main.get("page_link")]
    assert labels.count("Look back") == 2


def test_a_closed_assessment_is_reopened_only_after_a_second_word(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("settings", assessment=assessment.id)
    app.button(key="ask_reopen").click().run()
    app.button(key="keep_closed").click().run()
    app.button(key="ask_reopen").click().run()
    app.button(key="reopen").click().run()
    assert not workspace.store.assessments.get(assessment.id).is_closed
    assert not app.exception
