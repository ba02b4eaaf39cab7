"""Which voices may be shown (docs/scoring.md, "Privacy"): the one place that decides it.

The organisation's own voice is not anonymous. Anonymous voices are shown for a criterion from a
number of levels given (`threshold`); smaller groups are pooled as "other voices" if together they
reach it, else left out and counted. While an assessment is open, only participation is shown.
"""

from dataclasses import dataclass

import numpy as np

from assessment.assessments import Assessment
from assessment.catalogue.model import LEVELS
from assessment.scoring.rules import LOWEST_THRESHOLD, THRESHOLD
from assessment.scoring.spread import Counts, Flags, total

OTHER_VOICES = "other_voices"


@dataclass(frozen=True)
class Visible:
    """What may be shown, per assessment and criterion.

    The axis of the R roles has one more place at its end, for the pool of small groups. What is not
    shown is zero in `levels`.
    """

    levels: Counts  # (A, C, R + 1, 5)
    shown: Flags  # (A, C, R + 1)
    not_shown: Counts  # (A, C): levels left out


def visible(counts: Counts, organisation: Flags, threshold: int = THRESHOLD) -> Visible:
    """Return which voices of `counts` (A, C, R, bins) may be shown, with the small ones pooled.

    `organisation` (R,) marks the roles of the organisation. Raises ValueError for a threshold
    below LOWEST_THRESHOLD.
    """
    if threshold < LOWEST_THRESHOLD:
        raise ValueError(f"threshold {threshold}: never below {LOWEST_THRESHOLD}")
    levels = np.moveaxis(counts[..., :LEVELS], (-1, -2), (0, 1))
    given = total(levels)
    large = organisation[:, None, None] | (given >= threshold)
    own = levels * large.astype(levels.dtype)
    pool = total((levels - own).swapaxes(0, 1))
    pool_size = total(pool)
    pooled = pool_size >= threshold
    seen = np.concatenate([own, (pool * pooled)[:, None]], axis=1)
    shown = np.concatenate([large & (given > 0), pooled[None]])
    return Visible(
        levels=np.moveaxis(seen, (0, 1), (-1, -2)),
        shown=np.moveaxis(shown, 0, -1),
        not_shown=pool_size * ~pooled,
    )


def participation_only(counts: Counts, organisation: Flags) -> Counts:
    """Return `counts` (A, C, R, bins) without anonymous voices, as while an assessment is open."""
    return counts * organisation[:, None]


def threshold_of(assessment: Assessment, setting: int) -> int:
    """Return from how many levels the anonymous voices of an assessment are shown.

    A closed one keeps the number it was closed with: two results made with two numbers would tell,
    by their difference, what one group said.
    """
    is_fixed = assessment.is_closed or assessment.published_at is not None
    return assessment.threshold if is_fixed and assessment.threshold is not None else setting
