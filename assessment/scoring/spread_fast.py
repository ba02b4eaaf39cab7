"""The figures of `assessment.scoring.spread` for very many groups at once.

They are the same to the last bit; a test compares the two. Three tricks, each with what it gained
where ten million answers were scored (`python cli.py benchmark scoring`):

- Counts lie in memory bin by bin, in the smallest whole numbers that hold every sum, so that
  neighbours go through the same steps, many at a time: all of scoring takes a third of the time.
- The figures of a group of at most FEW answers are looked up by a number that every such group has
  (there are 6,188 on five levels, and most real groups are among them): a quarter of the time.
- The layers of van der Eijk's agreement are found by sorting the counts of every group with a
  sorting network over whole arrays. Every count carries the bit of its level along, so that the
  levels filled above a height are a pattern of bits, and A of each pattern is looked up: less than
  a tenth of the time.
"""

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.catalogue.model import LEVELS
from assessment.scoring import spread as formulas
from assessment.scoring.spread import Counts, Floats, total

FEW = 12  # answers up to which figures are looked up


@dataclass(frozen=True)
class SpreadArrays:
    """Every figure of spread, one value per group."""

    n: NDArray[np.int32]
    mean: Floats
    neighbour_share: Floats
    word: NDArray[np.int8]
    consensus: Floats
    agreement: Floats
    sd: Floats
    median: NDArray[np.float32]  # whole and half levels: exact

    @classmethod
    def allocate(cls, shape: tuple[int, ...]) -> "SpreadArrays":
        """Return arrays of `shape` to be filled by `put`."""
        mean, share, consensus, agreement, sd = np.empty((5, *shape))
        return cls(
            n=np.empty(shape, np.int32),
            mean=mean,
            neighbour_share=share,
            word=np.empty(shape, np.int8),
            consensus=consensus,
            agreement=agreement,
            sd=sd,
            median=np.empty(shape, np.float32),
        )

    def take(self, numbers: NDArray[Any]) -> "SpreadArrays":
        """Return the values with these numbers, in the shape of `numbers`."""
        return SpreadArrays(*(values.take(numbers) for values in vars(self).values()))

    def part(self, index: Any) -> "SpreadArrays":
        """Return a view of the values at an index."""
        return SpreadArrays(*(values[index] for values in vars(self).values()))

    def put(self, values: "SpreadArrays") -> None:
        """Write `values` over these."""
        for mine, new in zip(vars(self).values(), vars(values).values(), strict=True):
            mine[...] = new

    def moved(self, source: int, destination: int) -> "SpreadArrays":
        """Return a view with one axis moved."""
        views = (np.moveaxis(values, source, destination) for values in vars(self).values())
        return SpreadArrays(*views)


def spread(counts: Counts) -> SpreadArrays:
    """Compute all figures of spread for counts of shape (..., levels)."""
    width = counts.shape[-1]
    kind = smallest_kind(counts, width * max(width**2, 2**width))
    levels = np.moveaxis(counts, -1, 0).astype(kind, copy=False)
    n = total(levels)
    if n.max(initial=0) > FEW or width > LEVELS:
        return _computed(levels, n)
    return _small_groups(width).take(_number(levels).astype(np.intp))


def by_bin(counts: Counts, most: int) -> Counts:
    """Return the first `most` bins of counts (..., roles, bins), each bin together in memory.

    The numbers are as small as they can be so that every sum over roles and bins fits.
    """
    small = counts.astype(smallest_kind(counts, counts.shape[-1] * counts.shape[-2]))
    bins = np.moveaxis(small, (-1, -2), (0, 1))[:most]
    return np.moveaxis(np.ascontiguousarray(bins), (0, 1), (-1, -2))


def smallest_kind(counts: Counts, terms: int) -> np.dtype[Any]:
    """Return the smallest signed whole numbers that hold a sum of so many counts."""
    return np.min_scalar_type(-int(counts.max(initial=1)) * terms)


def _computed(levels: Counts, n: Counts) -> SpreadArrays:
    with np.errstate(divide="ignore", invalid="ignore"):  # 0 / 0: NaN for a group without answers
        return SpreadArrays(
            n=n.astype(np.int32),
            mean=formulas.mean(levels, n),
            neighbour_share=formulas.neighbour_share(levels, n),
            word=formulas.word(levels, n),
            consensus=formulas.consensus(levels, n),
            agreement=_agreement(levels, n),
            sd=formulas.deviation(levels, n),
            median=formulas.median(levels, n),
        )


@lru_cache(maxsize=8)
def _small_groups(width: int) -> SpreadArrays:
    """The figures of every possible group of at most FEW answers, in the order of `_number`."""
    upto = np.array(list(itertools.combinations_with_replacement(range(FEW + 1), width)), np.int16)
    levels = np.diff(upto, axis=1, prepend=np.int16(0)).T
    levels = levels[:, np.argsort(_number(levels))]
    return _computed(levels, total(levels))


def _number(levels: Counts) -> NDArray[np.int16]:
    """Number every possible group of at most FEW answers from 0, the empty one, without a hole.

    It is the sum over the levels k = 1, 2, ... of C(answers up to there + k - 1, k), also known
    as the combinatorial number system.
    """
    upto = levels[0].copy()
    number: NDArray[np.int16] = levels[0].astype(np.int16)
    for k, level in enumerate(levels[1:], 2):
        upto += level
        number += _ways(k).take(upto)
    return number


@lru_cache(maxsize=8)
def _ways(k: int) -> NDArray[np.int16]:
    return np.array([math.comb(m + k - 1, k) for m in range(FEW + 1)], np.int16)


def _agreement(levels: Counts, n: Counts) -> Floats:
    """A of van der Eijk (2001), as `spread.agreement`; the layer that holds all levels adds 0."""
    table = _pattern_agreement(len(levels))
    full = len(table) - 1
    lowest, *rows = _sorted([level * (full + 1) + (1 << k) for k, level in enumerate(levels)])
    result = np.zeros(lowest.shape)
    pattern = full - (lowest & full)
    below = lowest >> len(levels)
    for row in rows:
        height = row >> len(levels)
        # a layer as high as the one below is empty and counts for nothing
        result += (height - below) * table.take(pattern)
        pattern -= row & full
        below = height
    return result / n


def _sorted(rows: list[Counts]) -> list[Counts]:
    """Sort the counts of every group, smallest first: a sorting network over whole arrays."""
    for end in range(len(rows) - 1, 0, -1):
        for k in range(end):
            low, high = rows[k : k + 2]
            rows[k : k + 2] = np.minimum(low, high), np.maximum(low, high)
    return rows


@lru_cache(maxsize=8)
def _pattern_agreement(size: int) -> Floats:
    """A of every pattern of empty and filled levels times the filled ones, indexed by its bits."""
    patterns = np.arange(2**size)
    filled = np.array([patterns >> k & 1 for k in range(size)], np.bool_)
    table: Floats = filled.sum(axis=0) * formulas.layer_agreement(filled)
    return table
