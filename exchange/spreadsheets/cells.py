"""Cells of a spreadsheet: their names, what they keep of a text, and what the reader does not tell."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from assessment.catalogue.reading.text_file import STRANGE

CELL_MAX = 32_767  # characters that a spreadsheet keeps in one cell
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # turn the direction of what follows
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_TOLD_ONCE = {
    *("r", "t", "ref", "id", "Id", "Target", "name", "formula", "string-value"),
    *(f"number-{axis}-{how}" for axis in ("rows", "columns") for how in ("repeated", "spanned")),
}

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
    tags: int = 0
    kept: int = 0  # formulas, merged cells, texts and pointers at texts

    def part_of(self, relation: str) -> str:
        """Return the part that a relation leads to in small letters, empty for an unusual path."""
        path = self.targets.get(relation, "").casefold().removeprefix("/xl/").removeprefix("xl/")
        return "" if path.startswith("/") or not path else f"xl/{path}"

    def name_of(self, part: str) -> str:
        """Return the name of the sheet that stands in a part; in .ods that is the name itself."""
        found = (name for key, name in self.names.items() if self.part_of(key) == part.casefold())
        return next(found, part)

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


def is_told_twice(attributes: Collection[str]) -> bool:
    """Return whether a prefix alone tells two attributes apart: another reader may take the other."""
    names = [name.rpartition(":")[2] for name in attributes]
    return len(set(names)) < len(names) and any(names.count(name) > 1 for name in _TOLD_ONCE)


def cell_text(text: str) -> str:
    """Return a text as every spreadsheet keeps it: line feeds, and no other control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _TURNS.sub("", STRANGE.sub("", lines))


def in_cell(text: str) -> str:
    """Return what one cell keeps of a text."""
    kept = cell_text(text)
    return kept if len(kept) <= CELL_MAX else f"{kept[: CELL_MAX - 1]}…"
