"""Answers of the organisation and of others, as far as a test of results needs them."""

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.respondents import Respondent
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.outcome import Outcome, outcome_of
from assessment.services.self_audit import open_audit, write_answer
from assessment.store import RespondentAnswer
from tests.support.database import add_respondents


def write(workspace: Workspace, assessment: Assessment, *answers: Answer) -> None:
    """Save answers of the organisation's own voice."""
    audit = open_audit(workspace, assessment.id)
    for answer in answers:
        write_answer(workspace, audit, answer)


def speak(
    workspace: Workspace, assessment: Assessment, role: str, *answers: Answer, times: int = 1
) -> None:
    """Save answers of as many new respondents of a role."""
    for _ in range(times):
        respondent = Respondent(f"{role}-{workspace.new_id()}", assessment.id, role)
        add_respondents(workspace.store, [respondent])
        workspace.store.answers.add(RespondentAnswer(respondent, answer) for answer in answers)


def closed(workspace: Workspace, assessment: Assessment) -> Outcome:
    """Close an assessment and return its outcome."""
    return outcome_of(workspace, assessments.close_assessment(workspace, assessment.id))
