"""The reader in a process of its own: what breaks it does not break the program."""

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets import subprocess_reader
from exchange.spreadsheets.archive import packed_again, read_parts
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import made, part, with_parts

FORM = made()
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def test_a_reader_that_runs_out_of_memory_ends_alone() -> None:
    sheet = part(FORM, "xl/worksheets/sheet1.xml").replace("</sheetData>", FAR)

    assert subprocess_reader.read_apart(with_parts(FORM, sheet1=sheet)) is None


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess_reader, "MAX_SECONDS", 0)

    with pytest.raises(SheetError, match=r"form\.xlsx: cannot be read"):
        read_workbook(FORM, "form.xlsx")


def test_the_reader_sees_the_same_as_this_program() -> None:
    sheets = subprocess_reader.read_apart(packed_again(read_parts(FORM, "f")))

    assert sheets is not None
    assert [name for name, _ in sheets] == ["Questions", "mentorspiegel"]
