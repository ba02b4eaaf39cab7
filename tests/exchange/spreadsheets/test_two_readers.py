"""Files that two readers could take two ways, and files that take more room than a form: refused."""

import re
from collections.abc import Callable

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets import precheck, xml_scan
from exchange.spreadsheets.cells import Cells, is_told_twice
from exchange.spreadsheets.read import read_workbook
from tests.support.forms import made, ods, part, with_parts

FORM = made()
SHEET_1 = part(FORM, "xl/worksheets/sheet1.xml")
STRINGS = part(FORM, "xl/sharedStrings.xml")
WORKBOOK = part(FORM, "xl/workbook.xml")
RELATIONS = part(FORM, "xl/_rels/workbook.xml.rels")
STRING = 'office:value-type="string"'
ANOTHER_WAY = "written in another way"
CELL = "<c><v>1</v></c>"


def sheet(rows: str) -> bytes:
    """A form whose first sheet has more rows; `x:` is a namespace that no program knows."""
    known = SHEET_1.replace("<worksheet ", '<worksheet xmlns:x="urn:x" ', 1)
    return with_parts(FORM, sheet1=known.replace("</sheetData>", f"{rows}</sheetData>"))


def related(change: Callable[[str], str]) -> bytes:
    return with_parts(FORM, **{"xl/_rels/workbook.xml.rels": change(RELATIONS)})


def workbook(old: str, new: str) -> bytes:
    assert old in WORKBOOK
    return with_parts(FORM, workbook=WORKBOOK.replace(old, new))


def ods_row(attributes: str = "", cell: str = STRING) -> str:
    inside = f"<table:table-cell {cell}><text:p>a</text:p></table:table-cell>"
    return f'<table:table-row xmlns:x="urn:x" {attributes}>{inside}</table:table-row>'


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
    "a part under two names": (
        lambda: with_parts(FORM, **{"xl\\workbook.xml": WORKBOOK}),
        "a part twice",
    ),
    "very many attributes": (
        lambda: sheet("<row " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"),
        "far more text",
    ),
    "tags within tags": (lambda: sheet("<a>" * 40 + "</a>" * 40), "parts within parts"),
    "a text of five million": (
        lambda: ods(
            ods_row(f'table:number-rows-repeated="{precheck.MAX_CHARACTERS // 1_000}"').replace(
                "<text:p>a", "<text:p>" + "a" * 1_001
            )
        ),
        "far more text",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_could_be_taken_two_ways_is_refused(kind: str) -> None:
    make, expected = REFUSED[kind]

    with pytest.raises(SheetError, match=re.escape(expected)) as caught:
        read_workbook(make(), "form.xlsx")

    assert str(caught.value).startswith("form.xlsx: ")


def test_a_sheet_that_another_program_writes_is_read_all_the_same() -> None:
    rows = '<row r="30" x:dyDescent="1"><c r="A30" x:s="1"><v>7</v></c><c><v>8</v></c></row>'
    chain = '<calcChain><sheet name="Questions"/><c r="A1" i="1"/><c r="B7" i="1"/></calcChain>'
    data = with_parts(sheet(rows), **{"xl/calcChain.xml": chain})

    assert read_workbook(data, "f")["Questions"].rows[29][:2] == ("7", "8")


def test_attributes_that_say_the_same_twice_count_only_where_they_matter() -> None:
    assert is_told_twice(["r", "x:r"])
    assert not is_told_twice(["office:value-type", "calcext:value-type"])


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
