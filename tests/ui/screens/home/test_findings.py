"""One finding of each closed assessment."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown


def test_a_closed_assessment_says_its_finding_and_an_open_one_nothing(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    choices = workspace.store.choices.get(assessment.id).values()
    minimal = sum(c.in_scope and c.requirement == "minimal" for c in choices)
    finding = f"of the {minimal} minimal criteria"
    assert finding not in shown(open_page("home"))

    answer(workspace, assessment, level("MC-01", 4))
    assessments.close_assessment(workspace, assessment.id)
    assert f"1 {finding}" in shown(open_page("home"))

    assessments.reopen_assessment(workspace, assessment.id)
    assert finding not in shown(open_page("home"))

    answer(workspace, assessment, level("MC-03", 4))
    assessments.close_assessment(workspace, assessment.id)
    assert f"2 {finding}" in shown(open_page("home"))


def test_a_finding_is_said_in_the_language_of_the_tab(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)

    assert "minimal criteria" in shown(open_page("home", language="en"))
    assert "minimale criteria" in shown(open_page("home", language="nl"))
