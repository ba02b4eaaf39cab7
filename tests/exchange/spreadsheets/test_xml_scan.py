"""One part of a spreadsheet as a stream: what no form needs is refused as it comes."""

import re
from collections.abc import Callable

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets import xml_scan
from exchange.spreadsheets.cells import Cells
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import ods, with_parts
from tests.support.files.spreadsheets import (
    FORM,
    SHEET_1,
    STRING,
    STRINGS,
    cell,
    ods_cell,
    refusal,
    row,
    sheet,
)

ENTITIES = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "entities": (
        lambda: with_parts(FORM, strings=STRINGS.replace("?>", f"?>{ENTITIES}", 1)),
        "declares entities",
    ),
    "entities in a part nobody asks for": (
        lambda: with_parts(FORM, **{"xl/other.xml": f"<?xml version='1.0'?>{ENTITIES}<sst/>"}),
        "declares entities",
    ),
    "a promise of very many texts": (
        lambda: with_parts(FORM, strings=STRINGS.replace('uniqueCount="', 'uniqueCount="99999999')),
        "promises far more",
    ),
    "a promise of many texts": (
        lambda: with_parts(FORM, strings=re.sub(' count="[0-9]+"', ' count="9999999"', STRINGS)),
        "promises far more",
    ),
    "another encoding": (
        lambda: with_parts(FORM, sheet1=SHEET_1.replace("UTF-8", "cp037", 1)),
        "not written in UTF-8",
    ),
    "an encoding that does not exist": (
        lambda: with_parts(FORM, sheet1=SHEET_1.replace("UTF-8", "nothing", 1)),
        "form.xlsx: ",
    ),
    "UTF-16": (
        lambda: with_parts(FORM, sheet1=SHEET_1.replace("UTF-8", "UTF-16", 1).encode("utf-16")),
        "not written in UTF-8",
    ),
    "half a part": (lambda: with_parts(FORM, sheet1=SHEET_1[:-50]), "damaged or not whole"),
    "a cell far away": (lambda: with_parts(FORM, sheet1=cell("XFD9")), "Questions!XFD9"),
    "a row far away": (lambda: with_parts(FORM, sheet1=row("1048576")), "Questions!A1048576"),
    "a row that is no number": (lambda: with_parts(FORM, sheet1=cell("A0")), "no usable name"),
    "a cell that is no name": (lambda: with_parts(FORM, sheet1=cell("Q")), "no usable name"),
    "many rows": (
        lambda: with_parts(
            FORM,
            sheet1=SHEET_1.replace(
                "</sheetData>",
                "".join(f"<row><c><v>{n}</v></c></row>" for n in range(30_000)) + "</sheetData>",
            ),
        ),
        "beyond row 20,000",
    ),
    "ods: columns repeated": (
        lambda: ods_cell(f'{STRING} table:number-columns-repeated="999999999"'),
        "S!A1",
    ),
    "ods: rows repeated": (
        lambda: ods_cell(STRING, row_attributes='table:number-rows-repeated="99999999"'),
        "S!A1",
    ),
    "ods: a repeat that is no number": (
        lambda: ods_cell(f'{STRING} table:number-columns-repeated="-3"'),
        "no number",
    ),
    "ods: repeated very often": (
        lambda: ods_cell(f'{STRING} table:number-columns-repeated="{"9" * 40}"'),
        "no number",
    ),
    "ods: entities": (
        lambda: with_parts(ods(""), content=f"<?xml version='1.0'?>{ENTITIES}<a>&c;</a>"),
        "declares entities",
    ),
    "tags within tags": (lambda: sheet("<a>" * 40 + "</a>" * 40), "parts within parts"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_file_is_refused_with_what_is_wrong(kind: str) -> None:
    make, expected = REFUSED[kind]

    assert expected in refusal(make())


def test_a_file_with_very_many_sheets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_scan, "MAX_SHEETS", 1)

    assert "more than 1 sheets" in refusal(FORM)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("<row>" + "<c><f/></c>" * 3 + "</row>", 3),
        ('<mergeCell ref="A1:B2"/>' * 3, 3),
        ('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>', 3),
        ("<a/>", 0),
    ],
)
def test_what_stays_in_memory_is_counted_as_it_comes(
    monkeypatch: pytest.MonkeyPatch, content: str, kept: int
) -> None:
    data = f"<a>{content}</a>".encode()
    cells = Cells()
    xml_scan.Walk(cells, "s.xml", "f").walk(data)
    assert cells.kept == kept

    monkeypatch.setattr(xml_scan, "MAX_KEPT", 2)
    if kept:
        with pytest.raises(SheetError, match="far more text"):
            xml_scan.Walk(Cells(), "s.xml", "f").walk(data)


def test_very_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_scan, "MAX_TAGS", 10)

    with pytest.raises(SheetError, match="parts within parts"):
        read_workbook(FORM, "f")


def test_very_many_tables_are_refused() -> None:
    tables = "".join(
        f'</table:table><table:table table:name="T{number}">'
        for number in range(xml_scan.MAX_SHEETS)
    )

    with pytest.raises(SheetError, match="more than 50 sheets"):
        read_workbook(ods(tables), "f")
