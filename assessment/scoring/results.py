"""The result of one assessment: figures by name. `reader` makes them from the arrays of scores."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessment.catalogue.model import Requirement
from assessment.scoring.voice_gaps import VoiceGap


@dataclass(frozen=True)
class Spread:
    """How far the answers of one group lie apart."""

    n: int
    neighbour_share: float
    word: str
    consensus: float
    agreement: float
    sd: float
    median: float


@dataclass(frozen=True)
class Voice:
    """What one role answered on one criterion, where that may be shown."""

    role: str
    n: int
    mean: float | None
    levels: tuple[int, ...]
    not_applicable: int | None = None
    unknown: int | None = None
    declined: int | None = None
    spread: Spread | None = None


@dataclass(frozen=True)
class Priority:
    """How urgent a gap is: gap x 2 on a minimal criterion, gap x 1 on a growth criterion."""

    value: float
    band: str | None


@dataclass(frozen=True)
class CriterionResult:
    """All figures on one criterion; None where there is no value."""

    criterion: str
    requirement: Requirement
    score: float | None
    applies: bool
    target: int | None
    gap: float | None
    priority: Priority | None
    meets_target: bool
    voices: Mapping[str, Voice]  # those that are shown
    spread: Spread | None

    def shows_others(self, organisation: Collection[str]) -> bool:
        """Return whether a voice is shown that is none of the organisation's."""
        return any(role not in organisation for role in self.voices)


@dataclass(frozen=True)
class GroupResult:
    """Score and coverage of a perspective or phase, always together."""

    id: str
    score: float | None
    coverage: float | None
    scored: int
    applicable: int
    provisional: bool


@dataclass(frozen=True)
class Floor:
    """How many minimal criteria that apply reach their target, and which do not."""

    met: int
    of: int
    open: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """The result of one assessment. There is no grand total, on purpose."""

    criteria: Mapping[str, CriterionResult]
    perspectives: Mapping[str, GroupResult]
    phases: Mapping[str, GroupResult]
    floor: Floor
    some_left_out: bool  # answers that are not shown; never how many, of whom or on what
    voice_gaps: tuple[VoiceGap, ...]
    discuss_first: tuple[str, ...]

    def shows_others(self, organisation: Collection[str]) -> bool:
        """Return whether a voice is shown on any criterion that is none of the organisation's."""
        return any(result.shows_others(organisation) for result in self.criteria.values())

    def may_quote(self, criterion: str, role: str) -> bool:
        """Return whether comments of an anonymous role may be shown: where its voice is shown.

        The pool of small groups has no comments: its members are not shown themselves. The
        organisation's own comments need no leave.
        """
        result = self.criteria.get(criterion)
        return result is not None and role in result.voices
