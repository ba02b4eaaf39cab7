"""A form as another program shows it: drop-downs, open cells, words of its language."""

from typing import Any

import openpyxl
import pytest

from assessment.answers import Answer, AnswerState, Reason
from exchange.forms.model import MergedRespondent
from exchange.forms.write import words_of
from tests.support.files.forms import (
    COLUMNS,
    ENGLISH,
    SHEET,
    VOICE_COLUMNS,
    a_draft,
    edited,
    made,
    row_of,
    two_criteria,
)

CATALOGUE = two_criteria()


def test_a_form_looks_as_it_should_to_another_program() -> None:
    seen: dict[str, Any] = {}

    def look(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SHEET]
        row = row_of(sheet, "C-1")
        seen["states"] = [w.sheet_state for w in workbook]
        seen["protected"] = sheet.protection.sheet
        seen["open"] = {c: not sheet[f"{at}{row}"].protection.locked for c, at in COLUMNS.items()}
        seen["lists"] = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
        seen["frozen"] = sheet.freeze_panes
        seen["levels"] = sheet[f"D{row}"].value

    edited(made(), look)

    assert seen["states"] == ["visible", "veryHidden"]
    assert seen["protected"]
    assert seen["open"] == {
        **dict.fromkeys(COLUMNS, True),
        "criterion": False,
        "title": False,
    }
    assert set(seen["lists"]) >= {"E7", "F7", "E8", "F8"}
    assert all("mentorspiegel!$D$" in source for source in seen["lists"].values())
    assert seen["frozen"] == "C6"
    assert seen["levels"].startswith("0 · ")


def test_the_words_of_a_form_are_those_of_its_language() -> None:
    data = made(a_draft(respondents=(MergedRespondent("1", "coordinator", {}),)))
    seen: list[Any] = []

    edited(data, lambda w: seen.extend(c.value for c in w[SHEET][5]))

    assert seen[0] == ENGLISH("No.")
    assert seen[-1] == "Respondent 1 (Coordinator)"


def test_the_voices_are_seen_beside_the_answer() -> None:
    said = {"C-1": Answer("C-1", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "geen", "woord")}
    draft = a_draft(CATALOGUE, respondents=(MergedRespondent("1", "coordinator", said),))
    seen: list[object] = []

    edited(made(draft), lambda w: seen.append(w[SHEET].cell(row_of(w[SHEET], "C-1"), 10).value))
    assert seen == ["Does not apply\nAnother reason: geen\nwoord"]


def cells(data: bytes, places: dict[str, str], criterion: str) -> dict[str, Any]:
    """Return the values of the cells in the row of a criterion."""
    seen: dict[str, Any] = {}

    def look(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SHEET]
        row = row_of(sheet, criterion)
        seen.update({name: sheet[f"{column}{row}"].value for name, column in places.items()})

    edited(data, look)
    return seen


def test_what_is_answered_stands_in_the_cells() -> None:
    answer = Answer(
        "C-1", AnswerState.NOT_APPLICABLE, None, Reason.DONE_BY_PARTNER, "school", "ja", "map"
    )

    assert cells(made(a_draft(answers={"C-1": answer})), COLUMNS, "C-1") == {
        "criterion": "C-1",
        "title": "Criterion C-1",
        "answer": "Does not apply",
        "reason": "A partner does this",
        "reason_text": "school",
        "comment": "ja",
        "evidence": "map",
    }


def test_a_form_of_an_anonymous_respondent_has_no_reasons_and_asks_for_no_names() -> None:
    draft = a_draft(role="mentee", respondent="r1", is_anonymous=True)
    seen: list[Any] = []

    edited(made(draft), lambda w: seen.extend(c.value for row in w[SHEET]["A1:I6"] for c in row))

    assert set(words_of(draft, ENGLISH).headers) == set(VOICE_COLUMNS)
    assert any("Write no names" in str(value) for value in seen)
    assert "What shows it?" not in seen


def test_the_words_of_a_form_are_options_of_its_scales_and_reasons() -> None:
    words = words_of(a_draft(), ENGLISH)

    assert list(words.options) == ["practice"]
    assert words.options["practice"]["2"] == "2 · Agreed"
    assert words.reasons["done_by_partner"] == "A partner does this"


@pytest.mark.parametrize("words", ["=1+1", "+1", "007"])
def test_what_people_typed_stays_text(words: str) -> None:
    data = made(a_draft(answers={"C-1": Answer("C-1", AnswerState.LEVEL, 3, comment=words)}))

    assert cells(data, COLUMNS, "C-1")["comment"] == words


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert made() == made()
