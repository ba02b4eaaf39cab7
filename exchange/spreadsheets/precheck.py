"""Look over every cell of a spreadsheet before a reader loads it.

A reader makes room for the whole rectangle between the first and the last cell, so one cell in the
far corner of an empty sheet can take all memory there is. This pass also finds what the reader does not
tell: where formulas stand and which cells are merged.
"""

import re

from assessment.errors import refused
from exchange.spreadsheets.cells import Cells
from exchange.spreadsheets.xml_scan import MAX_AREA, Walk

MAX_CHARACTERS = 5_000_000  # in all cells together, every repeat counted
MAX_STRETCH = 1_000_000  # bytes without a tag: one tag can hold very many attributes
_MIMETYPE = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z-]{1,40}\s{0,2}")
_TOO_LONG = "holds far more text than a form can. Nothing was read."


def look_over(parts: dict[str, bytes], file: str) -> Cells:
    """Return where formulas and merged cells stand. Raises SheetError for a file beyond the limits."""
    cells = Cells()
    for name in sorted(parts, key=lambda name: "workbook" not in name.casefold()):  # names first
        if name != "mimetype" or not _MIMETYPE.fullmatch(parts[name]):
            if _is_one_stretch(parts[name]):
                raise refused(file, _TOO_LONG)
            Walk(cells, name, file).walk(parts[name])
    leads_to = [cells.part_of(relation) for relation in cells.names]
    if len(set(leads_to)) < len(leads_to) or not set(leads_to) <= {n.casefold() for n in parts}:
        raise refused(file, "holds a sheet twice, or names one that is not there. Save it again.")
    if any(number >= len(cells.strings) for number in cells.shared):
        raise refused(file, "points at a text that is not there. Save the file again.")
    characters = cells.characters + sum(cells.strings[number] for number in cells.shared)
    if characters > MAX_CHARACTERS:
        raise refused(file, _TOO_LONG)
    if sum(sheet.rows * sheet.columns for sheet in cells.sheets.values()) > MAX_AREA:
        raise refused(file, "has more than {most:,} cells. Nothing was read.", most=MAX_AREA)
    return cells


def _is_one_stretch(content: bytes) -> bool:
    """Return whether more than MAX_STRETCH bytes stand there without the start of a tag."""
    at = 0
    while len(content) - at > MAX_STRETCH:
        at = content.rfind(b"<", at + 1, at + 1 + MAX_STRETCH)
        if at < 0:
            return True
    return False
