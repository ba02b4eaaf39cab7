"""A form that comes back: what was typed, what is repaired, and what is refused with its cell."""

from typing import Any

import openpyxl
import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.errors import SheetError
from exchange.forms import read as reading
from exchange.forms.model import same
from exchange.spreadsheets.cells import CELL_MAX
from tests.support.files.forms import (
    LEVEL,
    SHEET,
    VOICE_COLUMNS,
    a_draft,
    edited,
    filled,
    made,
    read,
)

AGREED = "2 · Agreed"
NOT_APPLICABLE = "Does not apply"


def problems(data: bytes) -> list[str]:
    with pytest.raises(SheetError) as caught:
        read(data)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("typed", "state", "level"),
    [
        ("0 · Absent", LEVEL, 0),
        ("4 · Improved", LEVEL, 4),
        ("  2  ·  agreed ", LEVEL, 2),
        (3, LEVEL, 3),
        ("3", LEVEL, 3),
        (NOT_APPLICABLE, AnswerState.NOT_APPLICABLE, None),
        ("I don't know", AnswerState.UNKNOWN, None),
        ("unknown", AnswerState.UNKNOWN, None),
        ("I'd rather not say", AnswerState.DECLINED, None),
        (None, None, None),
        ("  ", None, None),
    ],
)
def test_an_answer_is_read_as_it_was_chosen(typed: Any, state: Any, level: int | None) -> None:
    found = read(filled(made(), {"C-1": {"answer": typed}})).answers["C-1"]

    assert (found.state, found.level) == (state, level)


def test_every_word_is_read() -> None:
    cells = {
        "answer": NOT_APPLICABLE,
        "reason": "A partner does this",
        "reason_text": "school",
        "comment": "first line\nsecond <b>&amp;",
        "evidence": 2026,
    }
    form = read(filled(made(), {"C-1": cells}))

    assert form.answers["C-1"] == Answer(
        "C-1",
        AnswerState.NOT_APPLICABLE,
        None,
        Reason.DONE_BY_PARTNER,
        "school",
        "first line\nsecond <b>&amp;",
        "2026",
    )
    assert form.places["C-1"] == "Questions!E7"
    assert form.answers["C-2"] == Answer("C-2")


def test_own_words_alone_are_another_reason() -> None:
    cells = {"answer": NOT_APPLICABLE, "reason_text": "wij niet"}
    found = read(filled(made(), {"C-1": cells})).answers["C-1"]

    assert (found.reason, found.reason_text) == (Reason.OTHER, "wij niet")


def test_a_form_that_nobody_touched_says_what_it_was_made_with() -> None:
    before = {
        "C-1": Answer(
            "C-1",
            LEVEL,
            3,
            comment="=1+1\r\nx\ty\x01z\u202e",
            evidence="'quoted",
            marked=True,
            version=4,
        ),
        "C-2": Answer(
            "C-2", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "geen", comment="a" * 40_000
        ),
    }
    form = read(made(a_draft(before=before)))

    assert form.answers["C-1"].comment == "=1+1\nx yz"
    assert len(form.answers["C-2"].comment) == CELL_MAX
    for name, answer in form.answers.items():
        assert same(answer, form.questions[name].before)
        assert same(answer, before[name])


def test_an_anonymous_voice_gives_an_answer_and_a_comment() -> None:
    data = made(a_draft(role="mentee", respondent="s1", is_anonymous=True))
    cells = {"answer": NOT_APPLICABLE, "comment": "fijn"}
    form = read(filled(data, {"C-2": cells}, VOICE_COLUMNS))

    assert form.head.is_anonymous
    assert form.answers["C-2"] == Answer("C-2", AnswerState.NOT_APPLICABLE, comment="fijn")


def test_a_long_comment_of_an_anonymous_voice_is_refused() -> None:
    data = made(a_draft(role="mentee", respondent="s1", is_anonymous=True))

    (line,) = problems(filled(data, {"C-2": {"comment": "a" * 2_001}}, VOICE_COLUMNS))

    assert line == "form.xlsx: Questions!F9: longer than 2,000 characters. Shorten it."


def shifted(workbook: openpyxl.Workbook) -> None:
    workbook[SHEET].insert_rows(1, 3)


def with_another_column(workbook: openpyxl.Workbook) -> None:
    workbook[SHEET].insert_cols(1)


