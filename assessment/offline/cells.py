"""Look over every cell of a spreadsheet before a reader loads it.

A reader makes room for the whole rectangle between the first and the last cell, so one cell in the
far corner of an empty sheet can take all memory there is. This pass walks the XML as events, keeps
nothing but places and lengths, and refuses what no form needs. It also finds what the reader does not
tell: where formulas stand and which cells are merged. Declarations (`<!DOCTYPE`, `<!ENTITY`) are refused
wherever they stand, so no text can grow by naming itself.
"""

import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from xml.parsers import expat

from assessment.errors import refused

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_AREA = 1_000_000  # cells in the rectangles of all sheets together
MAX_CHARACTERS = 60_000_000  # in all cells together, every repeat counted
_LONGEST_NUMBER = 10  # digits; longer ones are not looked at
_PROMISES = {"count", "uniqueCount"}  # the reader makes room for what they say
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")

Place = tuple[int, int]  # row and column, from 0


@dataclass
class SheetCells:
    """What was found in one sheet."""

    rows: int = 0
    columns: int = 0
    formulas: set[Place] = field(default_factory=set)
    merged: list[tuple[Place, Place]] = field(default_factory=list)


@dataclass
class Cells:
    """What was found in all parts: sheets by the name of the part or, in .ods, of the sheet."""

    sheets: dict[str, SheetCells] = field(default_factory=lambda: defaultdict(SheetCells))
    names: dict[str, str] = field(default_factory=dict)  # sheet name by relation, .xlsx only
    targets: dict[str, str] = field(default_factory=dict)  # part by relation, .xlsx only
    strings: list[int] = field(default_factory=list)  # lengths of the shared texts
    shared: list[int] = field(default_factory=list)  # shared texts that cells point at
    characters: int = 0

    def name_of(self, part: str) -> str:
        """Return the name of the sheet that stands in a part; in .ods that is the name itself."""
        inside = part.casefold().removeprefix("xl/")
        for relation, target in self.targets.items():
            if target.casefold().lstrip("/").removeprefix("xl/") == inside:
                return self.names.get(relation, part)
        return part

    def of(self, sheet: str) -> SheetCells:
        """Return what was found in a sheet of this name."""
        found = (cells for part, cells in self.sheets.items() if self.name_of(part) == sheet)
        return next(found, SheetCells())


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell as spreadsheets show it: (0, 0) is A1."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def cell_place(name: str) -> Place | None:
    """Return row and column of a cell's name, None for what is no such name."""
    match = _REFERENCE.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def look_over(parts: dict[str, bytes], file: str) -> Cells:
    """Return where formulas and merged cells stand. Raises SheetError for a file beyond the limits."""
    cells = Cells()
    for name in sorted(parts, key=lambda name: "workbook" not in name.casefold()):  # names first
        if name.casefold() != "mimetype":
            _Walk(cells, name, file).walk(parts[name])
    if any(number >= len(cells.strings) for number in cells.shared):
        raise refused(file, "points at a text that is not there. Save the file again.")
    characters = cells.characters + sum(cells.strings[number] for number in cells.shared)
    if characters > MAX_CHARACTERS:
        raise refused(file, "holds far more text than a form can. Nothing was read.")
    if sum(sheet.rows * sheet.columns for sheet in cells.sheets.values()) > MAX_AREA:
        raise refused(file, "has more than {most:,} cells. Nothing was read.", most=MAX_AREA)
    return cells


