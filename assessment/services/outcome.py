"""The outcome of an assessment: its result, what was left out, and movement since the last time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import ChangedChoice, Choice, changed_choices
from assessment.scoring.counts import CountTable
from assessment.scoring.movement import Movement, movements, voice_movements
from assessment.scoring.reader import score_table
from assessment.scoring.results import CriterionResult, Result
from assessment.scoring.rules import DECIMALS
from assessment.scoring.visibility import participation_only
from assessment.services.agreements import earlier_agreements
from assessment.services.context import Workspace, requires
from assessment.services.group_lines import GroupLine, group_lines

Comments = Mapping[str, Mapping[str, Sequence[str]]]  # by criterion and role


@dataclass(frozen=True)
class LeftOut:
    """A criterion that does not apply, with the organisation's reason."""

    answer: Answer
    others_answered: int  # levels that shown voices gave all the same


@dataclass(frozen=True)
class Colleague:
    """Who speaks for the organisation beside its own voice, such as an adviser: not anonymous."""

    role: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Earlier:
    """The assessment before this one, as far as this one is compared with it."""

    assessment: Assessment
    catalogue: Catalogue
    result: Result


@dataclass(frozen=True)
class Outcome:
    """Everything that the result screen and every report are made of, read from the store once."""

    assessment: Assessment
    catalogue: Catalogue
    choices: Mapping[str, Choice]
    answers: Mapping[str, Answer]  # of the organisation's own voice
    result: Result
    participation: Mapping[str, int]  # voices that gave any answer, per role
    threshold: int  # levels from which an anonymous voice is shown
    colleagues: Sequence[Colleague] = ()
    comments: Comments = field(default_factory=dict)  # of others, as far as shown
    agreements: Sequence[Agreement] = ()  # of this assessment, then those of before
    previous: Earlier | None = None
    movement: Mapping[str, Movement] = field(default_factory=dict)
    # by role, where both times show it
    voice_movement: Mapping[str, Mapping[str, Movement]] = field(default_factory=dict)
    moves_alone: bool = False  # movement holds the organisation's own voice alone

    @cached_property
    def gaps(self) -> tuple[CriterionResult, ...]:
        """The criteria with a gap: highest priority first, then largest gap, then id."""
        with_gap = [c for c in self.result.criteria.values() if c.priority and c.priority.band]
        return tuple(sorted(with_gap, key=_urgency))

    @cached_property
    def perspective_lines(self) -> tuple[GroupLine, ...]:
        """The perspectives that have criteria in scope, in the catalogue's order."""
        return group_lines(self.catalogue, self.result, self._group_movement, "perspective")

    @cached_property
    def phase_lines(self) -> tuple[GroupLine, ...]:
        """The phases that have criteria in scope, in the catalogue's order."""
        return group_lines(self.catalogue, self.result, self._group_movement, "phase")

    @property
    def _group_movement(self) -> Mapping[str, Movement]:
        if self.moves_alone and self.assessment.is_closed:
            return {}  # the group's score is of all voices, last time is of one
        return self.movement

    @cached_property
    def changed_choices(self) -> tuple[ChangedChoice, ...]:
        """What the project changed of its profile and ambition."""
        profile = self.catalogue.profile(self.assessment.profile)
        ambition = self.catalogue.ambition(self.assessment.ambition)
        if profile is None or ambition is None:
            return ()
        return changed_choices(self.catalogue, profile, ambition, self.choices)

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What the organisation's answers say does not apply, and applies to nobody."""
        spoken = [self.answers, *(colleague.answers for colleague in self.colleagues)]
        return tuple(
            LeftOut(answer, sum(voice.n for voice in criterion.voices.values()))
            for name, criterion in self.result.criteria.items()
            if not criterion.applies
            for answer in [_not_applicable(answers.get(name) for answers in spoken)]
            if answer is not None
        )

    @cached_property
    def agreed_now(self) -> tuple[Agreement, ...]:
        """The agreements that were made in this assessment."""
        return tuple(a for a in self.agreements if a.assessment == self.assessment.id)

    @cached_property
    def agreed_before(self) -> tuple[Agreement, ...]:
        """The agreements of earlier assessments that are looked back on in this one."""
        return tuple(a for a in self.agreements if a.assessment != self.assessment.id)


def _not_applicable(answers: Iterable[Answer | None]) -> Answer | None:
    """Return the first answer that says that a criterion does not apply."""
    states = (a for a in answers if a is not None and a.state is AnswerState.NOT_APPLICABLE)
    return next(states, None)


def _urgency(result: CriterionResult) -> tuple[float, float, str]:
    priority = result.priority.value if result.priority else 0
    return -_rounded(priority), -_rounded(result.gap), result.criterion