def renamed(workbook: openpyxl.Workbook) -> None:
    workbook[SHEET].title = "Blad 1"


def reordered(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SHEET]
    for column in range(1, 10):
        one, other = sheet.cell(7, column), sheet.cell(8, column)
        one.value, other.value = other.value, one.value


@pytest.mark.parametrize("change", [shifted, with_another_column, renamed, reordered])
def test_what_is_moved_as_a_whole_is_repaired(change: Any) -> None:
    data = filled(made(), {"C-1": {"answer": AGREED}, "C-2": {"comment": "x"}})
    form = read(edited(data, change))

    assert form.answers["C-1"].level == 2
    assert form.answers["C-2"].comment == "x"


def test_a_line_that_was_taken_out_is_not_answered_empty() -> None:
    assert set(read(edited(made(), lambda w: w[SHEET].delete_rows(7))).answers) == {"C-2"}


def cell(place: str, value: Any) -> Any:
    def change(workbook: openpyxl.Workbook) -> None:
        workbook[SHEET][place] = value

    return change


def merged(area: str) -> Any:
    return lambda workbook: workbook[SHEET].merge_cells(area)


def shifted_answers(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SHEET]
    sheet["E8"] = AGREED
    sheet.move_range("A8:B8", rows=1)


def shifted_titles(workbook: openpyxl.Workbook) -> None:
    workbook[SHEET]["B7"], workbook[SHEET]["B8"] = "Criterion C-2", "Criterion C-1"


BROKEN = {
    "no answer": (cell("E7", "perhaps"), ["Questions!E7: `perhaps` is not one of the answers"]),
    "a level off the scale": (cell("E7", 7), ["Questions!E7: `7` is not one"]),
    "a formula": (cell("E7", "=1+1"), ["Questions!E7: a formula stands here"]),
    "a formula as a comment": (cell("H8", '=HYPERLINK("x")'), ["Questions!H8: a formula"]),
    "merged answers": (merged("E7:E8"), ["Questions!E7:E8: these cells are merged"]),
    "a reason without": (cell("F7", "A partner does this"), ["Questions!F7: a reason, but"]),
    "own words without": (cell("G7", "geen"), ["Questions!G7: a reason, but"]),
    "an unknown question": (cell("A7", "C-9"), ["Questions!A7: there is no question `C-9`"]),
    "a question twice": (
        cell("A8", "C-1"),
        ["Questions!A8: C-1 is answered twice, first in Questions!E7"],
    ),
    "an answer without a question": (
        shifted_answers,
        ["Questions!E8: something stands here without a question"],
    ),
    "answers beside another question": (
        shifted_titles,
        ["Questions!B7: another question", "Questions!B8: another question"],
    ),
    "a header that is gone": (cell("E5", "Antwoord"), ["Questions: no row with these headers"]),
    "no sheet": (
        lambda w: (w.create_sheet("x"), w.remove(w[SHEET])),
        ["Questions: this sheet is missing"],
    ),
    "no hidden sheet": (
        lambda w: w.remove(w["mentorspiegel"]),
        ["mentorspiegel: the hidden sheet that describes the form is missing"],
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_could_mean_something_else_is_refused_with_its_cell(kind: str) -> None:
    change, expected = BROKEN[kind]
    found = problems(edited(made(), change))

    assert len(found) == len(expected)
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(f"form.xlsx: {start}")


def test_a_reason_that_is_not_on_the_list_is_refused() -> None:
    cells = {"answer": NOT_APPLICABLE, "reason": "zomaar"}

    (line,) = problems(filled(made(), {"C-1": cells}))

    assert line.startswith("form.xlsx: Questions!F7: `zomaar` is not one of the reasons")


def test_cells_merged_above_or_beside_the_answers_do_no_harm() -> None:
    data = edited(made(), lambda w: (w[SHEET].merge_cells("A1:C1"), w[SHEET].merge_cells("C7:C8")))

    assert set(read(data).answers) == {"C-1", "C-2"}


def test_everything_wrong_is_told_at_once_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    data = filled(made(), {"C-1": {"answer": "?"}, "C-2": {"answer": "??"}})

    assert len(problems(data)) == 2
    monkeypatch.setattr(reading, "MAX_PROBLEMS", 1)
    assert len(problems(data)) == 1
