"""What the database has of a person."""

from assessment.answers import Answer
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.responding import RespondentSession


def stored(workspace: Workspace, address: str) -> dict[str, Answer]:
    session = responding.find(workspace, address.split("/")[2])
    assert isinstance(session, RespondentSession)
    return responding.answers(workspace, session)


def only(workspace: Workspace, address: str) -> Answer:
    (answer,) = stored(workspace, address).values()
    return answer
