"""Spreadsheets that are meant to hurt: a form with parts of it spoiled, zips and .ods rows by hand."""

import io
import zipfile

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import made, ods, part, with_parts

FORM = made()
SHEET_1 = part(FORM, "xl/worksheets/sheet1.xml")
STRING = 'office:value-type="string"'
STRINGS = part(FORM, "xl/sharedStrings.xml")


def refusal(data: bytes) -> str:
    with pytest.raises(SheetError) as caught:
        read_workbook(data, "form.xlsx")
    assert str(caught.value).startswith("form.xlsx: ")
    return str(caught.value)


def zipped(*contents: tuple[str, bytes], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as packed:
        for name, content in contents:
            packed.writestr(name, content)
    return out.getvalue()


def cell(reference: str, inside: str = "<v>1</v>") -> str:
    """The first sheet with one more cell, wherever the reference puts it."""
    row = f'<row r="9"><c r="{reference}">{inside}</c></row></sheetData>'
    return SHEET_1.replace("</sheetData>", row)


def row(number: str) -> str:
    inside = f'<row r="{number}"><c><v>1</v></c></row></sheetData>'
    return SHEET_1.replace("</sheetData>", inside)


def ods_cell(
    attributes: str, inside: str = "<text:p>a</text:p>", row_attributes: str = ""
) -> bytes:
    return ods(
        f"<table:table-row {row_attributes}><table:table-cell {attributes}>{inside}"
        "</table:table-cell></table:table-row>"
    )


def sheet(rows: str) -> bytes:
    """A form whose first sheet has more rows; `x:` is a namespace that no program knows."""
    known = SHEET_1.replace("<worksheet ", '<worksheet xmlns:x="urn:x" ', 1)
    return with_parts(FORM, sheet1=known.replace("</sheetData>", f"{rows}</sheetData>"))


def ods_row(attributes: str = "", cell: str = STRING) -> str:
    inside = f"<table:table-cell {cell}><text:p>a</text:p></table:table-cell>"
    return f'<table:table-row xmlns:x="urn:x" {attributes}>{inside}</table:table-row>'
