"""Files that are meant to hurt, or are simply broken: refused before they cost anything."""

import io
import re
import struct
import zipfile
from collections.abc import Callable

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets import archive, cells, precheck, xml_scan
from exchange.spreadsheets.read import read_workbook
from tests.support.forms import made, ods, part, read, with_parts

FORM = made()
SHEET_1 = part(FORM, "xl/worksheets/sheet1.xml")
STRINGS = part(FORM, "xl/sharedStrings.xml")
ENTITIES = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


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


STRING = 'office:value-type="string"'

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "too large": (lambda: FORM + bytes(archive.MAX_BYTES), "larger than 10 MB"),
    "nothing": (lambda: b"", "no .xlsx or .ods file"),
    "a password or an old .xls": (lambda: b"\xd0\xcf\x11\xe0" + bytes(100), "has a password"),
    "a text": (lambda: b"hello", "no .xlsx or .ods file"),
    "cut off": (lambda: FORM[: len(FORM) // 2], "damaged or not whole"),
    "a zip of something else": (lambda: zipped(("a.txt", b"x")), "cannot be read"),
    "a zip bomb": (
        lambda: zipped(("xl/workbook.xml", bytes(archive.MAX_UNPACKED + 1))),
        "Nothing was unpacked",
    ),
    "a small zip bomb": (lambda: zipped(("a.xml", bytes(5_000_000))), "Nothing was unpacked"),
    "many parts": (
        lambda: zipped(*((f"{n}.xml", b"") for n in range(archive.MAX_PARTS + 1))),
        "parts inside",
    ),
    "a part twice": (lambda: zipped(("a.xml", b"<a/>"), ("A.xml", b"<a/>")), "a part twice"),
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
    "a large rectangle": (
        lambda: with_parts(
            FORM, sheet1=row("19999").replace("<c><v>1</v>", '<c r="CV19999"><v>1</v>')
        ),
        "more than 200,000",
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
    "ods: a long text repeated": (
        lambda: ods_cell(
            f'{STRING} table:number-columns-repeated="100"',
            f"<text:p>{'a' * 10_000}</text:p>",
            'table:number-rows-repeated="100"',
        ),
        "far more text",
    ),
    "ods: entities": (
        lambda: with_parts(ods(""), content=f"<?xml version='1.0'?>{ENTITIES}<a>&c;</a>"),
        "declares entities",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_file_is_refused_with_what_is_wrong(kind: str) -> None:
    make, expected = REFUSED[kind]

    assert expected in refusal(make())


def test_a_long_shared_text_that_many_cells_show_is_refused() -> None:
    text = "a" * 100_000
    strings = STRINGS.replace("</sst>", f"<si><t>{text}</t></si></sst>")
    number = strings.count("<si>") - 1
    many = "".join(
        f'<row r="{r}"><c r="A{r}" t="s"><v>{number}</v></c></row>' for r in range(20, 700)
    )
    sheet = SHEET_1.replace("</sheetData>", f"{many}</sheetData>")

    assert "far more text" in refusal(with_parts(FORM, strings=strings, sheet1=sheet))


@pytest.mark.parametrize("number", ["x", "99999", "-1", "9" * 30])
def test_a_pointer_to_no_shared_text_is_refused(number: str) -> None:
    sheet = cell("A9", f"<v>{number}</v>").replace('r="A9"', 'r="A9" t="s"')

    assert "points at a text that is not there" in refusal(with_parts(FORM, sheet1=sheet))


def test_a_workbook_without_its_list_of_sheets_is_no_form() -> None:
    with pytest.raises(SheetError, match="mentorspiegel: the hidden sheet"):
        read(with_parts(FORM, workbook=None))


def test_a_part_packed_in_another_way_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("xl/workbook.xml", b"<a/>")

    assert "packed in a way" in refusal(out.getvalue())


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(zipped(("xl/workbook.xml", b"<a/>")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(signature) + offset
        data[start : start + 2] = struct.pack("<H", 1)

    assert "packed in a way" in refusal(bytes(data))


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(zipped(("xl/workbook.xml", b"<a>" + b" " * 500_000 + b"</a>")))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(signature) + offset
        data[start : start + 4] = struct.pack("<I", 10)

    assert "damaged or not whole" in refusal(bytes(data))


def test_a_file_with_very_many_sheets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_scan, "MAX_SHEETS", 1)

    assert "more than 1 sheets" in refusal(FORM)


def test_what_another_reader_might_see_in_a_zip_is_not_passed_on() -> None:
    data = with_parts(FORM, **{"xl/media/image1.png": b"no picture", "xl/vbaProject.bin": b"MZ"})

    assert set(read_workbook(data, "f")) == {"Questions", "mentorspiegel"}
    assert "xl/vbaProject.bin" not in archive.read_parts(data, "f")


def test_numbers_dates_and_truth_become_the_text_somebody_meant() -> None:
    data = ods(
        "<table:table-row>"
        '<table:table-cell office:value-type="float" office:value="3"/>'
        '<table:table-cell office:value-type="float" office:value="2.5"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-05-01"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-05-01T10:30:00"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        "</table:table-row>"
    )

    assert read_workbook(data, "f")["S"].rows == (
        ("3", "2.5", "2026-05-01", "2026-05-01 10:30", "True"),
    )


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


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("A1", (0, 0)),
        ("$C$12", (11, 2)),
        ("AA3", (2, 26)),
        ("XFD1", (0, 16383)),
        ("a1", None),
        ("", None),
    ],
)
def test_cells_have_names(name: str, place: tuple[int, int] | None) -> None:
    assert cells.cell_place(name) == place
    if place:
        assert cells.cell_name(*place) == name.replace("$", "")


def test_a_merged_range_without_a_name_is_left_alone() -> None:
    merged = '</sheetData><mergeCells><mergeCell ref="?:B2"/><mergeCell/><mergeCell ref="A20"/></mergeCells>'
    sheet = f"<worksheet><sheetData>{merged}</worksheet>"
    walked = precheck.look_over({"s.xml": sheet.encode()}, "f")

    assert walked.sheets["s.xml"].merged == [((19, 0), (19, 0))]
    assert walked.of("s.xml") is walked.sheets["s.xml"]
    assert walked.of("nowhere").rows == 0


def test_a_sheet_whose_part_is_gone_has_no_cells() -> None:
    found = cells.Cells(names={"r1": "S", "r2": "T"}, targets={"r1": "/xl/worksheets/none.xml"})

    assert found.of("S").rows == 0
    assert found.of("T").rows == 0
