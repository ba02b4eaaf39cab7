"""A new agreement is made from a gap."""

from datetime import date

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, agree, answer, level, shown


def test_a_gap_becomes_an_agreement(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 1))
    app = open_page("agreements", assessment=assessment.id)
    app.selectbox(key="agreement_criterion:0:en").set_value("MC-01").run()
    app.button(key="take:MC-01:0").click().run()
    step = workspace.catalogue.by_id["MC-01"].next_steps[0].in_language("en")
    assert app.text_area(key="new_text:MC-01").value == step
    app.text_input(key="new_owner:MC-01").set_value("coordinator")
    app.date_input(key="new_due:MC-01").set_value(date(2027, 1, 15))
    app.button(key="agree").click().run()

    [agreement] = workspace.store.agreements.all(assessment.project)
    assert (agreement.text, agreement.owner, agreement.due) == (
        step,
        "coordinator",
        date(2027, 1, 15),
    )
    assert app.selectbox(key="agreement_criterion:1:en").value is None


def test_an_agreement_without_words_is_not_made(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("agreements", assessment=assessment.id, criterion="MC-08")
    app.text_input(key="new_owner:MC-08").set_value("mentor").run()
    app.button(key="agree").click().run()
    assert "Fill in what you will do" in shown(app)
    assert app.text_input(key="new_owner:MC-08").value == "mentor"
    assert workspace.store.agreements.all(assessment.project) == []


def test_the_most_urgent_comes_first_and_one_with_an_agreement_is_marked(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-45", 4), level("MC-44", 0))
    agree(workspace, assessment, criterion="MC-45")
    app = open_page("agreements", assessment=assessment.id)

    first, *others = app.selectbox(key="agreement_criterion:1:en").options

    catalogue = workspace.catalogue.by_id
    title = catalogue["MC-44"].title.in_language("en")
    assert first == f"{title} · below target, priority high"
    assert [o for o in others if "below target" in o] == []
    marked = catalogue["MC-45"].title.in_language("en")
    assert [o for o in others if o.endswith("✓")] == [f"{marked} ✓"]


def test_without_a_gap_the_form_says_why(open_page: OpenPage, assessment: Assessment) -> None:
    app = open_page("agreements", assessment=assessment.id)

    assert "Nothing is below its target yet" in shown(app)
