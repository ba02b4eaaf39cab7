"""Answers as CSV that goes out and comes back the same."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.answers import MAX_TEXT, Answer, AnswerState, Reason
from exchange.answer_files.read import read_answers
from exchange.answers_csv import HEADER, Row, write_answers
from tests.support.catalogues import a_catalogue, count_rows, csv_file, raw_file, rows_of

CATALOGUE = a_catalogue("C-1", "C-2")
FORMULAS = ["=1+1", "+31 6", "-1", "- a dash", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"]
AWKWARD = [
    *FORMULAS,
    "'s avonds",
    "'",
    "''=1",
    "'=1",
    "'- streepje",
    '"',
    'she said "no", twice',
    "one\ntwo\r\nthree\rfour",
    "a,b;c\td",
    "  spaces  ",
    "ï»¿\ufeff",
    "é 漢 🙂 \u2028 \x0b \x85",
]
TEXT = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30),
)


def there_and_back(folder: Path, *rows: Row) -> list[Row]:
    return read_answers(raw_file(folder, write_answers(rows)), CATALOGUE)


def a_row(**fields: object) -> Row:
    defaults = {"criterion": "C-1", "state": AnswerState.LEVEL, "level": 2}
    return Row("A1", "R1", "mentee", Answer(**{**defaults, **fields}))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(comment=TEXT, evidence=TEXT)
def test_any_text_comes_back_the_same(tmp_path: Path, comment: str, evidence: str) -> None:
    row = a_row(comment=comment, evidence=evidence)

    assert there_and_back(tmp_path, row) == [row]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=TEXT.filter(lambda name: name.strip() != ""), reason=TEXT)
def test_any_name_and_any_reason_come_back_the_same(tmp_path: Path, name: str, reason: str) -> None:
    answer = Answer("C-1", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text=reason)
    row = Row(name, name, "coordinator", answer)

    assert there_and_back(tmp_path, row) == [row]


@pytest.mark.parametrize("state", AnswerState)
def test_every_state_comes_back(tmp_path: Path, state: AnswerState) -> None:
    row = a_row(state=state, level=1 if state is AnswerState.LEVEL else None)

    assert there_and_back(tmp_path, row) == [row]


@pytest.mark.parametrize("reason", [None, *Reason])
@pytest.mark.parametrize("words", ["", "in our own words", ": "])
def test_every_reason_comes_back_with_its_words(
    tmp_path: Path, reason: Reason | None, words: str
) -> None:
    row = a_row(state=AnswerState.NOT_APPLICABLE, level=None, reason=reason, reason_text=words)

    (found,) = there_and_back(tmp_path, row)

    assert found.answer.reason_text == words
    assert found.answer.reason == (Reason.OTHER if words and reason is None else reason)


def test_a_note_without_answer_comes_back(tmp_path: Path) -> None:
    row = a_row(state=None, level=None, comment="look at this again")

    assert there_and_back(tmp_path, row) == [row]


def test_the_longest_text_comes_back(tmp_path: Path) -> None:
    longest = "=" + "a" * (MAX_TEXT - 1)
    answer = Answer(
        "C-1", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, longest, longest, longest
    )
    row = Row("A1", "R1", "mentee", answer)

    assert there_and_back(tmp_path, row) == [row]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_one_that_a_spreadsheet_calculates(formula: str) -> None:
    answer = Answer("C-1", AnswerState.LEVEL, 2, comment=formula, evidence=formula)
    written = write_answers([Row(formula, formula, "mentee", answer)])

    _, cells = csv.reader(io.StringIO(written, newline=""))
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")] == []


def test_the_header_is_exactly_the_agreed_one() -> None:
    header = "assessment,respondent,role,criterion,state,level,reason,comment,evidence"

    assert write_answers([]) == header + "\r\n"
    assert ",".join(HEADER) == header


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_do_not_matter(tmp_path: Path, end: str, mark: str) -> None:
    line = "A1,R1,mentee,C-1,level,2,,,"
    path = raw_file(tmp_path, mark + end.join([",".join(HEADER), line, ""]))

    assert read_answers(path, CATALOGUE) == [a_row()]


def test_empty_lines_are_skipped(tmp_path: Path) -> None:
    path = raw_file(tmp_path, ",".join(HEADER) + "\n\nA1,R1,mentee,C-1,level,2,,,\n\n")

    assert read_answers(path, CATALOGUE) == [a_row()]


def test_a_dash_before_a_space_is_just_a_dash(tmp_path: Path) -> None:
    (row,) = read_answers(csv_file(tmp_path, {"comment": "- one\n- two"}), CATALOGUE)

    assert row.answer.comment == "- one\n- two"


def test_rows_are_counted_by_assessment_criterion_role_and_state() -> None:
    rows = rows_of({"C-1": {"mentee": "223x"}}, "A1") + rows_of({"C-2": {"mentor": "?"}}, "A2")

    table = count_rows([*rows, a_row(state=None, level=None, comment="a note")], CATALOGUE)

    assert table.assessments == ("A1", "A2")
    assert table.counts[0, 0, CATALOGUE.role_ids.index("mentee")].tolist() == [
        0,
        0,
        2,
        1,
        0,
        0,
        0,
        1,
    ]
    assert table.counts[1, 1, CATALOGUE.role_ids.index("mentor")].tolist() == [
        0,
        0,
        0,
        0,
        0,
        0,
        1,
        0,
    ]
    assert table.counts.sum() == 5
