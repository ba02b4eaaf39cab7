"""How far answers of one group lie apart (docs/scoring.md, "Spread").

A group is a row of counts, one per level. All groups are computed at once, one value per group.
A group without answers gives NaN (`NO_WORD` for the word).
"""

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.catalogue.model import LEVELS

Counts = NDArray[Any]  # whole numbers
Floats = NDArray[np.float64]

WORDS = ("too_few", "two_camps", "shared", "mostly_shared", "spread_out")
TOO_FEW, TWO_CAMPS, SHARED, MOSTLY_SHARED, SPREAD_OUT = range(len(WORDS))
NO_WORD = -1
FEWEST = 5  # answers below which no word is given
FEW = 12  # answers up to which figures are looked up


@dataclass(frozen=True)
class SpreadArrays:
    """Every statistic of spread, one value per group."""

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

    def take(self, places: NDArray[Any]) -> "SpreadArrays":
        """Return the values at `places`."""
        return SpreadArrays(*(values.take(places) for values in vars(self).values()))

    def part(self, place: Any) -> "SpreadArrays":
        """Return a view of the values at `place`."""
        return SpreadArrays(*(values[place] for values in vars(self).values()))

    def put(self, values: "SpreadArrays") -> None:
        """Write `values` over these."""
        for mine, new in zip(vars(self).values(), vars(values).values(), strict=True):
            mine[...] = new

    def moved(self, source: int, destination: int) -> "SpreadArrays":
        """Return a view with one axis moved."""
        views = (np.moveaxis(values, source, destination) for values in vars(self).values())
        return SpreadArrays(*views)


def spread(counts: Counts) -> SpreadArrays:
    """Compute all statistics of spread for counts of shape (..., levels)."""
    width = counts.shape[-1]
    kind = smallest_kind(counts, width * max(width**2, 2**width))
    levels = np.moveaxis(counts, -1, 0).astype(kind, copy=False)
    n = total(levels)
    if n.max(initial=0) > FEW or width > LEVELS:
        return _calculated(levels, n)
    return _small_groups(width).take(_number(levels))


def _calculated(levels: Counts, n: Counts) -> SpreadArrays:
    steps = np.arange(len(levels), dtype=levels.dtype)
    first = np.einsum("k,k...->...", steps, levels)
    second = np.einsum("k,k...->...", steps * steps, levels)
    pair = (levels[:-1] + levels[1:]).max(axis=0)
    size = n.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):  # 0 / 0: NaN for a group without answers
        return SpreadArrays(
            n=n.astype(np.int32),
            mean=first / size,
            neighbour_share=pair / size,
            word=_words(levels, n, pair),
            consensus=_consensus(levels, n, first),
            agreement=_agreement(levels) / size,
            sd=_deviation(size, first, second),
            median=_median(levels, n),
        )


@lru_cache(maxsize=8)
def _small_groups(width: int) -> SpreadArrays:
    """The statistics of every possible group of at most FEW answers, in the order of `_number`.

    There are 6,188 such groups for five levels, and most real groups are among them: looking
    them up is four times faster than calculating them again and again.
    """
    upto = np.array(list(itertools.combinations_with_replacement(range(FEW + 1), width)), np.int16)
    levels = np.diff(upto, axis=1, prepend=np.int16(0)).T
    levels = levels[:, np.argsort(_number(levels))]
    return _calculated(levels, total(levels))


