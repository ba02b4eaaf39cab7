"""Movement since the previous assessment (docs/scoring.md, "Movement").

Only like is compared with like: the same catalogue, criterion and scale.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.catalogue.model import Catalogue
from assessment.scoring.results import Result
from assessment.scoring.rules import DECIMALS, SMALLEST_CHANGE


class NotComparable(StrEnum):
    """Why there is no movement on a criterion."""

    OTHER_CATALOGUE = "other_catalogue"
    NEW = "new"  # was not in the previous catalogue or profile
    OTHER_SCALE = "other_scale"
    NO_SCORE_NOW = "no_score_now"
    NO_SCORE_THEN = "no_score_then"


@dataclass(frozen=True)
class Movement:
    """From where to where one criterion went, or why that cannot be said."""

    criterion: str
    then: float | None = None
    now: float | None = None
    change: float | None = None
    reason: NotComparable | None = None


def movements(
    now: Result, catalogue: Catalogue, then: Result, previous: Catalogue
) -> dict[str, Movement]:
    """Return the movement of every criterion of the newer result."""
    return {name: _movement(name, (now, catalogue), (then, previous)) for name in now.criteria}


def _movement(name: str, now: tuple[Result, Catalogue], then: tuple[Result, Catalogue]) -> Movement:
    newer, older = now[0].criteria[name].score, None
    if name in then[0].criteria:
        older = then[0].criteria[name].score
    reason = _reason(name, now, then)
    if reason is None and (newer is None or older is None):
        reason = NotComparable.NO_SCORE_NOW if newer is None else NotComparable.NO_SCORE_THEN
    if reason is not None or newer is None or older is None:
        return Movement(name, older, newer, reason=reason)
    return Movement(name, older, newer, change=round(newer - older, DECIMALS))


def _reason(
    name: str, now: tuple[Result, Catalogue], then: tuple[Result, Catalogue]
) -> NotComparable | None:
    if now[1].id != then[1].id:
        return NotComparable.OTHER_CATALOGUE
    if name not in then[0].criteria:
        return NotComparable.NEW
    if now[1].by_id[name].scale != then[1].by_id[name].scale:
        return NotComparable.OTHER_SCALE
    return None


def voice_movements(
    now: Result, catalogue: Catalogue, then: Result, previous: Catalogue
) -> dict[str, dict[str, Movement]]:
    """Return per role, then per criterion, from where to where that voice went.

    Only where the voice itself is shown both times; the pool of small groups is no voice.
    """
    found: dict[str, dict[str, Movement]] = {role: {} for role in catalogue.role_ids}
    for name in now.criteria:
        if _reason(name, (now, catalogue), (then, previous)) is not None:
            continue
        voices, before = now.criteria[name].voices, then.criteria[name].voices
        for role in found:
            newer, older = (v[role].mean if role in v else None for v in (voices, before))
            if newer is not None and older is not None:
                change = round(newer - older, DECIMALS)
                found[role][name] = Movement(name, older, newer, change)
    return {role: steps for role, steps in found.items() if steps}


def moved(movement: Mapping[str, Movement]) -> tuple[list[Movement], list[Movement]]:
    """Return what went up and what went down by at least SMALLEST_CHANGE, the largest steps first."""
    steps = [m for m in movement.values() if abs(m.change or 0) >= SMALLEST_CHANGE]
    steps.sort(key=lambda m: (-abs(m.change or 0), m.criterion))
    up = [m for m in steps if (m.change or 0) > 0]
    return up, [m for m in steps if m not in up]
