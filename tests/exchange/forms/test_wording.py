"""Sentences about a form that comes back."""

import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.errors import Problem, fault
from exchange.forms import wording
from exchange.forms.import_plan import Decision, LineChange, Note, Remark, Step
from tests.support.outcomes import DUTCH, ENGLISH, catalogue_of


def test_a_problem_is_said_with_its_place_and_values() -> None:
    found = fault("f.xlsx: S!A1", "longer than {most:,} characters. Shorten it.", most=2000)

    assert wording.problem(found, DUTCH) == str(found)
    assert str(found) == "f.xlsx: S!A1: longer than 2,000 characters. Shorten it."


def test_a_problem_without_other_words_is_said_as_it_is() -> None:
    assert wording.problem(Problem("f", 0, 0, "is broken."), ENGLISH) == "f: is broken."


@pytest.mark.parametrize("remark", Remark)
def test_every_remark_has_words(remark: Remark) -> None:
    catalogue = catalogue_of(C_1={})

    assert wording.note(catalogue, Note(remark), ENGLISH)
    assert wording.note(catalogue, Note(remark, "C-1"), ENGLISH).startswith("C-1 · Criterion C-1: ")
    assert wording.note(catalogue, Note(remark, "C-9"), ENGLISH).startswith("C-9: ")


def test_every_change_and_decision_has_words() -> None:
    assert set(wording.changes(ENGLISH)) == set(LineChange)
    assert set(wording.decisions(ENGLISH)) == set(Decision)


def test_both_sides_are_said_in_full() -> None:
    now = Answer("C-1", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "own", "words", "map")
    step = Step("C-1", LineChange.CONFLICT, now, Answer("C-1"), "S!E7")

    assert wording.sides(catalogue_of(C_1={}), step, ENGLISH) == (
        "Does not apply\nAnother reason\nown\nwords\nmap",
        "no answer",
    )
