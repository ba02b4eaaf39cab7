"""How far answers of one group lie apart: one page of formulas (docs/scoring.md, "Spread").

`levels` holds how many answers each level got: signed whole numbers of shape (K, ...) for K
levels, the lowest first, and any number of groups; `n` holds how many answers each group has. A
figure is an array with one value per group, NaN (`NO_WORD` for the word) for a group without
answers; the caller silences numpy's warnings of 0 / 0. That caller is
`assessment.scoring.spread_fast`, which everything else asks for the figures.
"""

import itertools
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.scoring.rules import (
    CAMP_SHARE,
    FEWEST_FOR_WORD,
    MIDDLE_SHARE,
    MOSTLY_SHARED_SHARE,
    SHARED_SHARE,
)

Counts = NDArray[Any]  # whole numbers
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

WORDS = ("too_few", "two_camps", "shared", "mostly_shared", "spread_out")
TOO_FEW, TWO_CAMPS, SHARED, MOSTLY_SHARED, SPREAD_OUT = range(len(WORDS))
NO_WORD = -1


def mean(levels: Counts, n: Counts) -> Floats:
    """The sum of the levels given, divided by how many were given: sum(k n_k) / n."""
    result: Floats = _sum_of_powers(levels, 1) / n
    return result


def deviation(levels: Counts, n: Counts) -> Floats:
    """The standard deviation of the group itself: sqrt(n sum(k^2 n_k) - (sum(k n_k))^2) / n."""
    first, second = _sum_of_powers(levels, 1), _sum_of_powers(levels, 2)
    squares = second * n.astype(np.float64) - np.square(first, dtype=np.float64)
    result: Floats = np.sqrt(np.maximum(squares, 0)) / n
    return result


def median(levels: Counts, n: Counts) -> NDArray[np.float32]:
    """The middle answer, or the mean of the two middle ones of an even number: exact in float32.

    The lower of the two lies above every level up to which fewer than half of the answers were
    given, the higher one above every level up to which not more than half were.
    """
    lower, higher = np.zeros(n.shape, np.int8), np.zeros(n.shape, np.int8)
    twice = np.zeros_like(n)
    for level in levels[:-1]:
        twice = twice + 2 * level
        lower += twice < n
        higher += twice <= n
    return np.where(n > 0, (lower + higher) / np.float32(2), np.float32("nan"))


def neighbour_share(levels: Counts, n: Counts) -> Floats:
    """The largest share of the answers that two neighbouring levels hold."""
    result: Floats = _largest_pair(levels) / n
    return result


def word(levels: Counts, n: Counts) -> NDArray[np.int8]:
    """The place in WORDS of the first rule that fits."""
    half = len(levels) // 2
    low, middle, high = total(levels[:half]), levels[half], total(levels[half + 1 :])
    pair = _largest_pair(levels)
    are_camps = (
        _reaches(low, CAMP_SHARE, n)
        & _reaches(high, CAMP_SHARE, n)
        & ~_reaches(middle, MIDDLE_SHARE, np.minimum(low, high))
    )
    rules = (
        (n == 0, NO_WORD),
        (n < FEWEST_FOR_WORD, TOO_FEW),
        (are_camps, TWO_CAMPS),
        (_reaches(pair, SHARED_SHARE, n), SHARED),
        (_reaches(pair, MOSTLY_SHARED_SHARE, n), MOSTLY_SHARED),
    )
    words = np.full(n.shape, SPREAD_OUT, np.int8)
    for fits, code in reversed(rules):  # so that the first one that fits has the last word
        np.putmask(words, fits, code)
    return words


def consensus(levels: Counts, n: Counts) -> Floats:
    """Cns of Tastle & Wierman (2007): 1 + sum(p_k log2(1 - |k - mean| / (K - 1))).

    Numerator and denominator of 1 - |k - mean| / (K - 1) are multiplied by (K - 1) n: that makes
    whole numbers of them, so that nothing is rounded before the logarithm.
    """
    first = _sum_of_powers(levels, 1)
    whole = n * (len(levels) - 1)
    size = whole.astype(np.float64)
    logarithms = np.zeros(n.shape)
    for k, level in enumerate(levels):
        # it is 0 only for a level that nobody gave, which counts for nothing: 1 spares log2(0)
        near = np.maximum(whole - np.abs(k * n - first), 1)
        logarithms += level * np.log2(near / size)
    result: Floats = 1 + logarithms / n
    return result


def agreement(levels: Counts, n: Counts) -> Floats:
    """A of van der Eijk (2001): the answers lie in layers, and A of each is weighted by its size.

    A layer is as high as the lowest level that has any answers left, and holds every such level.
    """
    result, below = np.zeros(n.shape), np.zeros_like(n)
    for height in np.sort(levels, axis=0):
        filled = levels >= height
        result = result + (height - below) * (filled.sum(axis=0) * layer_agreement(filled))
        below = height
    return result / n


def layer_agreement(filled: Flags) -> Floats:
    """A of one layer, in which a level is filled or empty: U (1 - (S - 1) / (K - 1)).

    S is the number of filled levels. U judges every three levels of the scale in their order:
    TU of them have their empty one at an end (one peak), TDU have it between two filled ones (two
    peaks), and U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU)); 1 where there are neither.
    """
    size, count = len(filled), filled.sum(axis=0)
    one_peak, two_peaks = np.zeros(count.shape), np.zeros(count.shape)
    for low, middle, high in itertools.combinations(filled, 3):
        one_peak += middle & (low != high)
        two_peaks += low & ~middle & high
    triples = one_peak + two_peaks
    peaks = (size - 2) * one_peak - (size - 1) * two_peaks
    unimodal = np.where(triples > 0, peaks / np.maximum((size - 2) * triples, 1), 1)
    result: Floats = unimodal * (1 - (np.maximum(count, 1) - 1) / (size - 1))
    return result


def total(counts: Counts) -> Counts:
    """Add up along the first axis without changing the kind of number."""
    result: Counts = counts.sum(axis=0, dtype=counts.dtype)
    return result


def _sum_of_powers(levels: Counts, power: int) -> Counts:
    """The sum of k^power n_k, in the kind of number of the counts."""
    powers = np.arange(len(levels), dtype=levels.dtype) ** power
    result: Counts = np.einsum("k,k...->...", powers, levels)
    return result


def _largest_pair(levels: Counts) -> Counts:
    """The most answers that two neighbouring levels hold."""
    result: Counts = (levels[:-1] + levels[1:]).max(axis=0)
    return result


def _reaches(part: Counts, share: Fraction, whole: Counts) -> Flags:
    """Return where a part is at least that share of the whole; whole numbers only."""
    result: Flags = part * share.denominator >= whole * share.numerator
    return result
