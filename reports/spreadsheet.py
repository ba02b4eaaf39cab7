"""What every spreadsheet that we write shares: texts stay texts, and the house's own looks."""

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessment.offline.form import CELL_MAX, plain
from reports.identity import LIGHT

LINE = 15  # points that one line of text takes
NARROW = 1.1  # characters of running text on the width of one digit
TITLE_HEIGHT = 26  # points
HIGHEST = 409  # points; no spreadsheet has a higher row
A3, A4 = 8, 9
FONT = "Calibri"  # where it is missing, every program has a stand-in of the same width


class Book:
    """A workbook under construction, with its formats."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        text = {"font_name": FONT, "font_size": 11, "font_color": LIGHT.ink, "valign": "top"}
        wrapped = {**text, "text_wrap": True}
        edge = {"border": 1, "border_color": LIGHT.line}
        bold = {**text, "bold": True}
        self.text = self._format(wrapped)
        self.code = self._format({**text, "font_color": LIGHT.soft_ink})
        self.strong = self._format({**wrapped, "bold": True})
        self.soft = self._format({**wrapped, "font_color": LIGHT.soft_ink})
        self.title = self._format({**bold, "font_size": 18, "font_color": LIGHT.primary})
        self.heading = self._format({**bold, "font_size": 14, "font_color": LIGHT.primary})
        self.header = self._format(
            {**bold, **edge, "text_wrap": True, "font_color": "#FFFFFF", "bg_color": LIGHT.primary}
        )
        self.group = self._format({**bold, "bg_color": LIGHT.surface, "font_size": 12})
        self.number = self._format({**text, "num_format": "0.0#", "align": "right"})
        self.whole = self._format({**text, "num_format": "0", "align": "right"})
        self.share = self._format({**text, "num_format": "0 %", "align": "right"})
        self.fill_in = self._format({**wrapped, **edge, "bg_color": "#FFFDF7", "locked": False})

    def _format(self, properties: dict[str, Any]) -> Format:
        return self.workbook.add_format(properties)

    def sheet(self, name: str, widths: Sequence[float]) -> Worksheet:
        """Return a new sheet with columns of these widths, in characters."""
        sheet = self.workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def table(self, sheet: Worksheet, top: int, header: Sequence[str], rows: int) -> None:
        """Draw the header of a table of `rows` rows; it stays in sight, repeats and can be filtered."""
        sheet.set_row(top, 2 * LINE + 3)
        for column, words in enumerate(header):
            put(sheet, top, column, words, self.header)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(top)
        if rows:
            sheet.autofilter(top, 0, top + rows, len(header) - 1)


@contextmanager
def book(title: str, made_at: datetime) -> Iterator[tuple[Book, io.BytesIO]]:
    """Give a workbook and the bytes that it fills at the end; the same content, the same bytes."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(out, options) as workbook:
        created = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        properties = {"title": plain(title), "author": "Mentorspiegel", "created": created}
        workbook.set_properties(properties)
        yield Book(workbook), out


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: object,
    form: Format,
    figure: Format | None = None,
) -> None:
    """Write one cell: a number as a number when `figure` says how, everything else as plain text."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, form)
    elif figure is not None and isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value, figure)
    else:
        sheet.write_string(row, column, pieces(str(value))[0], form)


def grow(sheet: Worksheet, row: int, cells: Iterable[tuple[str, float]]) -> None:
    """Make a row as high as its texts need in columns of these widths: not every program does."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    sheet.set_row(row, min(lines * LINE + 3, HIGHEST))


def _lines(text: str, width: float) -> int:
    fit = max(int(width * NARROW), 1)  # characters
    return sum(math.ceil(max(len(line), 1) / fit) for line in text.split("\n"))


def pieces(text: str) -> list[str]:
    """Return a text in parts that each fit into one cell; one part, empty or not, at least."""
    kept = plain(text)
    return [kept[start : start + CELL_MAX] for start in range(0, len(kept), CELL_MAX)] or [""]