def _rounded(value: float | None) -> float:
    return round(value or 0, DECIMALS)


@requires(Act.SEE_OUTCOME)
def outcome_of(workspace: Workspace, assessment: Assessment) -> Outcome:
    """Return the outcome of an assessment, held against the one before it. Raises NotFound.

    While it is open it shows the organisation's own voice alone. Like is compared with like: when
    either of the two is open, own voice is held against own voice.
    """
    store, counted = workspace.store, _counted(workspace, assessment)
    result = counted.result()
    agreed = store.agreements.all(assessment.project)
    own, *others = workspace.organisation_respondents(assessment)
    colleagues = [Colleague(other.role, store.answers.all(other.id)) for other in others]
    outcome = Outcome(
        assessment=assessment,
        catalogue=counted.catalogue,
        choices=counted.choices,
        answers=store.answers.all(own.id),
        result=result,
        participation=store.answers.participation(assessment.id),
        threshold=counted.threshold,
        colleagues=colleagues,
        comments=_comments(workspace, assessment, result, colleagues),
        agreements=[a for a in agreed if a.assessment == assessment.id],
    )
    if assessment.previous is None:
        return outcome
    started = store.assessments.all(assessment.project)
    earlier = earlier_agreements(assessment, started, agreed)
    outcome = replace(outcome, agreements=[*outcome.agreements, *earlier])
    before = store.assessments.get(assessment.previous)
    return _compared(outcome, counted, _counted(workspace, before))


@dataclass(frozen=True)
class _Counted:
    """The counts of one assessment with all that its results are computed from."""

    assessment: Assessment
    catalogue: Catalogue
    counts: CountTable
    choices: Mapping[str, Choice]
    threshold: int

    def result(self, *, alone: bool = False) -> Result:
        """Return all figures; `alone`, as while it is open, of the organisation's own voice only."""
        table = self.counts
        if alone or not self.assessment.is_closed:
            own = np.array([role.organisation for role in self.catalogue.roles])
            hidden = participation_only(table.counts, own)
            table = CountTable(table.assessments, table.criteria, table.roles, hidden)
        results = score_table(table, self.catalogue, self.choices, threshold=self.threshold)
        return results[self.assessment.id]


def _counted(workspace: Workspace, assessment: Assessment) -> _Counted:
    store, catalogue = workspace.store, workspace.catalogue_of(assessment)
    [table] = store.answers.counts([assessment.id])
    return _Counted(
        assessment=assessment,
        catalogue=catalogue,
        counts=table.over(catalogue.by_id, catalogue.role_ids),
        choices=store.choices.get(assessment.id),
        threshold=workspace.threshold_of(assessment),
    )


def _compared(outcome: Outcome, counted: _Counted, before: _Counted) -> Outcome:
    """Return an outcome with its movement since an earlier assessment."""
    is_closed = outcome.assessment.is_closed
    alone = not (is_closed and before.assessment.is_closed)
    previous = Earlier(before.assessment, before.catalogue, before.result(alone=alone))
    now = counted.result(alone=True) if alone and is_closed else outcome.result
    pair = (now, outcome.catalogue, previous.result, previous.catalogue)
    return replace(
        outcome,
        previous=previous,
        movement=movements(*pair),
        voice_movement=voice_movements(*pair),
        moves_alone=alone,
    )


@requires(Act.SEE_OUTCOME)
def result_of(workspace: Workspace, assessment: Assessment) -> Result:
    """Return all figures of an assessment; while it is open the organisation's only."""
    return _counted(workspace, assessment).result()


def _comments(
    workspace: Workspace,
    assessment: Assessment,
    result: Result,
    colleagues: Iterable[Colleague],
) -> Comments:
    """Return by criterion and role what others wrote, sorted by the text itself.

    So no order of giving can be read. Of the anonymous groups it is what those wrote that are
    shown, and nothing while open; who else speaks for the organisation is not anonymous.
    """
    own = workspace.catalogue_of(assessment).organisation_roles
    written = [
        (name, colleague.role, text)
        for colleague in colleagues
        for name, answer in colleague.answers.items()
        for text in (answer.comment, answer.evidence, answer.reason_text)
        if text.strip()
    ]
    if assessment.is_closed:
        written += [
            (criterion, role, comment)
            for criterion, role, comment in workspace.store.answers.comments(assessment.id)
            if role not in own and result.may_quote(criterion, role)
        ]
    quoted: dict[str, dict[str, tuple[str, ...]]] = {}
    for criterion, role, text in sorted(written):
        of_criterion = quoted.setdefault(criterion, {})
        of_criterion[role] = (*of_criterion.get(role, ()), text)
    return quoted
