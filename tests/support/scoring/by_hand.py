"""The statistics once more, slow and obviously right: one group at a time, no arrays."""

import itertools
import math
import statistics
from collections.abc import Sequence
from fractions import Fraction

Levels = Sequence[int]  # how many gave each level
Figures = tuple[dict[str, float], float | None]


def answers(levels: Levels) -> list[int]:
    """Every level given, one by one."""
    return [level for level, number in enumerate(levels) for _ in range(number)]


def neighbour_share(levels: Levels) -> float:
    return max(low + high for low, high in itertools.pairwise(levels)) / sum(levels)


def consensus(levels: Levels) -> float:
    given, width = answers(levels), len(levels) - 1
    mean = statistics.fmean(given)
    return 1 + statistics.fmean(math.log2(1 - abs(x - mean) / width) for x in given)


def agreement(levels: Levels) -> float:
    rest, total = list(levels), Fraction(0)
    while any(rest):
        layer = [1 if number else 0 for number in rest]
        height = min(number for number in rest if number)
        total += _layer(layer) * height * sum(layer)
        rest = [number - height * filled for number, filled in zip(rest, layer, strict=True)]
    return float(total / sum(levels))


def _layer(filled: Sequence[int]) -> Fraction:
    size, count = len(filled), sum(filled)
    peaks = valleys = 0
    for triple in itertools.combinations(filled, 3):
        peaks += triple in [(1, 1, 0), (0, 1, 1)]
        valleys += triple == (1, 0, 1)
    shape = Fraction(1)
    if count > 1 and peaks + valleys:
        shape = Fraction((size - 2) * peaks - (size - 1) * valleys, (size - 2) * (peaks + valleys))
    return shape * (1 - Fraction(count - 1, size - 1))


def word(levels: Levels) -> str:
    given = answers(levels)
    low, middle, high = sum(levels[:2]), levels[2], sum(levels[3:])
    if len(given) < 5:
        return "too_few"
    if min(low, high) >= Fraction(len(given), 4) and middle < Fraction(min(low, high), 2):
        return "two_camps"
    share = Fraction(max(a + b for a, b in itertools.pairwise(levels)), len(given))
    if share >= Fraction(3, 4):
        return "shared"
    return "mostly_shared" if share >= Fraction(3, 5) else "spread_out"


def criterion_score(voices: dict[str, list[int]], own: Sequence[str], threshold: int) -> Figures:
    """Mean of each shown voice, and the score."""
    means = {
        role: statistics.fmean(levels)
        for role, levels in voices.items()
        if levels and (role in own or len(levels) >= threshold)
    }
    hidden = [level for role, levels in voices.items() if role not in means for level in levels]
    if len(hidden) >= threshold:
        means["other_voices"] = statistics.fmean(hidden)
    return means, statistics.fmean(means.values()) if means else None
