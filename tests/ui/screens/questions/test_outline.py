"""The list of all questions: filters, and what was agreed last time."""

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, agree, answer, following, links, shown


def test_questions_can_be_found_by_word_and_state(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-01", AnswerState.LEVEL, 3, marked=True))
    app = open_page("questions", assessment=assessment.id)
    app.segmented_control(key="status:en").set_value("done").run()
    assert "One question shown" in shown(app)
    app.segmented_control(key="status:en").set_value("marked").run()
    assert any(label.startswith("✓ ⚑") for label in links(app))
    app.segmented_control(key="status:en").set_value("open").run()
    assert "19 questions shown" in shown(app)
    app.segmented_control(key="status:en").set_value("all").run()
    app.segmented_control(key="order:en").set_value("phase").run()
    app.text_input(key="search").set_value("MC-44").run()
    assert "One question shown" in shown(app)


def test_agreements_of_last_time_come_first(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assert not open_page("questions", assessment=assessment.id).info
    agree(workspace, assessment)
    agree(workspace, assessment, criterion="MC-44")
    assessments.close_assessment(workspace, assessment.id)

    app = open_page("questions", assessment=following(workspace, assessment).id)

    assert app.info[0].value == "Last time 2 agreements were made. What happened to them?"
    assert "Look at the agreements first" in links(app)
