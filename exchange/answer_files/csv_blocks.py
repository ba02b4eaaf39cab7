"""A CSV of answers as blocks of columns.

Python's `csv` decides what a file says. What it would certainly read in the same way (quotes only
around whole cells, the right number of cells, ordinary line ends) is read in bulk by pyarrow, at a
sixth of the cost; every other part goes through `csv` itself, so that a message never depends on
the way of reading.
"""

import codecs
import csv
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv as arrow_csv

from assessment.answers import MAX_TEXT
from assessment.errors import AnswersFileError, Problem
from exchange.answer_files.blocks import MAX_BYTES, Block, Cells, block_of_rows
from exchange.answers_csv import HEADER

SIZE = 1 << 20  # bytes of a block
ROWS = 20_000  # of a block that is read row by row
MAX_CELL = MAX_TEXT * 2  # a cell may be as long as a text may be, plus the apostrophe
_TOP = ",".join(HEADER).encode()
# the quote stands first in the pattern, so that it is searched for as fast as a letter is
_QUOTED_CELL = re.compile(rb'"(?<![^,\n]")[^"]*+(?:""[^"]*+)*+"(?![^,\r\n])')
_QUOTE, _LINE_FEED, _RETURN = b'"\n\r'
_WORDS = pa.dictionary(pa.int32(), pa.string())

Numbers = NDArray[np.intp]


