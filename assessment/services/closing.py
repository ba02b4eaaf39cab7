"""What to look at before an assessment is closed. Warnings, never a gate."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.answers import Answer, AnswerState, Reason
from assessment.projects import Action
from assessment.services.agreements import actions_of
from assessment.services.audit import Audit
from assessment.services.context import Workspace

HIGH_LEVEL = 3  # from here one should be able to point at something


class FindingKind(StrEnum):
    """What may need another look."""

    UNANSWERED = "unanswered"
    NO_REASON = "no_reason"
    NOTHING_TO_POINT_AT = "nothing_to_point_at"
    MARKED = "marked"
    ACTION_WITHOUT_OWNER = "action_without_owner"
    ACTION_WITHOUT_DATE = "action_without_date"


@dataclass(frozen=True)
class Finding:
    """One thing to look at, at a criterion or an action."""

    kind: FindingKind
    criterion: str
    action: str | None = None


def findings(workspace: Workspace, audit: Audit) -> list[Finding]:
    """Return everything that may need another look, by kind and in the order of the catalogue."""
    answers = workspace.store.answers(audit.respondent.id)
    found = [
        Finding(kind, criterion.id)
        for criterion in audit.criteria
        for kind in _answer_findings(answers.get(criterion.id, Answer(criterion.id)))
    ]
    for action in actions_of(workspace, audit.assessment):
        found += [Finding(kind, action.criterion, action.id) for kind in _action_findings(action)]
    order = list(FindingKind)
    return sorted(found, key=lambda finding: order.index(finding.kind))


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


def _action_findings(action: Action) -> list[FindingKind]:
    if action.is_settled:
        return []
    kinds = []
    if not action.owner:
        kinds.append(FindingKind.ACTION_WITHOUT_OWNER)
    if action.due is None:
        kinds.append(FindingKind.ACTION_WITHOUT_DATE)
    return kinds
