"""Why a figure is what it is: what counts, what does not and why."""

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.scoring.explanation import (
    Omission,
    StaysOut,
    Term,
    closest_pair,
    explain_criterion,
    explain_group,
)
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from tests.support.answers import closed, speak, write

LEVEL = AnswerState.LEVEL


def test_a_criterion_score_explains_itself(workspace: Workspace, assessment: Assessment) -> None:
    write(workspace, assessment, Answer("MC-41", LEVEL, 4))
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 2), times=5)
    speak(workspace, assessment, "mentee", Answer("MC-41", AnswerState.UNKNOWN))
    speak(workspace, assessment, "mentor", Answer("MC-41", LEVEL, 0), times=2)
    outcome = closed(workspace, assessment)

    why = explain_criterion(outcome.result.criteria["MC-41"], outcome.answers["MC-41"])

    assert why.terms == (Term("coordinator", 4, n=1), Term("mentee", 2, n=5))
    assert why.omissions == (
        Omission("mentee", StaysOut.UNKNOWN, 1),
        Omission("", StaysOut.TOO_FEW, 2),
    )
    assert (why.total, why.weight, why.value) == (6, 2, 3)


def test_an_unanswered_criterion_says_so(workspace: Workspace, assessment: Assessment) -> None:
    outcome = outcome_of(workspace, assessment)
    why = explain_criterion(outcome.result.criteria["MC-41"], None)
    assert (why.value, why.terms) == (None, ())
    assert why.omissions == (Omission("", StaysOut.NOT_ANSWERED),)


def test_what_does_not_apply_has_no_terms(workspace: Workspace, assessment: Assessment) -> None:
    write(workspace, assessment, Answer("MC-41", AnswerState.NOT_APPLICABLE))
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 1), times=7)
    outcome = closed(workspace, assessment)
    assert explain_criterion(outcome.result.criteria["MC-41"], outcome.answers["MC-41"]).terms == ()


@pytest.mark.parametrize("group", ["result", "preparation"])
def test_a_group_score_explains_itself(
    workspace: Workspace, assessment: Assessment, group: str
) -> None:
    write(workspace, assessment, Answer("MC-01", LEVEL, 2), Answer("MC-03", AnswerState.UNKNOWN))
    outcome = outcome_of(workspace, assessment)
    why = explain_group(outcome.result, outcome.catalogue, group, outcome.answers)
    assert why.terms == (Term("MC-01", 2.0, 1.0),)
    assert Omission("MC-03", StaysOut.UNKNOWN) in why.omissions
    assert why.value == 2


def test_every_way_to_have_no_score_is_named(workspace: Workspace, assessment: Assessment) -> None:
    write(
        workspace,
        assessment,
        Answer("MC-19", AnswerState.NOT_APPLICABLE),
        Answer("MC-20", AnswerState.DECLINED),
        Answer("MC-36", AnswerState.UNKNOWN),
    )
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 1))
    outcome = closed(workspace, assessment)
    why = explain_group(outcome.result, outcome.catalogue, "client", outcome.answers)
    assert {o.name: o.why for o in why.omissions} == {
        "MC-19": StaysOut.NOT_APPLICABLE,
        "MC-20": StaysOut.DECLINED,
        "MC-36": StaysOut.UNKNOWN,
        "MC-41": StaysOut.TOO_FEW,
        "MC-44": StaysOut.NOT_ANSWERED,
        "MC-45": StaysOut.NOT_ANSWERED,
    }


def test_the_closest_answers_are_one_level_or_two_neighbours() -> None:
    assert closest_pair((0, 1, 3, 2, 0)).levels == (2, 3)
    assert closest_pair((0, 0, 0, 7, 0)).levels == (3,)
    found = closest_pair((2, 2, 0, 2, 2))
    assert (found.levels, found.number, found.of) == ((0, 1), 4, 8)