def read_bytes(path: Path) -> bytes:
    """Return the contents of a CSV without byte order mark. Raises AnswersFileError."""

    def refuse(line: int, message: str) -> AnswersFileError:
        return AnswersFileError([Problem(path.name, line, 0, message)])

    try:
        with path.open("rb") as file:  # what it says of its size may be wrong: a device, a pipe
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise refuse(0, f"cannot be read: {error.strerror}. Check the name of the file.") from error
    if len(data) > MAX_BYTES:
        raise refuse(0, f"larger than {MAX_BYTES // 1_000_000} MB. Split the file by assessment.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refuse(1, "written in UTF-16. Save it as 'CSV UTF-8'.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise refuse(
            line, "holds a NUL byte, so this is no text file. Export it again as 'CSV UTF-8'."
        )
    wrong = _first_wrong_byte(data)
    if wrong is not None:
        line = data.count(b"\n", 0, wrong) + 1
        raise refuse(line, "not written in UTF-8. Save it as 'CSV UTF-8'.")
    return data.removeprefix(codecs.BOM_UTF8)


def _first_wrong_byte(data: bytes) -> int | None:
    """Return where a text stops being UTF-8, without holding all of it as text."""
    start = 0
    while start < len(data):
        end = min(start + SIZE, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80 and end - start < SIZE + 4:
            end += 1  # not in the middle of a character
        try:
            data[start:end].decode()
        except UnicodeDecodeError as error:
            return start + error.start
        start = end
    return None


def csv_blocks(data: bytes, file: str) -> Iterator[tuple[Block, float]]:
    """Yield every row of a CSV in blocks, with the share of the file that was read.

    Raises AnswersFileError where the file is not readable as CSV.
    """
    head = next((len(_TOP + end) for end in (b"\r\n", b"\n") if data.startswith(_TOP + end)), 0)
    at, line = head, 2 if head else 1
    while head and at < len(data):
        part = _Part.cut(data, at, line)
        if part is None:
            break
        at += len(part.data)
        line += len(part.line_ends) + part.lone_returns
        for block in part.blocks(file):
            yield block, at / len(data)
    if at < len(data) or not head:
        rows = _Rows(file, line, with_header=not head)
        for block in rows.blocks(data[at:]):
            yield block, 1.0


@dataclass(frozen=True)
class _Part:
    """Whole rows of a CSV, in which quotes stand around whole cells only."""

    data: bytes
    line: int  # of its first row
    line_ends: Numbers
    row_ends: Numbers

    @classmethod
    def cut(cls, data: bytes, at: int, line: int) -> "_Part | None":
        """Return the next part, None where a row holds a quote that stands oddly, or is very long."""
        end = at + SIZE
        end = len(data) if end >= len(data) else data.rfind(b"\n", at, end) + 1
        if end <= at:
            return None
        piece = data[at:end]
        codes = np.frombuffer(piece, np.uint8)
        line_ends = np.flatnonzero(codes == _LINE_FEED)
        row_ends = line_ends
        if b'"' in piece:
            cells = [match.span() for match in _QUOTED_CELL.finditer(piece)]
            quotes = np.flatnonzero(codes == _QUOTE)
            odd = quotes[~_inside(quotes, cells)]
            row_ends = line_ends[~_inside(line_ends, cells)]
            if odd.size:
                row_ends = row_ends[row_ends < odd[0]]
                if not row_ends.size:
                    return None
                piece = piece[: row_ends[-1] + 1]
                line_ends = line_ends[line_ends < len(piece)]
        return cls(piece, line, line_ends, row_ends)

    def blocks(self, file: str) -> Iterator[Block]:
        """Read this part in bulk where that is certainly right, else row by row."""
        lines, longest = self._lines()
        # pyarrow takes a byte order mark away, wherever a part begins with it
        is_plain = not self.lone_returns and not self.data.startswith(codecs.BOM_UTF8)
        columns = self._columns() if is_plain and longest <= MAX_CELL else None
        if columns is None or len(columns[0]) != len(lines):
            return _Rows(file, self.line).blocks(self.data)
        return iter([Block(lines, columns)])

    @cached_property
    def lone_returns(self) -> int:
        """How many lines end with a carriage return alone."""
        return self.data.count(b"\r") - self.data.count(b"\r\n")

    def _lines(self) -> tuple[NDArray[np.int64], int]:
        """Return the line of each row that is not empty, and the length of the longest row."""
        ends = self.row_ends
        if not ends.size or ends[-1] < len(self.data) - 1:
            ends = np.append(ends, len(self.data))
        starts = np.concatenate(([0], ends[:-1] + 1))
        lengths = ends - starts
        codes = np.frombuffer(self.data + b"\n", np.uint8)
        empty = (lengths == 0) | ((lengths == 1) & (codes[starts] == _RETURN))
        lines = self.line + np.searchsorted(self.line_ends, starts[~empty])
        return lines.astype(np.int64), int(lengths.max())

    def _columns(self) -> tuple[pa.Array, ...] | None:
        try:
            table = arrow_csv.read_csv(
                pa.BufferReader(self.data),
                arrow_csv.ReadOptions(
                    use_threads=False, block_size=2 * SIZE, column_names=list(HEADER)
                ),
                arrow_csv.ParseOptions(newlines_in_values=True),
                arrow_csv.ConvertOptions(
                    column_types=dict.fromkeys(HEADER, _WORDS), strings_can_be_null=False
                ),
            )
        except pa.ArrowInvalid:  # another number of cells: csv says where
            return None
        return tuple(_joined(column) for column in table.columns)


def _joined(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _inside(places: Numbers, cells: list[tuple[int, int]]) -> NDArray[np.bool_]:
    """Return which places lie inside one of the cells, given in order as start and end."""
    if not cells:
        return np.zeros(len(places), np.bool_)
    starts, ends = np.array(cells).T
    cell = np.searchsorted(starts, places, "right") - 1
    return np.asarray((cell >= 0) & (places < ends[cell]))


@dataclass
class _Rows:
    """Reads CSV row by row, with Python's `csv`."""

    file: str
    line: int  # where the row starts: an unclosed quote swallows what follows
    with_header: bool = False

    def blocks(self, data: bytes) -> Iterator[Block]:
        csv.field_size_limit(MAX_CELL)
        text = io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="")
        reader = csv.reader(text, strict=True)
        before, waiting = self.line - 1, []
        try:
            if self.with_header:
                self._check_header(next(reader, []))
                self.line = before + reader.line_num + 1
            for cells in reader:
                if cells:
                    waiting.append((self.line, cells))
                self.line = before + reader.line_num + 1
                if len(waiting) == ROWS:
                    yield block_of_rows(waiting)
                    waiting = []
        except csv.Error as error:
            yield block_of_rows(waiting)
            raise self._fault(f"not readable as CSV: {error}. Check the quotes.") from error
        yield block_of_rows(waiting)

    def _check_header(self, header: Cells) -> None:
        if tuple(header) != HEADER:
            raise self._fault(_header_remedy(header))

    def _fault(self, message: str) -> AnswersFileError:
        return AnswersFileError([Problem(self.file, self.line, 0, message)])


def _header_remedy(header: Cells) -> str:
    expected = ",".join(HEADER)
    if len(header) == 1 and ";" in header[0]:
        return "the cells are separated by semicolons. Save it as 'CSV UTF-8 (comma delimited)'."
    wrong = next(
        (n for n, (a, b) in enumerate(itertools.zip_longest(header, HEADER), 1) if a != b), 0
    )
    return f"the header is wrong from cell {wrong} on. It must be exactly: {expected}"
