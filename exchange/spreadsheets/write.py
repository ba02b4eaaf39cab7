"""What every spreadsheet that we write shares: texts stay texts, and the house's own looks."""

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exchange.spreadsheets.cells import CELL_MAX, cell_text, in_cell
from reports.identity import LIGHT

LINE = 15  # points that one line of text takes
NARROW = 1.1  # characters of running text on the width of one digit
TITLE_HEIGHT = 26  # points
HIGHEST = 409  # points; no spreadsheet has a higher row
A3, A4 = 8, 9
FONT = "Calibri"  # where it is missing, every program has a stand-in of the same width
Cell = str | tuple[int | float | date | None, Format]


class Book:
    """A workbook under construction, with its formats."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        text = {"font_name": FONT, "font_size": 11, "font_color": LIGHT.ink, "valign": "top"}
        wrapped = {**text, "text_wrap": True}
        edge = {"border": 1, "border_color": LIGHT.line}
        right = {"align": "right", "indent": 1}
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
        self.number = self._format({**text, "num_format": "0.0#", **right})
        self.whole = self._format({**text, "num_format": "0", **right})
        self.day = self._format({**text, "num_format": "yyyy-mm-dd", "align": "left"})
        self.share = self._format({**text, "num_format": "0 %", **right})
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

    def table(
        self, sheet: Worksheet, top: int, header: Sequence[str], rows: int, *, filters: bool = True
    ) -> None:
        """Render the header of a table of `rows` rows; it stays in sight and repeats.

        With `filters` it has the arrows by which one filters and sorts.
        """
        sheet.set_row(top, 2 * LINE + 3)
        for column, words in enumerate(header):
            put(sheet, top, column, words, self.header)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(top)
        if rows and filters:
            sheet.autofilter(top, 0, top + rows, len(header) - 1)

    def row(self, sheet: Worksheet, number: int, cells: Sequence[Cell]) -> None:
        """Write one row; a cell is a text, or a value with its format, where None stays empty."""
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                put(sheet, number, column, cell, self.text)
                continue
            value, form = cell
            if value is None:
                sheet.write_blank(number, column, None, form)
            elif isinstance(value, date):
                sheet.write_datetime(number, column, value, form)
            else:
                sheet.write_number(number, column, value, form)

    def listing(
        self,
        name: str,
        header: Sequence[tuple[str, float]],
        rows: Sequence[Sequence[Cell]],
        *,
        filters: bool = True,
    ) -> None:
        """Render a sheet that is one table; `header` gives the title and width of each column."""
        widths = [width for _, width in header]
        sheet = self.sheet(name, widths)
        self.table(sheet, 0, [title for title, _ in header], len(rows), filters=filters)
        for number, cells in enumerate(rows, 1):
            self.row(sheet, number, cells)
            texts = [cell if isinstance(cell, str) else "" for cell in cells]
            grow(sheet, number, zip(texts, widths, strict=False))


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
        properties = {"title": cell_text(title), "author": "Mentorspiegel", "created": created}
        workbook.set_properties(properties)
        yield Book(workbook), out


def put(sheet: Worksheet, row: int, column: int, text: str, form: Format) -> None:
    """Write a text into a cell as a text, whatever it looks like."""
    kept = in_cell(text)
    if kept:
        sheet.write_string(row, column, kept, form)
    else:
        sheet.write_blank(row, column, None, form)


def grow(sheet: Worksheet, row: int, cells: Iterable[tuple[str, float]]) -> None:
    """Make a row as high as its texts need in columns of these widths: not every program does."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    sheet.set_row(row, min(lines * LINE + 3, HIGHEST))


def _lines(text: str, width: float) -> int:
    fit = max(int(width * NARROW), 1)  # characters
    return sum(math.ceil(max(len(line), 1) / fit) for line in text.split("\n"))


def pieces(text: str) -> list[str]:
    """Return a text in parts that each fit into one cell; one part, empty or not, at least."""
    kept = cell_text(text)
    return [kept[start : start + CELL_MAX] for start in range(0, len(kept), CELL_MAX)] or [""]
