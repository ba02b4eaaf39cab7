"""Which voices may be shown (docs/scoring.md, "Privacy"): the one place that decides it.

The organisation's own voice is not anonymous. Anonymous voices are shown for a criterion from a
number of levels given (`threshold`); smaller groups are pooled as "other voices" if together they
reach it, else left out. That something was left out is said once per assessment, and nothing more:
a number or a question would tell what one person did. While an assessment is open, only
participation is shown.
"""

from dataclasses import dataclass

import numpy as np

from assessment.assessments import Assessment
from assessment.catalogue.model import LEVELS
from assessment.scoring.rules import FORMER_THRESHOLD, THRESHOLD
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


def visible(counts: Counts, organisation: Flags, threshold: int = THRESHOLD) -> Visible:
    """Return which voices of `counts` (A, C, R, bins) may be shown, with the small ones pooled.

    `organisation` (R,) marks the roles of the organisation. Raises ValueError for a threshold
    below FORMER_THRESHOLD.
    """
    if threshold < FORMER_THRESHOLD:
        raise ValueError(f"threshold {threshold}: never below {FORMER_THRESHOLD}")
    levels = np.moveaxis(counts[..., :LEVELS], (-1, -2), (0, 1))
    given = total(levels)
    large = organisation[:, None, None] | (given >= threshold)
    own = levels * large.astype(levels.dtype)
    pool = total((levels - own).swapaxes(0, 1))
    pooled = total(pool) >= threshold
    seen = np.concatenate([own, (pool * pooled)[:, None]], axis=1)
    shown = np.concatenate([large & (given > 0), pooled[None]])
    return Visible(
        levels=np.moveaxis(seen, (0, 1), (-1, -2)),
        shown=np.moveaxis(shown, 0, -1),
    )


def leaves_out(counts: Counts, shown: Flags) -> bool:
    """Return whether anything that was said in one assessment is in nothing that is shown.

    `counts` (C, R, bins) and `shown` (C, R + 1) run over the whole catalogue: what a project asks
    must not decide, or leaving out one question after the other would tell who answered which.
    """
    seen = shown[:, :-1] | shown[:, -1:]
    return bool((counts.any(axis=-1) & ~seen).any())


def participation_only(counts: Counts, organisation: Flags) -> Counts:
    """Return `counts` (A, C, R, bins) without anonymous voices, as while an assessment is open."""
    return counts * organisation[:, None]


def threshold_of(assessment: Assessment, setting: int) -> int:
    """Return from how many levels the anonymous voices of an assessment are shown.

    The number that people were promised with the first link only rises, and is never below
    THRESHOLD. A result that was shown keeps its number, also a lower one of an earlier release:
    two results made with two numbers would tell, by their difference, what one group said.
    """
    promised = assessment.threshold
    if promised is not None and assessment.published_at is not None:
        return promised
    if promised is not None and assessment.is_closed:
        return max(promised, THRESHOLD)
    return max(promised or THRESHOLD, setting, THRESHOLD)
