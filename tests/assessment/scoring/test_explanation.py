"""Why a figure is what it is: the values that count, and what does not and why."""

import pytest

from assessment.answers import Answer, AnswerState
from assessment.scoring.explanation import (
    Explanation,
    Omission,
    StaysOut,
    Term,
    closest_pair,
    explain_criterion,
    explain_group,
)
from tests.support.catalogues import a_catalogue, a_criterion, result_of, the_criterion

LEVEL = AnswerState.LEVEL


def test_the_closest_answers_are_one_level_or_two_neighbours() -> None:
    assert closest_pair((0, 1, 3, 2, 0)).levels == (2, 3)
    assert closest_pair((0, 0, 0, 7, 0)).levels == (3,)
    found = closest_pair((2, 2, 0, 2, 2))
    assert (found.levels, found.number, found.of) == ((0, 1), 4, 8)


def test_a_criterion_score_explains_itself() -> None:
    criterion = the_criterion({"coordinator": "4", "mentee": "22222?", "mentor": "00"})

    why = explain_criterion(criterion, Answer("C-1", LEVEL, 4))

    assert why.terms == (Term("coordinator", 4, n=1), Term("mentee", 2, n=5))
    assert why.omissions == (Omission("mentee", StaysOut.UNKNOWN, 1),)
    assert (why.total, why.weight, why.value) == (6, 2, 3)


def test_an_unanswered_criterion_says_so() -> None:
    why = explain_criterion(the_criterion({}), None)

    assert (why.value, why.terms) == (None, ())
    assert why.omissions == (Omission("", StaysOut.NOT_ANSWERED),)


def test_a_note_without_answer_is_not_answered() -> None:
    why = explain_criterion(the_criterion({}), Answer("C-1", comment="later"))

    assert why.omissions == (Omission("", StaysOut.NOT_ANSWERED),)


def test_what_does_not_apply_has_no_terms() -> None:
    criterion = the_criterion({"coordinator": "-", "mentee": "1111111"})

    why = explain_criterion(criterion, Answer("C-1", AnswerState.NOT_APPLICABLE))

    assert why.terms == ()
    assert why.omissions == (Omission("coordinator", StaysOut.NOT_APPLICABLE),)


@pytest.mark.parametrize("group", ["process", "end"])
def test_a_group_score_explains_itself(group: str) -> None:
    catalogue = a_catalogue(
        a_criterion("C-1", perspective="process", phase="end"),
        a_criterion("C-2", perspective="process", phase="end"),
        a_criterion("C-3"),
    )
    signs = {"C-1": {"coordinator": "2"}, "C-2": {"coordinator": "?"}, "C-3": {"coordinator": "4"}}
    answers = {
        "C-1": Answer("C-1", LEVEL, 2),
        "C-2": Answer("C-2", AnswerState.UNKNOWN),
        "C-3": Answer("C-3", LEVEL, 4),
    }

    why = explain_group(result_of(signs, catalogue), catalogue, group, answers)

    assert why.terms == (Term("C-1", 2.0, 1.0),)
    assert why.omissions == (Omission("C-2", StaysOut.UNKNOWN),)
    assert why.value == 2


def test_a_group_score_is_the_weighted_sum_over_the_weights() -> None:
    catalogue = a_catalogue(a_criterion("C-1", weight=3), a_criterion("C-2", weight=1))
    result = result_of({"C-1": {"coordinator": "4"}, "C-2": {"coordinator": "0"}}, catalogue)

    why = explain_group(result, catalogue, "client", {})

    assert why.terms == (Term("C-1", 4.0, 3), Term("C-2", 0.0, 1))
    assert (why.total, why.weight) == (12, 4)
    assert why.value == why.total / why.weight == 3


def test_every_way_to_have_no_score_is_named() -> None:
    states = {
        "C-1": (AnswerState.NOT_APPLICABLE, {"coordinator": "-"}),
        "C-2": (AnswerState.DECLINED, {"coordinator": "x"}),
        "C-3": (AnswerState.UNKNOWN, {"coordinator": "?"}),
        "C-4": (None, {"mentee": "1"}),
        "C-5": (None, {}),
    }
    catalogue = a_catalogue(*states)
    result = result_of({name: signs for name, (_, signs) in states.items()}, catalogue)
    answers = {name: Answer(name, state) for name, (state, _) in states.items() if state}

    why = explain_group(result, catalogue, "client", answers)

    assert {o.name: o.why for o in why.omissions} == {
        "C-1": StaysOut.NOT_APPLICABLE,
        "C-2": StaysOut.DECLINED,
        "C-3": StaysOut.UNKNOWN,
        "C-4": StaysOut.NOT_ANSWERED,  # that mentees said something stays out
        "C-5": StaysOut.NOT_ANSWERED,
    }


def test_a_level_that_gives_no_score_is_named_as_such() -> None:
    catalogue = a_catalogue("C-1")
    answers = {"C-1": Answer("C-1", LEVEL, 2)}

    why = explain_group(result_of({"C-1": {}}, catalogue), catalogue, "client", answers)

    assert why == Explanation(None, (), (Omission("C-1", StaysOut.NO_SCORE),))
