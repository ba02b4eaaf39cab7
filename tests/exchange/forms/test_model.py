"""What a form is: its columns, what it holds of an answer, and answers as hidden cells."""

from dataclasses import replace

import pytest

from assessment.answers import Answer, AnswerState, Reason
from exchange.forms import model
from exchange.forms.model import Column, columns, content, same
from exchange.spreadsheets.cells import CELL_MAX

LEVEL = AnswerState.LEVEL
FULL = Answer("C-1", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "own", "words", "map")
MARKED = replace(FULL, marked=True, version=4)


def test_an_anonymous_respondent_gives_no_reasons_and_no_evidence() -> None:
    assert set(columns(is_anonymous=False)) == set(Column)
    assert columns(is_anonymous=True) == (
        *(Column.CRITERION, Column.TITLE, Column.ANSWER, Column.COMMENT),
    )


def test_a_form_holds_no_version_and_no_mark() -> None:
    assert content(MARKED) == Answer(
        "C-1", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "own", "words", "map"
    )


def test_a_form_holds_of_a_text_what_fits_a_cell() -> None:
    held = content(Answer("C-1", LEVEL, 1, comment="a" * (CELL_MAX + 1), evidence="x\r\ny\x01"))

    assert len(held.comment) == CELL_MAX
    assert held.evidence == "x\ny"


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (Answer("C-1", LEVEL, 2, comment=" a \n b", version=9, marked=True), True),
        (Answer("C-1", LEVEL, 2, comment="a b c"), False),
        (Answer("C-1", LEVEL, 3, comment="a b"), False),
        (Answer("C-1", AnswerState.UNKNOWN, comment="a b"), False),
    ],
)
def test_white_space_makes_no_other_answer(other: Answer, is_same: bool) -> None:
    assert same(Answer("C-1", LEVEL, 2, comment="a b"), other) is is_same


@pytest.mark.parametrize(
    "answer", [Answer("C-1"), MARKED, Answer("C-1", LEVEL, 0, comment="é\n" * 30_000)]
)
def test_an_answer_comes_back_from_its_cells(answer: Answer) -> None:
    cells = model.written(answer)

    assert all(len(cell) <= CELL_MAX for cell in cells)
    assert model.read([*cells, "", ""]) == answer


def test_cells_that_hold_no_answer_are_refused() -> None:
    with pytest.raises(ValueError, match="validation error"):
        model.read(["{"])
