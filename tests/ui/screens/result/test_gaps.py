"""The floor, what is still missing by priority, and what is strong."""

from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown


def test_gaps_come_by_priority_and_can_be_filtered(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    assert "7 criteria below target shown" in shown(app)
    app.selectbox(key="gap_perspective:en").set_value("result").run()
    app.selectbox(key="gap_requirement:en").set_value("minimal").run()
    assert "2 criteria below target shown" in shown(app)
    app.selectbox(key="gap_phase:en").set_value("training").run()
    assert "0 criteria below target shown" in shown(app)


def test_a_gap_leads_to_its_question_and_to_an_agreement(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    ways = [part.proto for part in app.main.get("page_link")]
    places = {(p.page, p.query_string) for p in ways if "criterion=MC-30" in p.query_string}
    assert {page for page, _ in places} == {"audit", "agreements"}


def test_with_everything_on_target_there_is_no_gap_and_no_open_floor(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(level(c.criterion, 4) for c in scope))
    app = open_page("result", assessment=assessment.id)
    assert "minimal criteria reach their target" in shown(app)
    assert "These do not reach it yet" not in shown(app)
    assert "Nothing that has a score is below its target." in [m.value for m in app.markdown]


def test_without_minimal_criteria_and_strengths_the_page_says_so(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for choice in workspace.store.choices.get(assessment.id).values():
        changed = Choice(choice.criterion, in_scope=choice.in_scope, requirement="growth")
        assessments.change_choice(workspace, assessment.id, changed)
    answer(workspace, assessment, level("MC-01", 1))
    sentences = [m.value for m in open_page("result", assessment=assessment.id).markdown]
    assert "No minimal criterion applies to this assessment." in sentences
    assert "Nothing has a score of 3 or more yet without being below its target." in sentences
