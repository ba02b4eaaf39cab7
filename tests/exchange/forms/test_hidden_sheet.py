"""The hidden sheet of a form: what it says of the form; changed or damaged, the form is refused."""

from typing import Any

import openpyxl
import pytest

from assessment.answers import Answer
from assessment.errors import SheetError
from exchange.forms.hidden_sheet import described, description_rows
from exchange.forms.model import Column, MergedRespondent
from exchange.forms.write import words_of
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import ENGLISH, LEVEL, a_draft, edited, filled, made, read


def hidden(change: Any) -> Any:
    def changed(workbook: openpyxl.Workbook) -> None:
        change(workbook["mentorspiegel"])

    return changed


def told(kind: str, name: str, column: str, value: str) -> Any:
    """Write over one cell of the row of the hidden sheet that starts so."""

    def change(sheet: Any) -> None:
        row = next(
            r
            for r in range(1, sheet.max_row + 1)
            if [sheet[f"A{r}"].value, sheet[f"B{r}"].value] == [kind, name]
        )
        sheet[f"{column}{row}"] = value

    return hidden(change)


SPOILED = {
    "another format": (told("head", "format", "C", "other-9"), "format `other-9` is not known"),
    "no catalogue": (told("head", "catalogue", "C", ""), "changed or damaged"),
    "an unknown column": (told("column", "answer", "B", "x"), "changed or damaged"),
    "no column": (told("column", "answer", "A", "x"), "changed or damaged"),
    "no questions": (
        hidden(lambda s: s.delete_rows(s.max_row - 1, 2)),
        "changed or damaged",
    ),
    "an answer that is no JSON": (told("question", "C-1", "E", "{"), "changed or damaged"),
    "an answer to another question": (
        told("question", "C-1", "E", '{"criterion":"C-2"}'),
        "changed or damaged",
    ),
    "an answer off the scale": (
        told("question", "C-1", "E", '{"criterion":"C-1","state":"level","level":9}'),
        "changed or damaged",
    ),
    "nothing": (hidden(lambda s: s.delete_rows(1, s.max_row)), "format `` is not known"),
    "a voice that was not named": (
        hidden(lambda s: s.append(["said", "7", "C-1", '{"criterion":"C-1"}'])),
        "changed or damaged",
    ),
    "a narrow sheet": (hidden(lambda s: s.delete_cols(2, 5)), "changed or damaged"),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_a_form_whose_description_was_changed_is_refused(kind: str) -> None:
    change, expected = SPOILED[kind]

    with pytest.raises(SheetError) as caught:
        read(edited(made(), change))
    line = str(caught.value)

    assert line.startswith("form.xlsx: mentorspiegel!")
    assert expected in line


def test_the_voices_of_a_merged_form_come_back() -> None:
    said = {"C-1": Answer("C-1", LEVEL, 2, comment="ja")}
    respondents = (
        MergedRespondent("1", "coordinator", said),
        MergedRespondent("2", "facilitator", {}),
    )

    assert read(made(a_draft(respondents=respondents))).respondents == respondents


def test_the_hidden_sheet_says_what_the_form_was_made_with() -> None:
    before = {"C-1": Answer("C-1", LEVEL, 3, comment="ja", marked=True, version=7)}
    draft = a_draft(before=before)
    description = described(read_workbook(made(draft), "f"), "f")

    assert description.head == draft.head
    assert description.headers[Column.ANSWER] == "Your answer"
    assert description.options["practice"]["2 · agreed"] == "2"
    assert description.reasons["a partner does this"] == "done_by_partner"
    assert description.questions["C-1"].title == "Criterion C-1"
    assert description.questions["C-1"].before == Answer("C-1", LEVEL, 3, comment="ja")
    assert description.respondents == ()


def test_every_row_of_the_hidden_sheet_starts_with_its_kind() -> None:
    respondents = (MergedRespondent("1", "coordinator", {"C-1": Answer("C-1", LEVEL, 2)}),)
    draft = a_draft(respondents=respondents)
    rows = description_rows(draft, words_of(draft, ENGLISH))

    assert rows[0] == ["head", "format", "mentorspiegel-form-1"]
    assert list(dict.fromkeys(row[0] for row in rows)) == [
        *("head", "column", "option", "reason", "question", "voice", "said"),
    ]


def earlier(sheet: Any) -> None:
    """Call the respondent as the program did before: `seat`."""
    (cell,) = (cell for cell in sheet["B"] if cell.value == "respondent")
    cell.value = "seat"


def test_a_form_that_was_handed_out_before_respondents_had_their_name_is_read() -> None:
    data = made(a_draft(role="facilitator", respondent="r1"))

    form = read(filled(edited(data, hidden(earlier)), {"C-2": {"answer": 3}}))

    assert form.head.respondent == "r1"
    assert form.answers["C-2"] == Answer("C-2", LEVEL, 3)
    assert form.head == read(data).head


def test_a_form_without_any_name_for_its_respondent_is_one_of_the_organisation_itself() -> None:
    def without(sheet: Any) -> None:
        sheet.delete_rows(next(cell.row for cell in sheet["B"] if cell.value == "respondent"))

    assert read(edited(made(), hidden(without))).head.respondent == ""
