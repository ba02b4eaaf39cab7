"""Count answers given as arrays of codes: what ten million answers are measured with.

The product counts rows (`CountTable.with_rows`), most of them counted by the database before.
"""

import numpy as np
from numpy.typing import NDArray

from assessment.scoring.counts import BINS


def count_codes(
    shape: tuple[int, int, int], codes: tuple[NDArray[np.integer], ...], *, chunk: int = 1 << 16
) -> NDArray[np.int32]:
    """Count answers given as four arrays of codes: assessment, criterion, role, bin (0-7).

    `shape` gives the numbers of assessments, criteria and roles. Works through the arrays in
    chunks that stay in the processor's cache, so memory stays at the result plus a few MB.
    Raises ValueError for a code outside its axis.
    """
    sizes = (*shape, BINS)
    counts = np.zeros(int(np.prod(sizes)), np.int32)
    one = np.int32(1)
    for start in range(0, len(codes[0]), chunk):
        part = [code[start : start + chunk] for code in codes]
        for code, size in zip(part, sizes, strict=True):
            if _largest(code) >= size:
                raise ValueError("a code lies outside its axis")
        cell = _cell(part, sizes)
        np.add.at(counts, cell.astype(np.intp), one)
    return counts.reshape(sizes)


def _largest(code: NDArray[np.integer]) -> int:
    """The largest code, where a negative one counts as very large."""
    return int(code.view(f"u{code.itemsize}").max())


def _cell(codes: list[NDArray[np.integer]], sizes: tuple[int, ...]) -> NDArray[np.integer]:
    """Join codes to one number, from the last on, in the smallest integers that hold it."""
    cell, span = codes[-1], sizes[-1]
    for code, size in zip(codes[-2::-1], sizes[-2::-1], strict=True):
        kind = np.min_scalar_type(size * span - 1)
        joined = code.astype(kind)
        joined *= kind.type(span)
        joined += cell.astype(kind, copy=False)
        cell, span = joined, size * span
    return cell
