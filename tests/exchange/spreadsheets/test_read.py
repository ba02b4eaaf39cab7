"""A spreadsheet as plain texts with their places."""

from collections.abc import Callable

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets.read import Sheet, read_workbook
from tests.support.files.forms import ods, read, with_parts
from tests.support.files.spreadsheets import FORM, STRING, refusal, sheet, zipped

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a zip of something else": (lambda: zipped(("a.txt", b"x")), "cannot be read"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_file_is_refused_with_what_is_wrong(kind: str) -> None:
    make, expected = REFUSED[kind]

    assert expected in refusal(make())


def test_a_workbook_without_its_list_of_sheets_is_no_form() -> None:
    with pytest.raises(SheetError, match="mentorspiegel: the hidden sheet"):
        read(with_parts(FORM, workbook=None))


def test_empty_cells_without_end_cost_nothing() -> None:
    data = ods(
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        "<table:table-row><table:covered-table-cell/>"
        f"<table:table-cell {STRING}><text:p>here</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    sheet = read_workbook(data, "f")["S"]

    assert sheet.cell(3, 1) == "here"
    assert sheet.place(3, 1) == "S!B4"


def test_formulas_and_merged_cells_are_found_in_ods() -> None:
    data = ods(
        '<table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" '
        'office:value="2"/><table:table-cell table:number-columns-spanned="2" '
        'office:value-type="string"><text:p>m</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=1"/></table:table-row>'
    )
    sheet = read_workbook(data, "f")["S"]

    assert sheet.formulas == {(0, 0), (0, 2)}
    assert sheet.merged == (((0, 1), (0, 2)),)


def test_a_sheet_that_another_program_writes_is_read_all_the_same() -> None:
    rows = '<row r="30" x:dyDescent="1"><c r="A30" x:s="1"><v>7</v></c><c><v>8</v></c></row>'
    chain = '<calcChain><sheet name="Questions"/><c r="A1" i="1"/><c r="B7" i="1"/></calcChain>'
    data = with_parts(sheet(rows), **{"xl/calcChain.xml": chain})

    assert read_workbook(data, "f")["Questions"].rows[29][:2] == ("7", "8")


def test_a_cell_beyond_the_end_of_its_row_is_empty() -> None:
    found = Sheet("S", (("a",), ()))

    assert [found.cell(0, 0), found.cell(0, 1), found.cell(1, 0)] == ["a", "", ""]
    assert found.place(1, 27) == "S!AB2"
