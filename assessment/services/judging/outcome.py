"""What stakeholders judged, once the assessment is closed: for a screen, a session, a questionnaire."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.access.acts import Act
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.judging.judgements import MISSING
from assessment.judging.results import JudgedCriterion, JudgementCount, judged_criteria
from assessment.judging.store import NoteRow
from assessment.scoring.visibility import OTHER_VOICES
from assessment.services.context import Workspace, requires
from assessment.session.voting.verdicts import Verdict, has_too_many_minimal

Notes = Mapping[str, Mapping[str, Sequence[str]]]  # by criterion and role


@dataclass(frozen=True)
class JudgingOutcome:
    """All that may be seen of judging at home: nothing while the assessment is open."""

    assessment: Assessment
    catalogue: Catalogue
    threshold: int
    took_part: Mapping[str, int]  # people who judged anything, by role
    criteria: tuple[JudgedCriterion, ...]  # that a group is shown on; most difference first
    some_left_out: bool  # what is in nothing that is shown; never how much, of whom or on what
    notes: Notes
    missing: Sequence[str]  # in no order, without who wrote it

    @property
    def people(self) -> int:
        """How many people judged anything."""
        return sum(self.took_part.values())

    def with_verdict(self, verdict: Verdict) -> tuple[JudgedCriterion, ...]:
        """Return the criteria of which this came."""
        return tuple(one for one in self.criteria if one.verdict is verdict)

    @property
    def clear(self) -> tuple[str, ...]:
        """The criteria on which people agree already: minimal, or not for this project."""
        return tuple(c.criterion for c in self.criteria if c.verdict is not Verdict.TALK)

    @property
    def to_talk_about(self) -> tuple[str, ...]:
        """The criteria to talk about, what people part on most first; not the core, which stands."""
        open_ = (c.criterion for c in self.criteria if c.verdict is Verdict.TALK)
        return tuple(name for name in open_ if name not in self.catalogue.core)

    @property
    def has_too_many_minimal(self) -> bool:
        """Return whether so much was judged minimal that one should ask what may wait."""
        return has_too_many_minimal(one.verdict for one in self.criteria)


@requires(Act.SEE_OUTCOME)
def judging_outcome(workspace: Workspace, assessment: Assessment) -> JudgingOutcome:
    """Return what may be seen of judging in an assessment."""
    store, catalogue = workspace.store, workspace.catalogue_of(assessment)
    threshold = workspace.threshold_of(assessment)
    counts = store.judgements.counts(assessment.id)
    judged = {count.criterion for count in counts}
    found = judged_criteria(
        (c for c in catalogue.by_id if c in judged), catalogue.role_ids, counts, threshold
    )
    shown = tuple(one for one in found if one.is_shown)
    notes = store.judgements.notes(assessment.id)
    took_part = store.judgements.took_part(assessment.id)
    return JudgingOutcome(
        assessment=assessment,
        catalogue=catalogue,
        threshold=threshold,
        took_part=took_part,
        criteria=shown,
        some_left_out=_leaves_out(found, counts),
        notes=_quotable(shown, notes),
        missing=_missing(notes, took_part, threshold),
    )


def _leaves_out(found: Iterable[JudgedCriterion], counts: Iterable[JudgementCount]) -> bool:
    shown = {
        (one.criterion, question): frozenset(result.voices)
        for one in found
        for question, result in one.result.latest.items()
    }
    return any(
        shown[count.criterion, count.question].isdisjoint((count.role, OTHER_VOICES))
        for count in counts
    )


def _quotable(shown: Sequence[JudgedCriterion], notes: Sequence[NoteRow]) -> Notes:
    """Return the notes of groups that are shown, sorted by the text, so that no order can be read."""
    by_criterion = {one.criterion: one for one in shown}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for criterion, role, note in sorted(notes, key=lambda row: row[2]):
        one = by_criterion.get(criterion)
        if one is not None and one.may_quote(role):
            of_criterion = found.setdefault(criterion, {})
            of_criterion[role] = (*of_criterion.get(role, ()), note)
    return found


def _missing(
    notes: Sequence[NoteRow], took_part: Mapping[str, int], threshold: int
) -> tuple[str, ...]:
    """Return what people miss: of roles in which enough people judged, or of the small ones together."""
    small = {role for role, number in took_part.items() if number < threshold}
    are_shown = sum(took_part[role] for role in small) >= threshold
    return tuple(
        sorted(
            note
            for criterion, role, note in notes
            if criterion == MISSING and role in took_part and (role not in small or are_shown)
        )
    )


@requires(Act.SEE_PROJECTS)
def shows_judgements(workspace: Workspace, assessment: Assessment) -> bool:
    """Return whether anything that was judged in this assessment may be seen now."""
    outcome = judging_outcome(workspace, assessment)
    return bool(outcome.criteria or outcome.missing)


@requires(Act.SEE_OUTCOME)
def last_judged(
    workspace: Workspace, project_id: str, catalogue: Catalogue
) -> JudgingOutcome | None:
    """Return the newest judging of a project by this catalogue that shows anything, None without one."""
    for assessment in workspace.store.assessments.all(project_id):
        if assessment.is_closed and assessment.catalogue == catalogue.id:
            outcome = judging_outcome(workspace, assessment)
            if outcome.criteria:
                return outcome
    return None
