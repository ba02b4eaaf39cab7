"""The reader in a process of its own: what breaks it does not break the program."""

import io
import json
import resource
import sys

import pytest

from assessment.errors import SheetError
from exchange.spreadsheets import calamine_worker, subprocess_reader
from exchange.spreadsheets.archive import packed_again, read_parts
from exchange.spreadsheets.read import read_workbook
from tests.support.forms import made, ods, part, with_parts

FORM = made()
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


class Pipe:
    """A standard stream that keeps what goes through it."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


def told(monkeypatch: pytest.MonkeyPatch, data: bytes) -> bytes:
    """What the reader says about a file, here in this process and without a limit to its memory."""
    out = Pipe()
    limits: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *given: limits.append(given))
    monkeypatch.setattr(sys, "stdin", Pipe(data))
    monkeypatch.setattr(sys, "stdout", out)
    calamine_worker.main()
    assert (resource.RLIMIT_AS, (calamine_worker.MAX_MEMORY, calamine_worker.MAX_MEMORY)) in limits
    return out.buffer.getvalue()


def test_sheets_go_out_as_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    data = ods(
        "<table:table-row>"
        '<table:table-cell office:value-type="float" office:value="3"/>'
        '<table:table-cell office:value-type="float" office:value="2.5"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-05-01"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-05-01T10:30:00"/>'
        "</table:table-row>"
    )

    assert json.loads(told(monkeypatch, data)) == [
        ["S", [["3", "2.5", "2026-05-01", "2026-05-01 10:30"]]]
    ]


def test_nothing_goes_out_for_what_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, b"no spreadsheet") == b""


def test_nothing_goes_out_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calamine_worker, "MAX_RESULT", 10)

    assert told(monkeypatch, FORM) == b""


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
