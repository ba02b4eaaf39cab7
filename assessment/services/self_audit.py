"""The self-audit: what is asked, what was answered, and what to look at before closing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.catalogue.effort import effort
from assessment.catalogue.model import Catalogue, Criterion
from assessment.choices import Choice
from assessment.errors import AssessmentClosed
from assessment.respondents import Respondent
from assessment.scoring.rules import HIGH_LEVEL
from assessment.services.agreements import agreements_of
from assessment.services.context import Workspace, requires


@dataclass(frozen=True)
class Audit:
    """One assessment as the organisation answers it itself."""

    assessment: Assessment
    catalogue: Catalogue
    choices: Mapping[str, Choice]
    respondent: Respondent

    @property
    def id(self) -> str:
        """The id of its assessment: by that the log of acts names it."""
        return self.assessment.id

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria in scope, in the order of the catalogue: by perspective."""
        return tuple(c for c in self.catalogue.criteria if self.choices[c.id].in_scope)

    @property
    def minutes(self) -> int:
        """The expected time of one person, in minutes; a team that talks takes longer."""
        language = self.catalogue.languages[0]
        return effort(self.catalogue, self.criteria, self.respondent.role, language).minutes


@dataclass(frozen=True)
class Progress:
    """How many of some criteria are answered, and marked for the talk."""

    done: int
    total: int
    marked: int


@dataclass(frozen=True)
class LastTime:
    """What the organisation answered on a criterion in the assessment before."""

    name: str  # of that assessment
    catalogue: Catalogue
    answer: Answer
    is_comparable: bool  # a level is on the same scale now


class FindingKind(StrEnum):
    """Why something may need another look."""

    UNANSWERED = "unanswered"
    NO_REASON = "no_reason"
    NOTHING_TO_POINT_AT = "nothing_to_point_at"
    MARKED = "marked"
    AGREEMENT_WITHOUT_OWNER = "action_without_owner"
    AGREEMENT_WITHOUT_DATE = "action_without_date"


@dataclass(frozen=True)
class Finding:
    """One thing to look at, at a criterion or an agreement."""

    kind: FindingKind
    criterion: str
    agreement: str | None = None


@requires(Act.SEE_PROJECTS)
def open_audit(workspace: Workspace, assessment_id: str) -> Audit:
    """Return what the self-audit of an assessment needs. Raises NotFound."""
    assessment = workspace.store.assessments.get(assessment_id)
    catalogue = workspace.catalogue_of(assessment)
    stored = workspace.store.choices.get(assessment_id)
    choices = {c.id: stored.get(c.id, Choice(c.id, in_scope=False)) for c in catalogue.criteria}
    return Audit(assessment, catalogue, choices, workspace.own_respondent(assessment))


@requires(Act.ANSWER)
def write_answer(workspace: Workspace, audit: Audit, answer: Answer) -> Answer:
    """Save one answer of the organisation.

    Raises InvalidInput, StaleWrite (somebody else changed it) and AssessmentClosed.
    """
    if audit.assessment.is_closed:
        raise AssessmentClosed(audit.assessment.id)
    return workspace.store.answers.save(audit.respondent.id, answer)


@requires(Act.SEE_PROJECTS)
def last_time(workspace: Workspace, audit: Audit, criterion: str) -> LastTime | None:
    """Return what was answered last time on a criterion; None if nothing was."""
    if audit.assessment.previous is None:
        return None
    before = workspace.store.assessments.get(audit.assessment.previous)
    then = workspace.catalogue_of(before)
    if then.id != audit.catalogue.id or criterion not in then.by_id:
        return None
    answer = workspace.store.answers.get(workspace.own_respondent(before).id, criterion)
    if not (answer.is_answered or answer.comment or answer.evidence):
        return None
    is_same = then.by_id[criterion].scale == audit.catalogue.by_id[criterion].scale
    return LastTime(before.name, then, answer, is_comparable=is_same)


def taken_over(answer: Answer, last: LastTime) -> Answer:
    """Return an answer in which what is still open is filled in from last time."""
    before = last.answer
    if not answer.is_answered and (before.level is None or last.is_comparable):
        answer = replace(
            answer,
            state=before.state,
            level=before.level,
            reason=before.reason,
            reason_text=before.reason_text,
        )
    return replace(
        answer,
        comment=answer.comment or before.comment,
        evidence=answer.evidence or before.evidence,
    )


def progress(criteria: Iterable[Criterion], answers: Mapping[str, Answer]) -> Progress:
    """Count the answers to some criteria; a note alone is no answer."""
    given = [answers.get(criterion.id) for criterion in criteria]
    return Progress(
        done=sum(1 for answer in given if answer is not None and answer.is_answered),
        total=len(given),
        marked=sum(1 for answer in given if answer is not None and answer.marked),
    )


def next_open(audit: Audit, answers: Mapping[str, Answer], after: str | None) -> str | None:
    """Return the next criterion without answer after `after`, then from the start; None if done."""
    names = [criterion.id for criterion in audit.criteria]
    start = names.index(after) + 1 if after in names else 0
    for name in names[start:] + names[:start]:
        if name not in answers or not answers[name].is_answered:
            return name
    return None


def neighbours(audit: Audit, criterion: str) -> tuple[str | None, str | None]:
    """Return the criteria before and after one, None at the ends."""
    names = [c.id for c in audit.criteria]
    index = names.index(criterion)
    before = names[index - 1] if index else None
    after = names[index + 1] if index + 1 < len(names) else None
    return before, after


@requires(Act.SEE_PROJECTS)
def findings(workspace: Workspace, audit: Audit) -> list[Finding]:
    """Return everything that may need another look, by kind and in the order of the catalogue."""
    answers = workspace.store.answers.all(audit.respondent.id)
    listed = [
        Finding(kind, criterion.id)
        for criterion in audit.criteria
        for kind in _answer_findings(answers.get(criterion.id, Answer(criterion.id)))
    ]
    for agreement in agreements_of(workspace, audit.assessment):
        listed += [
            Finding(kind, agreement.criterion, agreement.id)
            for kind in agreement_findings(agreement)
        ]
    order = list(FindingKind)
    return sorted(listed, key=lambda finding: order.index(finding.kind))


def _answer_findings(answer: Answer) -> list[FindingKind]:
    kinds = []
    if not answer.is_answered:
        kinds.append(FindingKind.UNANSWERED)
    if answer.state is AnswerState.NOT_APPLICABLE and not _has_reason(answer):
        kinds.append(FindingKind.NO_REASON)
    high = answer.level is not None and answer.level >= HIGH_LEVEL
    if high and not (answer.comment.strip() or answer.evidence.strip()):
        kinds.append(FindingKind.NOTHING_TO_POINT_AT)
    if answer.marked:
        kinds.append(FindingKind.MARKED)
    return kinds


def _has_reason(answer: Answer) -> bool:
    if answer.reason is Reason.OTHER:
        return bool(answer.reason_text.strip())
    return answer.reason is not None


def agreement_findings(agreement: Agreement) -> list[FindingKind]:
    """Return what is missing of an agreement that is not settled."""
    if agreement.is_settled:
        return []
    kinds = []
    if not agreement.owner:
        kinds.append(FindingKind.AGREEMENT_WITHOUT_OWNER)
    if agreement.due is None:
        kinds.append(FindingKind.AGREEMENT_WITHOUT_DATE)
    return kinds
