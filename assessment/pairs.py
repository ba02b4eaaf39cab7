"""Pairs: two people, each in a role, who answer apart and look at their answers together."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.respondents import Respondent

MAX_AGREEMENT = 2_000  # characters of what a pair agreed


@dataclass(frozen=True)
class Pair:
    """One pair, and what both agreed. `version` counts the changes."""

    id: str
    assessment: str
    agreement: str = ""
    version: int = 0


@dataclass(frozen=True)
class PairCount:
    """How many pairs there are, and of how many both finished."""

    made: int
    took_part: int

    @classmethod
    def of(cls, respondents: Iterable[Respondent]) -> "PairCount":
        """Count the pairs among the respondents of an assessment."""
        finished: dict[str, list[bool]] = {}
        for respondent in respondents:
            if respondent.pair is not None:
                finished.setdefault(respondent.pair, []).append(respondent.finished_at is not None)
        return cls(len(finished), sum(1 for both in finished.values() if all(both)))
