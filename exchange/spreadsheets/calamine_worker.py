"""The program that reads the values of a spreadsheet, and the one place that knows the reader.

It runs in a process of its own with little memory (`subprocess_reader`): a file that breaks the reader ends this
process and nothing else. A packed file comes in on stdin, its sheets go out on stdout as JSON.
"""

import io
import json
import sys
from contextlib import suppress
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

MAX_MEMORY = 1_000_000_000  # bytes that the process may address
MAX_RESULT = 40_000_000  # bytes of JSON
Sheets = list[tuple[str, list[list[str]]]]  # name, and texts by row and column


def main() -> None:
    """Read the file on stdin. Nothing goes out for what cannot be read or is too large."""
    with suppress(ImportError, OSError, ValueError):  # not on Windows; a lower one may hold
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    try:
        result = json.dumps(_sheets(sys.stdin.buffer.read()), ensure_ascii=False).encode()
    except CalamineError:
        return
    if len(result) <= MAX_RESULT:
        sys.stdout.buffer.write(result)


def _sheets(data: bytes) -> Sheets:
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        sheets = (
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        )
        return [(name, [[_text(cell) for cell in row] for row in rows]) for name, rows in sheets]


def _text(value: object) -> str:
    """Return a value as the text that somebody meant to write."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
