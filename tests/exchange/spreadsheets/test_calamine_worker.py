"""The program that reads values, run here in the process of the test."""

import io
import json
import resource
import sys

import pytest

from exchange.spreadsheets import calamine_worker
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import made, ods

FORM = made()


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