def _number(levels: Counts) -> NDArray[np.int16]:
    """Number every possible group of at most FEW answers: 0 is the empty one, no number is left out.

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


def smallest_kind(counts: Counts, terms: int) -> np.dtype[Any]:
    """The smallest integers that hold sums of so many counts: small ones are much faster."""
    return np.min_scalar_type(-int(counts.max(initial=1)) * terms)


def total(counts: Counts) -> Counts:
    """Add up along the first axis without changing the kind of number."""
    result: Counts = counts.sum(axis=0, dtype=counts.dtype)
    return result


def _deviation(n: Floats, first: Counts, second: Counts) -> Floats:
    """The population standard deviation, from the sums of levels and of squared levels."""
    squares = second * n - np.square(first, dtype=np.float64)
    result: Floats = np.sqrt(np.maximum(squares, 0)) / n
    return result


def _consensus(levels: Counts, n: Counts, first: Counts) -> Floats:
    """Cns of Tastle & Wierman (2007): 1 + sum p_i log2(1 - |i - mean| / (K - 1)).

    Multiplied by (K - 1) n, 1 - |i - mean| / (K - 1) is a whole number.
    """
    whole = n * (len(levels) - 1)
    near = np.stack([whole - np.abs(k * n - first) for k in range(len(levels))])
    # 0 only for a level that nobody gave, so 1 does as well and spares log2(0)
    np.maximum(near, 1, out=near)
    share = near / np.maximum(whole, 1).astype(np.float64)
    np.log2(share, out=share)
    share *= levels
    # level by level, so that a group alone gives the same bits as among others
    result: Floats = 1 + sum(share) / n
    return result


def _agreement(levels: Counts) -> Floats:
    """n times A of van der Eijk (2001): agreement of the layers, weighted by the answers in each.

    The lowest layer, which holds all levels, has no agreement at all and is passed over.
    """
    table = _pattern_agreement(len(levels))
    full = len(table) - 1
    # every count carries the bit of its level through the sorting
    lowest, *rows = _sorted([level * (full + 1) + (1 << k) for k, level in enumerate(levels)])
    result = np.zeros(lowest.shape)
    pattern = full - (lowest & full)
    below = lowest >> len(levels)
    for row in rows:
        height = row >> len(levels)
        # a layer as high as the one below is empty and gets weight 0
        result += (height - below) * table.take(pattern)
        pattern -= row & full
        below = height
    return result


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
    table = np.empty(2**size)
    for pattern in range(2**size):
        filled = [pattern >> k & 1 for k in range(size)]
        table[pattern] = sum(filled) * _layer_agreement(filled)
    return table


def _layer_agreement(filled: list[int]) -> float:
    """A of one layer: U * (1 - (S - 1) / (K - 1)), U from triples of levels."""
    size, count = len(filled), sum(filled)
    triples = list(itertools.combinations(filled, 3))
    unimodal = sum(triple in ((1, 1, 0), (0, 1, 1)) for triple in triples)
    split = triples.count((1, 0, 1))
    if count <= 1 or unimodal + split == 0:
        shape = 1.0
    else:
        shape = ((size - 2) * unimodal - (size - 1) * split) / ((size - 2) * (unimodal + split))
    return shape * (1 - (max(count, 1) - 1) / (size - 1))


def _median(levels: Counts, n: Counts) -> NDArray[np.float32]:
    """The median; the mean of the two middle ones for an even number.

    Going up from the middle of the scale, every level below which more (fewer) than half of the
    answers lie is half a step up (down) for each of the two middle ones.
    """
    steps = np.zeros_like(n)
    rest = n.copy()
    for level in levels[:-1]:
        rest -= 2 * level
        steps += np.sign(rest)
    return np.where(n > 0, (steps + (len(levels) - 1)) / np.float32(2), np.float32("nan"))


def _words(levels: Counts, n: Counts, pair: Counts) -> NDArray[np.int8]:
    """One word per group, by the rule of design and docs/scoring.md; whole numbers only."""
    half = len(levels) // 2
    low, middle, high = total(levels[:half]), levels[half], total(levels[half + 1 :])
    camps = (4 * low >= n) & (4 * high >= n) & (2 * middle < np.minimum(low, high))
    # the order of WORDS makes this a sum, which is much faster than filling in by conditions
    words = SPREAD_OUT - (5 * pair >= 3 * n).view(np.int8) - (4 * pair >= 3 * n)
    words = TWO_CAMPS + (words - TWO_CAMPS) * ~camps
    result: NDArray[np.int8] = words * (n >= FEWEST) - (n == 0)
    return result
