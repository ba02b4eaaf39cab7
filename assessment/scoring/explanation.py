"""Why a figure is what it is: which values count, and what does not and why."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.answers import Answer
from assessment.catalogue.model import Catalogue
from assessment.scoring.results import CriterionResult, Result


class StaysOut(StrEnum):
    """Why something does not count in a figure."""

    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_ANSWERED = "not_answered"
    NO_SCORE = "no_score"


@dataclass(frozen=True)
class Term:
    """One value that counts: a voice in a criterion score, a criterion in a group score."""

    name: str
    value: float
    weight: float = 1
    n: int | None = None


@dataclass(frozen=True)
class Omission:
    """One thing that does not count, and why."""

    name: str
    why: StaysOut
    number: int = 1


@dataclass(frozen=True)
class Explanation:
    """A figure as the weighted mean of its terms; `value` None when there are none."""

    value: float | None
    terms: tuple[Term, ...]
    omissions: tuple[Omission, ...]

    @property
    def weight(self) -> float:
        """The sum of the weights."""
        return sum(term.weight for term in self.terms)

    @property
    def total(self) -> float:
        """The weighted sum of the values."""
        return sum(term.value * term.weight for term in self.terms)


@dataclass(frozen=True)
class Neighbours:
    """The two adjacent levels (or the single one) that hold most answers of a group."""

    levels: tuple[int, ...]
    number: int
    of: int


def closest_pair(counts: Sequence[int]) -> Neighbours:
    """Return the two adjacent levels that hold most answers; one level if it holds as many."""
    pairs = [low + high for low, high in itertools.pairwise(counts)]
    number, of = max(pairs), sum(counts)
    if number in counts:
        return Neighbours((counts.index(number),), number, of)
    low = pairs.index(number)
    return Neighbours((low, low + 1), number, of)


def explain_criterion(result: CriterionResult, own: Answer | None) -> Explanation:
    """Return a criterion score as the unweighted mean of the voices that are shown.

    `own` is the answer of the organisation's own voice, None when there is none.
    """
    terms = [
        Term(voice.role, voice.mean, n=voice.n)
        for voice in result.voices.values()
        if voice.mean is not None
    ]
    if not result.applies:
        terms = []
    omissions = [
        Omission(voice.role, StaysOut(state), number)
        for voice in result.voices.values()
        for state in ("not_applicable", "unknown", "declined")
        if (number := getattr(voice, state))
    ]
    if own is None or not own.is_answered:
        omissions.append(Omission("", StaysOut.NOT_ANSWERED))
    return Explanation(result.score, tuple(terms), tuple(omissions))


def explain_group(
    result: Result, catalogue: Catalogue, group: str, answers: Mapping[str, Answer]
) -> Explanation:
    """Return the score of a perspective or phase as the weighted mean of its criteria.

    `answers` are those of the organisation's own voice.
    """
    group_result = result.perspectives.get(group) or result.phases[group]
    terms, omissions = [], []
    for name, figures in result.criteria.items():
        criterion = catalogue.by_id[name]
        if group not in (criterion.perspective, criterion.phase):
            continue
        if figures.score is not None:
            terms.append(Term(name, figures.score, criterion.weight))
        else:
            omissions.append(Omission(name, _why(figures, answers.get(name))))
    return Explanation(group_result.score, tuple(terms), tuple(omissions))


def _why(result: CriterionResult, own: Answer | None) -> StaysOut:
    if not result.applies:
        return StaysOut.NOT_APPLICABLE
    if own is None or own.state is None:
        return StaysOut.NOT_ANSWERED
    return StaysOut(own.state) if own.level is None else StaysOut.NO_SCORE
