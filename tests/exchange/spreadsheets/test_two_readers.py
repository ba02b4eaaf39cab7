"""Files that two readers could take two ways: refused, whichever part of the reading sees it."""

import re
from collections.abc import Callable

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import ods, part, with_parts
from tests.support.files.spreadsheets import FORM, SHEET_1, STRING, ods_row, sheet

WORKBOOK = part(FORM, "xl/workbook.xml")
RELATIONS = part(FORM, "xl/_rels/workbook.xml.rels")
ANOTHER_WAY = "written in another way"
CELL = "<c><v>1</v></c>"


def related(change: Callable[[str], str]) -> bytes:
    return with_parts(FORM, **{"xl/_rels/workbook.xml.rels": change(RELATIONS)})


def workbook(old: str, new: str) -> bytes:
    assert old in WORKBOOK
    return with_parts(FORM, workbook=WORKBOOK.replace(old, new))


def hidden_in_mimetype(start: str) -> bytes:
    far = SHEET_1.replace("</sheetData>", f'<row r="60000">{CELL}</row></sheetData>')
    to_it = RELATIONS.replace("worksheets/sheet1.xml", "/mimetype")
    return with_parts(FORM, **{"xl/_rels/workbook.xml.rels": to_it, "mimetype": start + far})


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a long number of a row": (
        lambda: sheet(f'<row r="0000000000000050000">{CELL}</row>'),
        "no usable number",
    ),
    "a row with letters": (lambda: sheet(f'<row r="A50000">{CELL}</row>'), "no usable number"),
    "a row in other digits": (lambda: sheet(f'<row r="٥">{CELL}</row>'), "no usable number"),
    "a row with two numbers": (
        lambda: sheet(f'<row r="50000" x:r="30">{CELL}</row>'),
        ANOTHER_WAY,
    ),
    "a cell with two names": (
        lambda: sheet('<row r="30"><c r="XFD1048576" x:r="A30"><v>1</v></c></row>'),
        ANOTHER_WAY,
    ),
    "a cell of two kinds": (
        lambda: sheet('<row r="30"><c r="A30" t="s" x:t="n"><v>0</v></c></row>'),
        ANOTHER_WAY,
    ),
    "a cell in another row": (
        lambda: sheet('<row r="30"><c r="A31"><v>1</v></c></row>'),
        "no usable name",
    ),
    "a cell outside the rows": (lambda: sheet(CELL), "no usable name"),
    "ods: a row with two repeats": (
        lambda: ods(ods_row('table:number-rows-repeated="50000" x:number-rows-repeated="1"')),
        ANOTHER_WAY,
    ),
    "ods: a cell with two repeats": (
        lambda: ods(
            ods_row(
                cell=f'{STRING} table:number-columns-repeated="9" x:number-columns-repeated="1"'
            )
        ),
        ANOTHER_WAY,
    ),
    "ods: a table of something else": (
        lambda: ods(ods_row() + '<x:table xmlns:x="urn:x" x:name="T"></x:table>'),
        ANOTHER_WAY,
    ),
    "ods: a table in a table": (
        lambda: ods(ods_row() + '<table:table table:name="T"></table:table>'),
        ANOTHER_WAY,
    ),
    "ods: two tables of one name": (
        lambda: ods(ods_row() + '</table:table><table:table table:name="S">' + ods_row()),
        ANOTHER_WAY,
    ),
    "ods: a repeat in other digits": (
        lambda: ods(ods_row('table:number-rows-repeated="٣"')),
        "a repeat is no number",
    ),
    "a sheet where nobody looks": (lambda: hidden_in_mimetype(""), "mimetype!A60000"),
    "a sheet behind a type": (
        lambda: hidden_in_mimetype("application/vnd.oasis.opendocument.spreadsheet"),
        "damaged or not whole",
    ),
    "two sheets in one part": (
        lambda: related(lambda text: text.replace("sheet2.xml", "sheet1.xml")),
        "holds a sheet twice",
    ),
    "two sheets in one part, told in two ways": (
        lambda: related(lambda text: text.replace("worksheets/sheet2", "/XL/worksheets/sheet1")),
        "holds a sheet twice",
    ),
    "a sheet that is not there": (
        lambda: related(lambda text: text.replace("sheet2.xml", "sheet9.xml")),
        "names one that is not there",
    ),
    "a sheet at an unusual path": (
        lambda: related(lambda text: text.replace("worksheets/sheet2", "/worksheets/sheet2")),
        "names one that is not there",
    ),
    "two sheets with one relation": (lambda: workbook('r:id="rId2"', 'r:id="rId1"'), ANOTHER_WAY),
    "two sheets of one name": (
        lambda: workbook('name="mentorspiegel"', 'name="Questions"'),
        ANOTHER_WAY,
    ),
    "a relation twice": (
        lambda: related(lambda text: text.replace('Id="rId2"', 'Id="rId1"')),
        ANOTHER_WAY,
    ),
    "shared texts elsewhere": (
        lambda: with_parts(FORM, **{"xl/a.xml": "<sst><si><t>a</t></si></sst>"}),
        ANOTHER_WAY,
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_could_be_taken_two_ways_is_refused(kind: str) -> None:
    make, expected = REFUSED[kind]

    with pytest.raises(SheetError, match=re.escape(expected)) as caught:
        read_workbook(make(), "form.xlsx")

    assert str(caught.value).startswith("form.xlsx: ")
