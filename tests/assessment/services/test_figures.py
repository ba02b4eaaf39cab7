"""Figures of many closed assessments are those of each outcome, and only closed ones have any."""

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.figures import figures_of
from assessment.services.outcome import Outcome, outcome_of
from assessment.services.project_list import Fault
from assessment.services.self_audit import open_audit, write_answer
from tests.support.broken import break_snapshot
from tests.support.builders import Clock


def test_figures_are_those_of_the_outcome(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    other = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="full", ambition="growth"
    )
    for number, one in enumerate((assessment, other)):
        audit = open_audit(workspace, one.id)
        write_answer(workspace, audit, Answer("MC-01", AnswerState.LEVEL, 1 + number))
        assessments.close_assessment(workspace, one.id)
    closed = workspace.store.assessments.all(assessment.project)

    figures = figures_of(workspace, closed)

    for one in closed:
        outcome, listed = outcome_of(workspace, one), figures.outcome(one)
        assert isinstance(listed, Outcome)
        assert listed.result == outcome.result
        assert listed.choices == outcome.choices
        assert listed.threshold == outcome.threshold
        assert listed.answers == {}


def test_an_outcome_that_cannot_be_made_takes_no_other_one_with_it(
    workspace: Workspace, assessment: Assessment
) -> None:
    other = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="full", ambition="growth"
    )
    broken, whole = (assessments.close_assessment(workspace, one.id) for one in (assessment, other))
    break_snapshot(workspace, assessment, "{}")

    figures = figures_of(workspace, workspace.store.assessments.all(assessment.project))

    assert isinstance(figures.outcome(whole), Outcome)
    assert isinstance(figures.outcome(broken), Fault)


def test_an_open_assessment_has_no_figures_here(
    workspace: Workspace, assessment: Assessment
) -> None:
    assert figures_of(workspace, [assessment]).tables == {}
