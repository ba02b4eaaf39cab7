"""Results read by name from the arrays of scores."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.catalogue.model import LEVELS, Catalogue
from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.results import (
    CriterionResult,
    Floor,
    GroupResult,
    Priority,
    Result,
    Spread,
    Voice,
)
from assessment.scoring.rules import DECIMALS, THIN_COVERAGE, THRESHOLD, VOICE_GAP
from assessment.scoring.scores import Frame, Scores, priority_band, score_counts
from assessment.scoring.spread import WORDS, Counts, total
from assessment.scoring.spread_fast import SpreadArrays
from assessment.scoring.visibility import OTHER_VOICES, leaves_out
from assessment.scoring.voice_gaps import difference_from_own, discuss_first, voice_gaps

# a shown voice follows from its counts alone: the many that say the same are made once
KnownVoices = dict[tuple[str | int, ...], Voice]
MOST_KNOWN = 50_000


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
    return dict(score_tables([table], catalogue, choices, threshold=threshold))


def score_tables(
    tables: Iterable[CountTable],
    catalogue: Catalogue,
    choices: Mapping[str, Choice],
    *,
    threshold: int = THRESHOLD,
) -> Iterator[tuple[str, Result]]:
    """Yield the results of many assessments one by one, as `score_table` gives them."""
    frame = make_frame(catalogue, choices, threshold)
    known: KnownVoices = {}
    for table in tables:
        scores = score_counts(table.counts, frame)
        reader = ResultReader(table, catalogue, choices, scores, known)
        yield from ((name, reader.result(a)) for a, name in enumerate(table.assessments))
        if len(known) > MOST_KNOWN:
            known.clear()


def make_frame(catalogue: Catalogue, choices: Mapping[str, Choice], threshold: int) -> Frame:
    """Return what answers are compared with; the groups are perspectives, then phases."""
    return make_frames(catalogue, [choices], threshold).alone()


def make_frames(
    catalogue: Catalogue, choices: Sequence[Mapping[str, Choice]], threshold: int
) -> Frame:
    """Return what the answers of assessments are compared with, each with its own choices."""
    criteria = catalogue.criteria
    not_asked = Choice("", in_scope=False)
    rows = [[chosen.get(c.id, not_asked) for c in criteria] for chosen in choices]
    targets = [[math.nan if c.target is None else c.target for c in row] for row in rows]
    groups = [[c.perspective == p.id for c in criteria] for p in catalogue.perspectives]
    groups += [[c.phase == p.id for c in criteria] for p in catalogue.phases]
    return Frame(
        in_scope=np.array([[choice.in_scope for choice in row] for row in rows]),
        minimal=np.array([[choice.requirement == "minimal" for choice in row] for row in rows]),
        target=np.array(targets, np.float64),
        weight=np.array([c.weight for c in criteria], np.float64),
        groups=np.array(groups),
        organisation=np.array([role.organisation for role in catalogue.roles]),
        threshold=threshold,
    )


class ResultReader:
    """Reads results from the arrays of scores, all on one set of choices."""

    def __init__(
        self,
        table: CountTable,
        catalogue: Catalogue,
        choices: Mapping[str, Choice],
        scores: Scores,
        known: KnownVoices,
    ) -> None:
        self.table = table
        self.catalogue = catalogue
        self.choices = choices
        self.scores = scores
        self.known = known
        self.voices = (*table.roles, OTHER_VOICES)
        self.organisation = [*(role.organisation for role in catalogue.roles), False]
        # reading one value out of an array costs as much as reading ten out of a list
        self.shown, self.counts = scores.shown.tolist(), table.counts.tolist()
        self.applies, self.meets_target = scores.applies.tolist(), scores.meets_target.tolist()
        self.score, self.gap = _numbers(scores.score), _numbers(scores.gap)
        self.priority = _numbers(scores.priority)
        self.group_score = _numbers(scores.group_score)
        self.figures, self.together = _rows(scores.voices), _rows(scores.together)

    def result(self, a: int) -> Result:
        """Return all figures of one assessment of the table by name."""
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
        choice, applies = self.choices[name], self.applies[a][c]
        priority = self.priority[a][c]
        return CriterionResult(
            criterion=name,
            requirement=choice.requirement,
            score=self.score[a][c],
            applies=applies,
            target=choice.target,
            gap=self.gap[a][c],
            priority=None if priority is None else Priority(priority, priority_band(priority)),
            meets_target=applies and self.meets_target[a][c],
            voices=self._voices(a, c),
            spread=_spread(self.together[a * len(self.table.criteria) + c]),
        )

    def _voices(self, a: int, c: int) -> dict[str, Voice]:
        voices = {}
        shown, counts = self.shown[a][c], [*self.counts[a][c], None]
        for r, role in enumerate(self.voices):
            counted = counts[r]
            is_own = self.organisation[r] and counted is not None and any(counted)
            if shown[r] or is_own:
                voices[role] = self._shown_voice(role, (a, c, r), counted)
        return voices

    def _leaves_out(self, a: int) -> bool:
        others = [r for r, role in enumerate(self.catalogue.roles) if not role.organisation]
        shown = self.scores.shown[a]
        return leaves_out(self.table.counts[a][:, others], shown[:, [*others, -1]])

    def _shown_voice(
        self, role: str, cell: tuple[int, int, int], counted: Sequence[int] | None
    ) -> Voice:
        if counted is None:
            return self._voice(role, cell, (*self._pool(cell).tolist(), None, None, None))
        key: tuple[str | int, ...] = (role, *counted)
        voice = self.known.get(key)
        if voice is None:
            voice = self.known[key] = self._voice(role, cell, counted)
        return voice

    def _voice(self, role: str, cell: tuple[int, int, int], counted: Sequence[int | None]) -> Voice:
        a, c, r = cell
        row = self.figures[(a * len(self.table.criteria) + c) * len(self.voices) + r]
        return Voice(
            role=role,
            n=row[0],
            mean=row[1],
            levels=tuple(k for k in counted[:LEVELS] if k is not None),
            not_applicable=counted[LEVELS],
            unknown=counted[LEVELS + 1],
            declined=counted[LEVELS + 2],
            spread=_spread(row),
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
            score=self.group_score[a][g],
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


def _numbers(values: NDArray[Any]) -> list[Any]:
    """Return values as lists, None for what is absent."""
    numbers = values.astype(object)
    numbers[np.isnan(values)] = None
    listed: list[Any] = numbers.tolist()
    return listed


def _rows(arrays: SpreadArrays) -> list[Any]:
    """Return the figures of every group as tuples, in the order of SpreadArrays."""
    columns = (values.ravel() for values in vars(arrays).values())
    lists = (_numbers(v) if v.dtype.kind == "f" else v.tolist() for v in columns)
    return list(zip(*lists, strict=True))


def _spread(row: Any) -> Spread | None:
    n, _mean, neighbour_share, word, consensus, agreement, sd, median = row
    if not n:
        return None
    return Spread(n, neighbour_share, WORDS[word], consensus, agreement, sd, median)
