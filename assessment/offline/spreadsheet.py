"""Read .xlsx and .ods into plain texts with their places. The one place that knows the reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from assessment.errors import refused
from assessment.offline.cells import Place, cell_name, look_over
from assessment.offline.parts import packed_again, read_parts

MAX_SHEETS = 50


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
    try:
        with CalamineWorkbook.from_filelike(packed_again(parts)) as workbook:
            names = workbook.sheet_names
            if len(names) > MAX_SHEETS:
                raise refused(
                    file, "has more than {most} sheets. Nothing was read.", most=MAX_SHEETS
                )
            values = {
                name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in names
            }
    except CalamineError as error:
        raise refused(
            file, "cannot be read. Open it in Excel or LibreOffice and save it as .xlsx or .ods."
        ) from error
    return {
        name: Sheet(
            name,
            tuple(tuple(_text(cell) for cell in row) for row in rows),
            frozenset(cells.of(name).formulas),
            tuple(cells.of(name).merged),
        )
        for name, rows in values.items()
    }


def _text(value: object) -> str:
    """Return a value as the text that somebody meant to write."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
