"""Pairs: a mentor and a mentee who look at their answers together."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.respondents import Respondent

MAX_AGREEMENT = 2_000  # characters of what a pair agreed
PAIR_PROFILE = "pair"
PAIR_ROLES = ("mentor", "mentee")


@dataclass(frozen=True)
class Pair:
    """A mentor and a mentee who look at their answers together, and what they agreed."""

    id: str
    assessment: str
    agreement: str = ""
    version: int = 0


@dataclass(frozen=True)
class PairCount:
    """How many pairs there are, and of how many both are done."""

    made: int
    took_part: int

    @classmethod
    def of(cls, respondents: Iterable[Respondent]) -> "PairCount":
        """Count the pairs among the respondents of an assessment."""
        done: dict[str, list[bool]] = {}
        for respondent in respondents:
            if respondent.pair is not None:
                done.setdefault(respondent.pair, []).append(respondent.finished_at is not None)
        return cls(len(done), sum(1 for both in done.values() if all(both)))
