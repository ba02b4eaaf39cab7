"""The outcome of an assessment: its result, what was left out, and movement since the last time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Criterion, Text
from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.movement import Movement, movements, voice_movements
from assessment.scoring.results import GroupResult, Result, score_table
from assessment.scoring.visibility import participation_only
from assessment.services.context import Workspace


@dataclass(frozen=True)
class LeftOut:
    """A criterion that does not apply, with the organisation's reason."""

    answer: Answer
    others_answered: int  # levels that shown voices gave all the same


@dataclass(frozen=True)
class Outcome:
    """Everything that the result screen and every report are made of."""

    assessment: Assessment
    catalogue: Catalogue
    choices: Mapping[str, Choice]
    answers: Mapping[str, Answer]  # of the organisation's own voice
    result: Result
    left_out: tuple[LeftOut, ...]
    previous: "Outcome | None"
    movement: Mapping[str, Movement]
    voice_movement: Mapping[str, Mapping[str, Movement]]  # by role, where both times show it
    moves_alone: bool  # movement holds the organisation's own voice alone
    participation: Mapping[str, int]  # voices that gave any answer, per role
    threshold: int  # levels from which an anonymous voice is shown


@dataclass(frozen=True)
class GroupLine:
    """A perspective or phase as it is shown: score and coverage, target and last time."""

    title: Text
    result: GroupResult
    scales: tuple[str, ...]  # of the criteria that apply
    target: float | None  # weighted mean of the targets that were chosen
    targets: int  # how many criteria have one
    then: float | None  # last time, over the criteria that can be compared
    now: float | None  # now, over the same criteria
    compared: int  # how many those are


def outcome_of(workspace: Workspace, assessment_id: str) -> Outcome:
    """Return the outcome of an assessment, held against the one before it. Raises NotFound.

    While it is open it shows the organisation's own voice alone. Like is compared with like: when
    either of the two is open, own voice is held against own voice.
    """
    assessment = workspace.store.assessments.get(assessment_id)
    outcome = _outcome(workspace, assessment, alone=not assessment.is_closed)
    if assessment.previous is None:
        return outcome
    before = workspace.store.assessments.get(assessment.previous)
    alone = not (assessment.is_closed and before.is_closed)
    previous = _outcome(workspace, before, alone=alone)
    is_mixed = alone and assessment.is_closed
    now = result_of(workspace, assessment, alone=True) if is_mixed else outcome.result
    pair = (now, outcome.catalogue, previous.result, previous.catalogue)
    return replace(
        outcome,
        previous=previous,
        movement=movements(*pair),
        voice_movement=voice_movements(*pair),
        moves_alone=alone,
    )


def result_of(workspace: Workspace, assessment: Assessment, *, alone: bool = False) -> Result:
    """Return all figures of an assessment; `alone`, as while it is open, the organisation's only."""
    store, catalogue = workspace.store, workspace.catalogue_of(assessment)
    table = CountTable.empty([assessment.id], catalogue.by_id, catalogue.role_ids)
    table = table.with_rows(store.answers.counts([assessment.id]))
    if alone or not assessment.is_closed:
        own = np.array([role.organisation for role in catalogue.roles])
        hidden = participation_only(table.counts, own)
        table = CountTable(table.assessments, table.criteria, table.roles, hidden)
    choices, threshold = store.choices.get(assessment.id), workspace.threshold_of(assessment)
    return score_table(table, catalogue, choices, threshold=threshold)[assessment.id]


def _outcome(workspace: Workspace, assessment: Assessment, *, alone: bool) -> Outcome:
    store, catalogue = workspace.store, workspace.catalogue_of(assessment)
    result = result_of(workspace, assessment, alone=alone)
    answers = store.answers.all(workspace.own_respondent(assessment).id)
    return Outcome(
        assessment=assessment,
        catalogue=catalogue,
        choices=store.choices.get(assessment.id),
        answers=answers,
        result=result,
        left_out=left_out_of(result, answers),
        previous=None,
        movement={},
        voice_movement={},
        moves_alone=False,
        participation=store.answers.participation(assessment.id),
        threshold=workspace.threshold_of(assessment),
    )


def group_lines(outcome: Outcome, kind: Literal["perspective", "phase"]) -> tuple[GroupLine, ...]:
    """Return the perspectives or phases that have criteria in scope, in the catalogue's order."""
    catalogue, result = outcome.catalogue, outcome.result
    parts = catalogue.perspectives if kind == "perspective" else catalogue.phases
    figures = result.perspectives if kind == "perspective" else result.phases
    inside: dict[str, list[Criterion]] = {part.id: [] for part in parts}
    for name in result.criteria:
        criterion = catalogue.by_id[name]
        inside[criterion.perspective if kind == "perspective" else criterion.phase].append(
            criterion
        )
    return tuple(
        _group_line(outcome, part.title, figures[part.id], inside[part.id])
        for part in parts
        if inside[part.id]
    )


def _group_line(
    outcome: Outcome, title: Text, result: GroupResult, criteria: list[Criterion]
) -> GroupLine:
    """Hold a group against its targets and against last time, comparing like with like only."""
    found, movement = outcome.result.criteria, outcome.movement
    apply = [c for c in criteria if found[c.id].applies]
    targets = [(float(t), c.weight) for c in apply if (t := found[c.id].target) is not None]
    if outcome.moves_alone and outcome.assessment.is_closed:
        movement = {}  # the group's score is of all voices, last time is of one
    like = [(m, c.weight) for c in criteria if (m := movement.get(c.id)) and m.change is not None]
    return GroupLine(
        title=title,
        result=result,
        scales=tuple(dict.fromkeys(c.scale for c in apply)),
        target=_mean(targets),
        targets=len(targets),
        then=_mean((m.then, weight) for m, weight in like if m.then is not None),
        now=_mean((m.now, weight) for m, weight in like if m.now is not None),
        compared=len(like),
    )


def _mean(weighted: Iterable[tuple[float, float]]) -> float | None:
    """Return the mean of values by weight, None when there are none."""
    pairs = list(weighted)
    if not pairs:
        return None
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


def left_out_of(result: Result, answers: Mapping[str, Answer]) -> tuple[LeftOut, ...]:
    """Return what the organisation's answers say does not apply, and applies to nobody."""
    found = []
    for name, criterion in result.criteria.items():
        answer = answers.get(name)
        if answer is None or criterion.applies or answer.state is not AnswerState.NOT_APPLICABLE:
            continue
        found.append(LeftOut(answer, sum(v.n or 0 for v in criterion.voices.values())))
    return tuple(found)


Comments = dict[str, dict[str, tuple[str, ...]]]  # by criterion and role


def comments(workspace: Workspace, assessment: Assessment) -> Comments:
    """Return the comments of the shown anonymous groups by criterion and role; none while open.

    They are sorted by their own text, so that no order of giving can be read.
    """
    if not assessment.is_closed:
        return {}
    own = workspace.catalogue_of(assessment).organisation_roles
    result = result_of(workspace, assessment)
    found: Comments = {}
    for criterion, role, comment in sorted(workspace.store.answers.comments(assessment.id)):
        if role not in own and result.may_quote(criterion, role):
            said = found.setdefault(criterion, {})
            said[role] = (*said.get(role, ()), comment)
    return found
