"""Read .xlsx and .ods into plain texts with their places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.errors import refused
from exchange.spreadsheets.archive import packed_again, read_parts
from exchange.spreadsheets.cells import Place, cell_name
from exchange.spreadsheets.precheck import look_over
from exchange.spreadsheets.subprocess_reader import read_apart


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells as texts by row and column, and what its values do not tell."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    formulas: frozenset[Place] = frozenset()
    merged: tuple[tuple[Place, Place], ...] = field(default=())

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell, empty beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def place(self, row: int, column: int) -> str:
        """Return sheet and cell as people know them."""
        return f"{self.name}!{cell_name(row, column)}"


Workbook = Mapping[str, Sheet]


def read_workbook(data: bytes, file: str) -> Workbook:
    """Return the sheets of an .xlsx or .ods file by name.

    Raises SheetError for what is no such file, is damaged or is larger than the limits; nothing is
    opened before its size is known. Formulas are not calculated: their places are told.
    """
    parts = read_parts(data, file)
    cells = look_over(parts, file)
    sheets = read_apart(packed_again(parts))
    if sheets is None:
        raise refused(
            file, "cannot be read. Open it in Excel or LibreOffice and save it as .xlsx or .ods."
        )
    return {
        name: Sheet(
            name,
            tuple(map(tuple, rows)),
            frozenset(cells.of(name).formulas),
            tuple(cells.of(name).merged),
        )
        for name, rows in sheets
    }
