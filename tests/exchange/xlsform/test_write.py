"""A catalogue as XLSForm: other programs make a questionnaire of it."""

import io
from pathlib import Path

import openpyxl
import pytest
from pyxform.xls2xform import convert

from assessment.catalogue.reading.loader import load_catalogue
from assessment.errors import InvalidInput
from exchange.xlsform.write import xlsform
from tests.support.catalogues import a_catalogue, a_criterion, text
from tests.support.files.xlsforms import small
from tests.support.workspace import CRITERIA

SHIPPED = load_catalogue(CRITERIA)
ROLES = SHIPPED.role_ids


@pytest.mark.parametrize("role", ROLES)
def test_another_program_makes_a_questionnaire_of_it_without_a_warning(
    role: str, tmp_path: Path
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform(SHIPPED, role))
    made = convert(xlsform=str(path), validate=False)
    asked = [c for c in SHIPPED.criteria if SHIPPED.is_asked(c, role)]

    assert made.warnings == []
    for criterion in asked:
        assert f"/{criterion.id}:label" in made.xform
    assert made.xform.count("<select1") == len(asked)
    assert {"Nederlands (nl)", "English (en)"} <= set(made.xform.split('"'))


def test_a_text_that_no_cell_can_hold_is_not_cut_off() -> None:
    with pytest.raises(InvalidInput, match="longer than"):
        xlsform(a_catalogue(a_criterion("C-1", why=text("a" * 40_000))), "coordinator")


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert xlsform(small(), "coordinator") == xlsform(small(), "coordinator")


def test_the_sheet_for_what_belongs_to_no_question_is_hidden_and_our_columns_folded() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsform(small(), "coordinator")))

    assert {sheet.title: sheet.sheet_state for sheet in book} == {
        "survey": "visible",
        "choices": "visible",
        "settings": "visible",
        "mentorspiegel": "hidden",
    }
    ours = next(c.column_letter for c in book["survey"][1] if c.value == "ms_id")
    assert book["survey"].column_dimensions[ours].outlineLevel == 1
