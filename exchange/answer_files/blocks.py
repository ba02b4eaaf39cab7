"""A part of a file of answers: its columns, and where each row stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from exchange.answers_csv import HEADER

MAX_BYTES = 50_000_000

Cells = Sequence[str]


@dataclass(frozen=True)
class Block:
    """Some rows of a file: a column of texts for each cell, and the line of each row.

    `odd` holds the rows that have too few or too many cells, with their lines.
    """

    lines: NDArray[np.int64]
    columns: tuple[pa.Array, ...]
    odd: Sequence[tuple[int, Cells]] = field(default=())

    def rows(self, numbers: NDArray[np.intp]) -> list[tuple[int, Cells]]:
        """Return the rows with these numbers, with their lines."""
        if not numbers.size:
            return []
        chosen = pa.array(numbers)
        cells = [column.take(chosen).cast(pa.string()).to_pylist() for column in self.columns]
        return list(zip(self.lines[numbers].tolist(), zip(*cells, strict=True), strict=True))


def block_of_rows(rows: Sequence[tuple[int, Cells]]) -> Block:
    """Return a block of rows that were read one by one."""
    whole = [(line, cells) for line, cells in rows if len(cells) == len(HEADER)]
    columns = zip(*(cells for _, cells in whole), strict=True) if whole else ([] for _ in HEADER)
    return Block(
        np.array([line for line, _ in whole], np.int64),
        tuple(pa.array(column, pa.string()) for column in columns),
        [(line, cells) for line, cells in rows if len(cells) != len(HEADER)],
    )
