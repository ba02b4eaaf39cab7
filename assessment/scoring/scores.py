"""Scores from counts: pure array functions (docs/scoring.md explains every formula).

`score_counts` works on many assessments at once; `assessment.scoring.results` reads one assessment
from it. NaN stands for "no value": it never counts, and never leaves as 0.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.scoring.counts import BINS, NOT_APPLICABLE_BIN
from assessment.scoring.rules import (
    DECIMALS,
    HIGH_PRIORITY,
    MEDIUM_PRIORITY,
    MINIMAL_FACTOR,
    THRESHOLD,
)
from assessment.scoring.spread import Counts, Flags, Floats, total
from assessment.scoring.spread_fast import SpreadArrays, by_bin, spread
from assessment.scoring.visibility import visible

CHUNK = 100_000  # voices whose figures stay in the processor's cache
_BINS_READ = NOT_APPLICABLE_BIN + 1  # the levels, and who left the criterion out


@dataclass(frozen=True)
class Frame:
    """What answers are compared with. Arrays run over criteria, or over (assessments, criteria)."""

    in_scope: Flags
    minimal: Flags
    target: Floats  # NaN: no target
    weight: Floats
    groups: Flags  # (groups, criteria): which criteria belong to each perspective or phase
    organisation: Flags  # (roles,)
    threshold: int = THRESHOLD

    def alone(self) -> "Frame":
        """Return the frame of the only assessment, for any number of assessments alike."""
        (in_scope,), (minimal,), (target,) = self.in_scope, self.minimal, self.target
        return replace(self, in_scope=in_scope, minimal=minimal, target=target)

    def part(self, some: slice) -> "Frame":
        """Return the frame of some of the assessments."""
        return replace(
            self,
            in_scope=self.in_scope[some] if self.in_scope.ndim == 2 else self.in_scope,
            minimal=self.minimal[some] if self.minimal.ndim == 2 else self.minimal,
            target=self.target[some] if self.target.ndim == 2 else self.target,
        )


@dataclass(frozen=True)
class Scores:
    """All figures of all assessments: A assessments, C criteria, R roles, G groups of criteria."""

    shown: Flags  # (A, C, R + 1); the last one is the pool of other voices
    voices: SpreadArrays  # (A, C, R + 1)
    together: SpreadArrays  # (A, C): all shown answers
    applies: Flags  # (A, C): in scope and not left out by the organisation
    score: Floats  # (A, C)
    gap: Floats  # (A, C)
    priority: Floats  # (A, C)
    meets_target: Flags  # (A, C)
    group_score: Floats  # (A, G)
    group_scored: Counts  # (A, G)
    group_applicable: Counts  # (A, G)
    floor_met: Counts  # (A,)
    floor_of: Counts  # (A,)

    @classmethod
    def allocate(cls, number: int, criteria: int, roles: int, groups: int) -> "Scores":
        """Return figures to be filled in, each voice together in memory."""
        cell, voice, group = (number, criteria), (roles + 1, number, criteria), (number, groups)
        spreads = SpreadArrays.allocate((roles + 2, *cell)).moved(0, -1)
        score, gap, priority = np.empty((3, *cell))
        return cls(
            shown=np.moveaxis(np.empty(voice, np.bool_), 0, -1),
            voices=spreads.part((..., slice(-1))),
            together=spreads.part((..., -1)),
            applies=np.empty(cell, np.bool_),
            score=score,
            gap=gap,
            priority=priority,
            meets_target=np.empty(cell, np.bool_),
            group_score=np.empty(group),
            group_scored=np.empty(group, np.int32),
            group_applicable=np.empty(group, np.int32),
            floor_met=np.empty(number, np.int32),
            floor_of=np.empty(number, np.int32),
        )

    def part(self, some: slice) -> "Scores":
        """Return a view of some of the assessments."""
        parts: dict[str, Any] = {
            name: value.part(some) if isinstance(value, SpreadArrays) else value[some]
            for name, value in vars(self).items()
        }
        return Scores(**parts)


def score_counts(counts: Counts, frame: Frame, *, chunk: int = CHUNK) -> Scores:
    """Score `counts` (A, C, R, bins), about `chunk` voices at a time so that memory stays small.

    Raises ValueError for counts with other bins than BINS.
    """
    if counts.shape[-1] != BINS:
        raise ValueError(f"counts need {BINS} bins, not {counts.shape[-1]}")
    number, criteria, roles, _ = counts.shape
    scores = Scores.allocate(number, criteria, roles, len(frame.groups))
    step = max(1, chunk // max(1, criteria * (roles + 1)))
    for start in range(0, number, step):
        some = slice(start, start + step)
        _fill(scores.part(some), by_bin(counts[some], _BINS_READ), frame.part(some))
    return scores


def _fill(scores: Scores, counts: Counts, frame: Frame) -> None:
    seen = visible(counts, frame.organisation, frame.threshold)
    scores.shown[:] = seen.shown
    for r in range(seen.levels.shape[-2]):
        scores.voices.part((..., r)).put(spread(seen.levels[..., r, :]))
    scores.together.put(spread(total(np.moveaxis(seen.levels, -2, 0))))
    scores.applies[:] = applying(counts, frame)
    mean = _mean_of_shown(scores.voices.mean, seen.shown)
    scores.score[:] = np.where(scores.applies, mean, np.nan)
    scores.gap[:] = gaps(frame.target, scores.score)
    scores.priority[:] = scores.gap * np.where(frame.minimal, MINIMAL_FACTOR, 1)
    scores.meets_target[:] = reaches(scores.score, frame.target)
    groups = group_scores(scores.score, scores.applies, frame)
    scores.group_score[:], scores.group_scored[:], scores.group_applicable[:] = groups
    minimal = scores.applies & frame.minimal
    scores.floor_met[:] = (minimal & scores.meets_target).sum(axis=-1)
    scores.floor_of[:] = minimal.sum(axis=-1)


def applying(counts: Counts, frame: Frame) -> Flags:
    """Return where a criterion applies.

    That is unless an organisation's voice leaves it out and none of them gives a level.
    """
    own = total(np.moveaxis(counts, (-2, -1), (0, 1))[frame.organisation])
    left_out = (own[NOT_APPLICABLE_BIN] > 0) & (total(own[:NOT_APPLICABLE_BIN]) == 0)
    applies: Flags = frame.in_scope & ~left_out
    return applies


def _mean_of_shown(means: Floats, shown: Flags) -> Floats:
    """Return the unweighted mean of the means: each shown voice counts once, whatever its size."""
    number = shown.sum(axis=-1).astype(np.float64)
    number[number == 0] = np.nan
    # voice by voice, so that an assessment alone gives the same bits as among others
    result: Floats = sum(np.moveaxis(np.fmax(means, 0), -1, 0)) / number
    return result


def gaps(target: Floats, score: Floats) -> Floats:
    """Return max(0, target - score), NaN where one of both is missing."""
    missing = target - score
    return np.where(np.round(missing, DECIMALS) <= 0, 0, missing)


def reaches(score: Floats, target: Floats) -> Flags:
    """Return where a score reaches its target. Without score or target nothing is reached."""
    return np.round(score, DECIMALS) >= np.round(target, DECIMALS)


def group_scores(score: Floats, applies: Flags, frame: Frame) -> tuple[Floats, Counts, Counts]:
    """Return per group: weighted mean of the scores, how many criteria have one, how many apply."""
    has_score = ~np.isnan(score)
    weighted = _per_group(np.where(has_score, score, 0) * frame.weight, frame)
    weight = _per_group(has_score * frame.weight, frame)
    weight[weight == 0] = np.nan
    scored, applicable = _per_group(has_score, frame), _per_group(applies, frame)
    return weighted / weight, scored.astype(np.int64), applicable.astype(np.int64)


def _per_group(values: NDArray[Any], frame: Frame) -> Floats:
    """Sum values (A, C) over the criteria of each group: (A, G)."""
    # not `@`: its order of adding, and so the last bit, depends on how many assessments there are
    members = frame.groups.astype(np.float64)
    sums: Floats = np.einsum("ac,gc->ag", values.astype(np.float64), members)
    return sums


def priority_band(priority: float) -> str | None:
    """Return high, medium or low; None where there is no gap."""
    rounded = round(priority, DECIMALS)
    if rounded >= HIGH_PRIORITY:
        return "high"
    if rounded >= MEDIUM_PRIORITY:
        return "medium"
    return "low" if rounded > 0 else None
