"""People who were invited, as the tests of screens need them."""

from datetime import date

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services import invitations, responding
from assessment.services.context import Workspace
from assessment.services.invitations import IssuedInvitation, IssuedLink
from assessment.services.pairs import PairLinks
from tests.support.invitations import own


def an_invitation(
    workspace: Workspace,
    assessment: Assessment,
    role: str = "mentee",
    *,
    personal: int = 5,
    open_link: bool = False,
    until: date | None = None,
) -> IssuedInvitation:
    """Open an invitation with every question of the assessment."""
    return invitations.open_invitation(
        workspace,
        assessment.id,
        role,
        "full",
        max(personal, 5),
        until,
        personal=personal,
        open_link=open_link,
    )


def everybody_says(workspace: Workspace, links: tuple[IssuedLink, ...], *answers: Answer) -> None:
    """Let everybody who holds one of these links answer and finish."""
    for link in links:
        seat = responding.find(workspace, own(workspace, link.token))
        assert isinstance(seat, responding.RespondentSession)
        for answer in answers:
            responding.write(workspace, seat, answer)
        responding.finish(workspace, seat)


def both_are_done(workspace: Workspace, pair: PairLinks) -> None:
    """Let both of a pair finish."""
    everybody_says(workspace, (pair.mentor, pair.mentee))


def level(criterion: str, number: int, comment: str = "") -> Answer:
    return Answer(criterion, AnswerState.LEVEL, number, comment=comment)
