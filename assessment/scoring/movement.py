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
    """From where to where one criterion went, or why that cannot be told."""

    criterion: str
    then: float | None = None
    now: float | None = None
    change: float | None = None
    reason: NotComparable | None = None


def movements(
    now: Result, catalogue: Catalogue, then: Result, previous: Catalogue
) -> dict[str, Movement]:
    """Return the movement of every criterion of the newer result."""
    sides = _Sides(now, catalogue, then, previous)
    return {name: sides.movement(name) for name in now.criteria}


def voice_movements(
    now: Result, catalogue: Catalogue, then: Result, previous: Catalogue
) -> dict[str, dict[str, Movement]]:
    """Return per role, then per criterion, from where to where that voice went.

    Only where the voice itself is shown both times; the pool of small groups is no voice.
    """
    sides = _Sides(now, catalogue, then, previous)
    by_role = {role: sides.voice_movement(role) for role in catalogue.role_ids}
    return {role: steps for role, steps in by_role.items() if steps}


def moved(movement: Mapping[str, Movement]) -> tuple[list[Movement], list[Movement]]:
    """Return what went up and what went down by at least SMALLEST_CHANGE, largest change first."""
    steps = [m for m in movement.values() if abs(m.change or 0) >= SMALLEST_CHANGE]
    steps.sort(key=lambda m: (-abs(m.change or 0), m.criterion))
    up = [m for m in steps if (m.change or 0) > 0]
    return up, [m for m in steps if m not in up]


@dataclass(frozen=True)
class _Sides:
    """The two results that are compared, each with its catalogue."""

    now: Result
    catalogue: Catalogue
    then: Result
    previous: Catalogue

    def movement(self, name: str) -> Movement:
        newer, older = _score(self.now, name), _score(self.then, name)
        reason = self._not_comparable(name)
        if reason is None and (newer is None or older is None):
            reason = NotComparable.NO_SCORE_NOW if newer is None else NotComparable.NO_SCORE_THEN
        if reason is not None or newer is None or older is None:
            return Movement(name, older, newer, reason=reason)
        return _change(name, older, newer)

    def voice_movement(self, role: str) -> dict[str, Movement]:
        steps = {}
        for name in self.now.criteria:
            if self._not_comparable(name) is not None:
                continue
            newer, older = _mean(self.now, name, role), _mean(self.then, name, role)
            if newer is not None and older is not None:
                steps[name] = _change(name, older, newer)
        return steps

    def _not_comparable(self, name: str) -> NotComparable | None:
        if self.catalogue.id != self.previous.id:
            return NotComparable.OTHER_CATALOGUE
        if name not in self.then.criteria:
            return NotComparable.NEW
        if self.catalogue.by_id[name].scale != self.previous.by_id[name].scale:
            return NotComparable.OTHER_SCALE
        return None


def _score(result: Result, name: str) -> float | None:
    criterion = result.criteria.get(name)
    return None if criterion is None else criterion.score


def _mean(result: Result, name: str, role: str) -> float | None:
    voice = result.criteria[name].voices.get(role)
    return None if voice is None else voice.mean


def _change(name: str, older: float, newer: float) -> Movement:
    return Movement(name, older, newer, change=round(newer - older, DECIMALS))
