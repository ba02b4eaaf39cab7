"""The result of one assessment: figures by name, read from the arrays of scores."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from assessment.catalogue.model import LEVELS, Catalogue, Requirement
from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.rules import DECIMALS, THIN_COVERAGE, THRESHOLD, VOICE_GAP
from assessment.scoring.scores import Frame, Scores, priority_band, score_counts
from assessment.scoring.spread import WORDS, Counts, total
from assessment.scoring.spread_fast import SpreadArrays
from assessment.scoring.visibility import OTHER_VOICES, leaves_out
from assessment.scoring.voice_gaps import (
    VoiceGap,
    difference_from_own,
    discuss_first,
    voice_gaps,
)


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


def score_table(
    table: CountTable,
    catalogue: Catalogue,
    choices: Mapping[str, Choice],
    *,
    threshold: int = THRESHOLD,
) -> dict[str, Result]:
    """Return the result of every assessment of `table`, by its name, on one set of choices.

    The table must run over the criteria and roles of the catalogue, in its order.
    """
    frame = make_frame(catalogue, choices, threshold)
    scores = score_counts(table.counts, frame)
    reader = _ResultReader(table, catalogue, choices, scores)
    return {name: reader.result(number) for number, name in enumerate(table.assessments)}


def make_frame(catalogue: Catalogue, choices: Mapping[str, Choice], threshold: int) -> Frame:
    """Return what answers are compared with; the groups are perspectives, then phases."""
    criteria = catalogue.criteria
    chosen = [choices.get(c.id, Choice(c.id, in_scope=False)) for c in criteria]
    targets = [math.nan if choice.target is None else choice.target for choice in chosen]
    groups = [[c.perspective == p.id for c in criteria] for p in catalogue.perspectives]
    groups += [[c.phase == p.id for c in criteria] for p in catalogue.phases]
    return Frame(
        in_scope=np.array([choice.in_scope for choice in chosen]),
        minimal=np.array([choice.requirement == "minimal" for choice in chosen]),
        target=np.array(targets, np.float64),
        weight=np.array([c.weight for c in criteria], np.float64),
        groups=np.array(groups),
        organisation=np.array([role.organisation for role in catalogue.roles]),
        threshold=threshold,
    )


class _ResultReader:
    """Reads results by name from the arrays of scores."""

    def __init__(
        self, table: CountTable, catalogue: Catalogue, choices: Mapping[str, Choice], scores: Scores
    ) -> None:
        self.table = table
        self.catalogue = catalogue
        self.choices = choices
        self.scores = scores
        self.voices = (*table.roles, OTHER_VOICES)

    def result(self, a: int) -> Result:
        criteria = {
            name: self._criterion(a, c, name)
            for c, name in enumerate(self.table.criteria)
            if name in self.choices and self.choices[name].in_scope
        }
        split = len(self.catalogue.perspectives)
        groups = [self._group(a, g) for g in range(self.scores.group_score.shape[1])]
        applying = [criterion for criterion in criteria.values() if criterion.applies]
        means = {c.criterion: self._means(c) for c in applying}
        gaps = voice_gaps(means)
        return Result(
            criteria=criteria,
            perspectives={group.id: group for group in groups[:split]},
            phases={group.id: group for group in groups[split:]},
            floor=self._floor(a, criteria),
            some_left_out=self._leaves_out(a),
            voice_gaps=gaps,
            discuss_first=discuss_first(
                gaps,
                {c.criterion: (c.spread.word, c.spread.consensus) for c in applying if c.spread},
                before_others={name for name in means if self._is_seen_lower(means[name])},
            ),
        )

    def _is_seen_lower(self, means: Mapping[str, float]) -> bool:
        """Return whether the role that is heard first is a level or more below the organisation."""
        role, organisation = self.catalogue.heard_first, self.catalogue.organisation_roles
        if role is None:
            return False
        return (difference_from_own(means, role, organisation) or 0) <= -VOICE_GAP

    def _criterion(self, a: int, c: int, name: str) -> CriterionResult:
        scores, choice = self.scores, self.choices[name]
        gap, priority = _number(scores.gap[a, c]), _number(scores.priority[a, c])
        return CriterionResult(
            criterion=name,
            requirement=choice.requirement,
            score=_number(scores.score[a, c]),
            applies=bool(scores.applies[a, c]),
            target=choice.target,
            gap=gap,
            priority=None if priority is None else Priority(priority, priority_band(priority)),
            meets_target=bool(scores.applies[a, c] and scores.meets_target[a, c]),
            voices=self._voices(a, c),
            spread=_spread(scores.together, (a, c)),
        )

    def _voices(self, a: int, c: int) -> dict[str, Voice]:
        voices = {}
        for r, role in enumerate(self.voices):
            counted = self.table.counts[a, c, r] if r < len(self.table.roles) else None
            own = counted is not None and counted.any() and self.catalogue.role(role).organisation
            if self.scores.shown[a, c, r] or own:
                voices[role] = self._voice(role, (a, c, r), counted)
        return voices

    def _leaves_out(self, a: int) -> bool:
        others = [r for r, role in enumerate(self.catalogue.roles) if not role.organisation]
        shown = self.scores.shown[a]
        return leaves_out(self.table.counts[a][:, others], shown[:, [*others, -1]])

    def _voice(self, role: str, cell: tuple[int, int, int], counted: Counts | None) -> Voice:
        voices = self.scores.voices
        levels = self._pool(cell) if counted is None else counted[:LEVELS]
        other = (None, None, None) if counted is None else tuple(int(k) for k in counted[LEVELS:])
        return Voice(
            role=role,
            n=int(voices.n[cell]),
            mean=_number(voices.mean[cell]),
            levels=tuple(int(k) for k in levels),
            not_applicable=other[0],
            unknown=other[1],
            declined=other[2],
            spread=_spread(voices, cell),
        )

    def _pool(self, cell: tuple[int, int, int]) -> Counts:
        a, c, _ = cell
        small = ~self.scores.shown[a, c, :-1]
        return total(self.table.counts[a, c, small, :LEVELS])

    def _means(self, criterion: CriterionResult) -> dict[str, float]:
        """Return the means of the shown roles; the pool of small groups is compared with nobody."""
        voices = [criterion.voices[r] for r in self.table.roles if r in criterion.voices]
        return {voice.role: voice.mean for voice in voices if voice.mean is not None}

    def _group(self, a: int, g: int) -> GroupResult:
        ids = [*(p.id for p in self.catalogue.perspectives), *(p.id for p in self.catalogue.phases)]
        scored = int(self.scores.group_scored[a, g])
        applicable = int(self.scores.group_applicable[a, g])
        coverage = scored / applicable if applicable else None
        return GroupResult(
            id=ids[g],
            score=_number(self.scores.group_score[a, g]),
            coverage=coverage,
            scored=scored,
            applicable=applicable,
            provisional=coverage is not None and round(coverage, DECIMALS) < THIN_COVERAGE,
        )

    def _floor(self, a: int, criteria: Mapping[str, CriterionResult]) -> Floor:
        not_reached = tuple(
            name
            for name, result in criteria.items()
            if result.applies and result.requirement == "minimal" and not result.meets_target
        )
        return Floor(int(self.scores.floor_met[a]), int(self.scores.floor_of[a]), not_reached)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _spread(arrays: SpreadArrays, cell: tuple[int, ...]) -> Spread | None:
    n = int(arrays.n[cell])
    if not n:
        return None
    return Spread(
        n=n,
        neighbour_share=float(arrays.neighbour_share[cell]),
        word=WORDS[arrays.word[cell]],
        consensus=float(arrays.consensus[cell]),
        agreement=float(arrays.agreement[cell]),
        sd=float(arrays.sd[cell]),
        median=float(arrays.median[cell]),
    )
