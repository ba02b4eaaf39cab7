"""Walk through one part of a spreadsheet as a stream of events, for `precheck`.

Nothing is kept but places and lengths. What no form needs is refused, and what the reader could take
another way. Declarations (`<!DOCTYPE`, `<!ENTITY`) are refused wherever they stand, so no text can grow
by naming itself.
"""

import re
import sys
from collections.abc import Callable
from xml.parsers import expat

from assessment.errors import SheetError, refused
from exchange.spreadsheets.cells import Cells, cell_name, cell_place, is_told_twice

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_AREA = 200_000  # cells in the rectangles of all sheets together
MAX_SHEETS = 50
MAX_TAGS = 2_000_000  # in all parts together
MAX_DEPTH = 30
MAX_KEPT = 300_000  # formulas, merged cells, texts and pointers at texts, in all parts together
_PROMISES = {"count", "uniqueCount"}  # the reader makes room for what they say
_ROW = re.compile("[1-9][0-9]{0,6}")
_NUMBER = re.compile("[0-9]{1,9}")
_REPEAT = re.compile("[1-9][0-9]{0,8}")
_ODS_CONTENT = "content.xml"  # the one part with cells


class Walk:
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
        self.depth = 0
        self.tables: set[str] = set()  # .ods only
        self.is_open = False  # the present row, or in .ods the table
        self.is_ods = part.casefold() == _ODS_CONTENT
        self.starts = _ODS_STARTS if self.is_ods else _XLSX_STARTS
        self.ends = _ODS_ENDS if self.is_ods else _XLSX_ENDS

    def walk(self, content: bytes) -> None:
        """Note what stands in the part. Raises SheetError for what is beyond the limits."""
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
        self.depth += 1
        self.cells.tags += 1
        if self.depth > MAX_DEPTH or self.cells.tags > MAX_TAGS:
            raise refused(
                self.file, "holds far more parts within parts than a form. Save it again."
            )
        for name in _PROMISES & attributes.keys():
            number = attributes[name].lstrip("+0")
            if number and (not _NUMBER.fullmatch(number) or int(number) > MAX_AREA):
                raise refused(self.file, "promises far more than it holds. Save the file again.")
        prefix, _, name = tag.rpartition(":")
        start = self.starts.get(name)
        if start is not None:
            if (self.is_ods and prefix != "table") or is_told_twice(attributes):
                raise self._unlike()
            start(self, attributes)

    def _unlike(self) -> SheetError:
        return refused(
            self.file, "is written in another way than spreadsheet programs do. Save it again."
        )

    def _keep(self) -> None:
        """Count one more thing that stays in memory."""
        self.cells.kept += 1
        if self.cells.kept > MAX_KEPT:
            raise refused(self.file, "holds far more text than a form can. Nothing was read.")

    def _end(self, tag: str) -> None:
        self.depth -= 1
        end = self.ends.get(tag.rpartition(":")[2])
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
        number = attributes.get("r")
        if number is not None and not _ROW.fullmatch(number):
            raise refused(self.file, "a row has no usable number. Save the file again.")
        self.row = self.row + 1 if number is None else int(number) - 1
        self.column = -1
        self.is_open = True

    def _closed(self) -> None:
        self.is_open = False

    def _xlsx_cell(self, attributes: dict[str, str]) -> None:
        place = (self.row, self.column + 1)
        if "r" in attributes or not self.is_open:
            named = cell_place(attributes.get("r", ""))
            if named is None or (self.is_open and named[0] != self.row):
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
        if self.kind == "s":
            # the reader takes what is no number for the first text
            number = self.value or ""
            self._keep()
            self.cells.shared.append(int(number) if _NUMBER.fullmatch(number) else sys.maxsize)
        self.value = None

    def _formula(self, _: dict[str, str]) -> None:
        self._keep()
        self.cells.sheets[self.sheet].formulas.add((self.row, self.column))

    def _merged(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        corners = cell_place(first), cell_place(last or first)
        if corners[0] is not None and corners[1] is not None:
            self._keep()
            self.cells.sheets[self.sheet].merged.append((corners[0], corners[1]))

    def _string(self, _: dict[str, str]) -> None:
        if self.part.casefold() != "xl/sharedstrings.xml":
            raise self._unlike()
        self.length = 0

    def _string_end(self) -> None:
        self._keep()
        self.cells.strings.append(self.length)

    def _named(self, attributes: dict[str, str]) -> None:
        if self.part.casefold() == "xl/workbook.xml":
            ids = (attributes[name] for name in attributes if name.rpartition(":")[2] == "id")
            self._once(self.cells.names, next(ids, ""), attributes.get("name", ""))
            if len(set(self.cells.names.values())) < len(self.cells.names):
                raise self._unlike()
            self._counted(len(self.cells.names))

    def _related(self, attributes: dict[str, str]) -> None:
        if self.part.casefold() == "xl/_rels/workbook.xml.rels":
            self._keep()
            self._once(self.cells.targets, attributes.get("Id", ""), attributes.get("Target", ""))

    def _once(self, noted: dict[str, str], key: str, value: str) -> None:
        """Note a value; refuse a second one, for readers differ in which of the two they take."""
        if key in noted:
            raise self._unlike()
        noted[key] = value

    def _counted(self, sheets: int) -> None:
        if sheets > MAX_SHEETS:
            raise refused(
                self.file, "has more than {most} sheets. Nothing was read.", most=MAX_SHEETS
            )

    # .ods

    def _table(self, attributes: dict[str, str]) -> None:
        self.sheet = attributes.get("table:name", "")
        if self.is_open or self.sheet in self.tables:
            raise self._unlike()
        self.is_open = True
        self.tables.add(self.sheet)
        self._counted(len(self.tables))
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
        self.length = len(attributes.get("office:string-value", ""))
        if "table:formula" in attributes:
            self.is_filled = True
            self._keep()
            self.cells.sheets[self.sheet].formulas.add((self.row, self.column))
        right, below = (
            self._repeats(attributes, f"number-{axis}-spanned") for axis in ("columns", "rows")
        )
        if right > 1 or below > 1:
            last = self.row + below - 1, self.column + right - 1
            self._keep()
            self.cells.sheets[self.sheet].merged.append(((self.row, self.column), last))

    def _ods_cell_end(self) -> None:
        if self.is_filled:
            self._filled()
            self.cells.characters += self.length * self.down * self.across
        self.is_cell = self.is_filled = False

    def _repeats(self, attributes: dict[str, str], name: str) -> int:
        number = attributes.get(f"table:{name}", "1")
        if not _REPEAT.fullmatch(number):
            raise refused(self.file, "a repeat is no number. Save the file again.")
        return int(number)

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


_Start = Callable[[Walk, dict[str, str]], None]
_XLSX_STARTS: dict[str, _Start] = {
    "row": Walk._xlsx_row,
    "c": Walk._xlsx_cell,
    "v": Walk._value,
    "f": Walk._formula,
    "mergeCell": Walk._merged,
    "si": Walk._string,
    "sheet": Walk._named,
    "Relationship": Walk._related,
}
_ODS_STARTS: dict[str, _Start] = {
    "table": Walk._table,
    "table-row": Walk._ods_row,
    "table-cell": Walk._ods_cell,
    "covered-table-cell": Walk._ods_cell,
}
_XLSX_ENDS = {
    "row": Walk._closed,
    "c": Walk._xlsx_cell_end,
    "v": Walk._value_end,
    "si": Walk._string_end,
}
_ODS_ENDS = {
    "table": Walk._closed,
    "table-cell": Walk._ods_cell_end,
    "covered-table-cell": Walk._ods_cell_end,
}
