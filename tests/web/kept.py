"""What the database has of a person."""

from assessment.answers import Answer
from assessment.services import participant
from assessment.services.participant import Seat
from assessment.services.workspace import Workspace


def stored(workspace: Workspace, address: str) -> dict[str, Answer]:
    seat = participant.find(workspace, address.split("/")[2])
    assert isinstance(seat, Seat)
    return participant.answers(workspace, seat)


def only(workspace: Workspace, address: str) -> Answer:
    (answer,) = stored(workspace, address).values()
    return answer