class _Walk:
    """Walks through one part and notes what it finds."""

    def __init__(self, cells: Cells, part: str, file: str) -> None:
        self.cells = cells
        self.file = file
        self.part = part
        self.sheet = part  # in .ods: the name of the table
        self.row = self.column = -1  # of the present cell
        self.down = self.across = 1  # how often the present row and cell are repeated
        self.length = 0  # of the present cell's text
        self.kind = ""  # of the present cell, .xlsx only
        self.value: str | None = None  # of the present cell, while its <v> is open
        self.is_cell = self.is_filled = False

    def walk(self, content: bytes) -> None:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise refused(self.file, "is not written in UTF-8. Save the file again.")
        parser = expat.ParserCreate()
        parser.XmlDeclHandler = self._encoded
        parser.StartDoctypeDeclHandler = self._declared
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.buffer_text = True
        try:
            parser.Parse(content, True)  # noqa: FBT003 (no keyword there)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise refused(
                self.file, "is damaged or not whole. Save it or send it again."
            ) from error

    def _encoded(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """Refuse what this walk and the reader could decode differently."""
        if (encoding or "utf-8").lower() not in ("utf-8", "us-ascii"):
            raise refused(self.file, "is not written in UTF-8. Save the file again.")

    def _declared(self, *_: object) -> None:
        raise refused(
            self.file,
            "declares entities or a document type. Nothing was read; no spreadsheet does.",
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        for name in _PROMISES & attributes.keys():
            told = attributes[name].lstrip("+0")
            if len(told) >= _LONGEST_NUMBER or (told.isdecimal() and int(told) > MAX_AREA):
                raise refused(self.file, "promises far more than it holds. Save the file again.")
        start = _STARTS.get(tag.rpartition(":")[2])
        if start is not None:
            start(self, {name.rpartition(":")[2]: value for name, value in attributes.items()})

    def _end(self, tag: str) -> None:
        end = _ENDS.get(tag.rpartition(":")[2])
        if end is not None:
            end(self)

    def _text(self, data: str) -> None:
        self.length += len(data)
        if self.value is not None:
            self.value += data[:20]
        if self.is_cell and data.strip():
            self.is_filled = True

    # .xlsx

    def _xlsx_row(self, attributes: dict[str, str]) -> None:
        told = attributes.get("r", "")
        self.row = (
            int(told) - 1 if told.isdecimal() and len(told) < _LONGEST_NUMBER else self.row + 1
        )
        self.column = -1

    def _xlsx_cell(self, attributes: dict[str, str]) -> None:
        place = (self.row, self.column + 1)
        if "r" in attributes:
            named = cell_place(attributes["r"])
            if named is None:
                raise refused(self.file, "a cell has no usable name. Save the file again.")
            place = named
        self.row, self.column = place
        self.kind = attributes.get("t", "")
        self.length, self.down, self.across = 0, 1, 1
        self._filled()

    def _xlsx_cell_end(self) -> None:
        self.cells.characters += self.length

    def _value(self, _: dict[str, str]) -> None:
        self.value = ""

    def _value_end(self) -> None:
        told = self.value or ""
        if self.kind == "s":
            # the reader takes what is no number for the first text
            is_number = told.isascii() and told.isdecimal() and len(told) < _LONGEST_NUMBER
            self.cells.shared.append(int(told) if is_number else sys.maxsize)
        self.value = None

    def _formula(self, _: dict[str, str]) -> None:
        self.cells.sheets[self.sheet].formulas.add((self.row, self.column))

    def _merged(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        corners = cell_place(first), cell_place(last or first)
        if corners[0] is not None and corners[1] is not None:
            self.cells.sheets[self.sheet].merged.append((corners[0], corners[1]))

    def _string(self, _: dict[str, str]) -> None:
        self.length = 0

    def _string_end(self) -> None:
        self.cells.strings.append(self.length)

    def _named(self, attributes: dict[str, str]) -> None:
        self.cells.names[attributes.get("id", "")] = attributes.get("name", "")

    def _related(self, attributes: dict[str, str]) -> None:
        if self.part.casefold() == "xl/_rels/workbook.xml.rels":
            self.cells.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    # .ods

    def _table(self, attributes: dict[str, str]) -> None:
        self.sheet = attributes.get("name", "")
        self.row, self.down = -1, 1

    def _ods_row(self, attributes: dict[str, str]) -> None:
        self.row += self.down
        self.down = self._repeats(attributes, "number-rows-repeated")
        self.column, self.across = -1, 1

    def _ods_cell(self, attributes: dict[str, str]) -> None:
        self.column += self.across
        self.across = self._repeats(attributes, "number-columns-repeated")
        self.is_cell = True
        self.is_filled = any(name.endswith(("value", "value-type")) for name in attributes)
        self.length = len(attributes.get("string-value", ""))
        if "formula" in attributes:
            self.is_filled = True
            self.cells.sheets[self.sheet].formulas.add((self.row, self.column))
        right, below = (
            self._repeats(attributes, f"number-{axis}-spanned") for axis in ("columns", "rows")
        )
        if right > 1 or below > 1:
            last = self.row + below - 1, self.column + right - 1
            self.cells.sheets[self.sheet].merged.append(((self.row, self.column), last))

    def _ods_cell_end(self) -> None:
        if self.is_filled:
            self._filled()
            self.cells.characters += self.length * self.down * self.across
        self.is_cell = self.is_filled = False

    def _repeats(self, attributes: dict[str, str], name: str) -> int:
        told = attributes.get(name, "1")
        if not told.isdecimal() or not 1 <= len(told) < _LONGEST_NUMBER or int(told) < 1:
            raise refused(self.file, "a repeat is no number. Save the file again.")
        return int(told)

    # both

    def _filled(self) -> None:
        """Note that the present cell holds something."""
        row, column = self.row + self.down, self.column + self.across
        if row > MAX_ROWS or column > MAX_COLUMNS:
            name = self.cells.name_of(self.sheet)
            raise refused(
                f"{self.file}: {name[:60]}!{cell_name(self.row, self.column)}",
                "something stands beyond row {rows:,} or column {columns}. Remove it.",
                rows=MAX_ROWS,
                columns=MAX_COLUMNS,
            )
        sheet = self.cells.sheets[self.sheet]
        sheet.rows, sheet.columns = max(sheet.rows, row), max(sheet.columns, column)


_STARTS = {
    "row": _Walk._xlsx_row,
    "c": _Walk._xlsx_cell,
    "v": _Walk._value,
    "f": _Walk._formula,
    "mergeCell": _Walk._merged,
    "si": _Walk._string,
    "sheet": _Walk._named,
    "Relationship": _Walk._related,
    "table": _Walk._table,
    "table-row": _Walk._ods_row,
    "table-cell": _Walk._ods_cell,
    "covered-table-cell": _Walk._ods_cell,
}
_ENDS = {
    "c": _Walk._xlsx_cell_end,
    "v": _Walk._value_end,
    "si": _Walk._string_end,
    "table-cell": _Walk._ods_cell_end,
    "covered-table-cell": _Walk._ods_cell_end,
}
