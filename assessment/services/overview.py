"""The result on one screen: the first finding, and three lists of at most three criteria.

No criterion stands in two lists, and only voices that are shown decide anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.scoring.results import CriterionResult
from assessment.scoring.rules import DECIMALS, VOICE_GAP
from assessment.scoring.visibility import OTHER_VOICES
from assessment.scoring.voice_gaps import difference_from_own
from assessment.services.outcome import Outcome

MOST = 3  # criteria in a list


class Direction(StrEnum):
    """How a voice sees the criteria beside the organisation's own voice."""

    LOWER = "lower"
    HIGHER = "higher"
    ALIKE = "alike"  # no voice is a level apart on any criterion


@dataclass(frozen=True)
class FirstFinding:
    """On how many of `of` criteria a role is VOICE_GAP or more from the organisation's own voice.

    `role` is None when no role is.
    """

    direction: Direction
    number: int
    of: int
    role: str | None = None


@dataclass(frozen=True)
class Overview:
    """What a reader should know first. The lists hold criteria and have none in common."""

    finding: FirstFinding | None  # None without another voice to compare with
    talk_first: tuple[str, ...]
    hurts: tuple[str, ...]  # below target, the most urgent first
    stands: tuple[str, ...]  # on target, and no shown voice is a level below another


def overview_of(outcome: Outcome) -> Overview:
    """Return the overview of an outcome."""
    talk_first = outcome.result.discuss_first[:MOST]
    below = [gap.criterion for gap in outcome.gaps if gap.criterion not in talk_first]
    stands = tuple(result.criterion for result in standing(outcome)[:MOST])
    return Overview(first_finding(outcome), talk_first, tuple(below[:MOST]), stands)


def first_finding(outcome: Outcome) -> FirstFinding | None:
    """Return what a role sees lower than the organisation, else higher, else that none does.

    The role that is heard first comes first, then the one with the most criteria. None when no role
    shares a criterion with the organisation's own voice.
    """
    compared = {
        role: differences
        for role in _roles(outcome)
        if (differences := list(_differences(outcome, role)))
    }
    if not compared:
        return None
    for direction, sign in ((Direction.LOWER, -1), (Direction.HIGHER, 1)):
        found = [
            FirstFinding(direction, number, len(differences), role)
            for role, differences in compared.items()
            if (number := sum(sign * d >= VOICE_GAP for d in differences))
        ]
        if found:
            return min(found, key=lambda f: (f.role != outcome.catalogue.heard_first, -f.number))
    return FirstFinding(Direction.ALIKE, 0, max(map(len, compared.values())))


def _roles(outcome: Outcome) -> list[str]:
    own = outcome.catalogue.organisation_roles
    return [role for role in outcome.catalogue.role_ids if role not in own]


def _differences(outcome: Outcome, role: str) -> Iterator[float]:
    organisation = frozenset({outcome.catalogue.own_role.id})
    for result in outcome.result.criteria.values():
        if result.applies:
            difference = difference_from_own(_means(result), role, organisation)
            if difference is not None:
                yield difference


def _means(result: CriterionResult) -> Mapping[str, float]:
    """Return the mean of every shown voice."""
    return {role: voice.mean for role, voice in result.voices.items() if voice.mean is not None}


def largest_difference(result: CriterionResult) -> float:
    """Return how far the highest shown voice is above the lowest; 0 with fewer than two.

    The pool of small groups is compared with nobody.
    """
    means = [mean for role, mean in _means(result).items() if role != OTHER_VOICES]
    return round(max(means) - min(means), DECIMALS) if means else 0.0


def standing(outcome: Outcome) -> list[CriterionResult]:
    """Return what stands, the highest score first: on target, and no group sees it a level lower."""
    doubtful = outcome.result.discuss_first
    firm = [
        result
        for name, result in outcome.result.criteria.items()
        if result.meets_target and name not in doubtful and _is_seen_alike(result)
    ]
    firm.sort(key=lambda result: (-round(result.score or 0, DECIMALS), result.criterion))
    return firm


def _is_seen_alike(result: CriterionResult) -> bool:
    """Return whether no shown voice, the pool included, is a level or more below another."""
    means = _means(result).values()
    return round(max(means) - min(means), DECIMALS) < VOICE_GAP
