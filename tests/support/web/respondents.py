"""What the database has of a respondent, by their own address."""

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from assessment.services.responding import RespondentSession


def session_of(workspace: Workspace, address: str) -> RespondentSession:
    session = responding.find(workspace, address.split("/")[2])
    assert isinstance(session, RespondentSession)
    return session


def answers_of(workspace: Workspace, address: str) -> dict[str, Answer]:
    return responding.answers(workspace, session_of(workspace, address))


def only_answer(workspace: Workspace, address: str) -> Answer:
    (answer,) = answers_of(workspace, address).values()
    return answer


def asked_of(workspace: Workspace, address: str) -> list[str]:
    return [criterion.id for criterion in session_of(workspace, address).criteria]


def started(workspace: Workspace, assessment: Assessment) -> int:
    """Return how many began, of the only invitation of an assessment."""
    (line,) = invitations_of(workspace, assessment)
    assert line.participation is not None
    return line.participation.started
