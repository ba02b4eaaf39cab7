"""What came of the answers, for a respondent, at the address that nobody else has seen."""

from starlette.responses import Response

from assessment.services.feedback import feedback_for
from reports.wording import feedback as wording
from web.participant.context import SessionContext


def page(context: SessionContext) -> Response | None:
    """Return the feedback to a respondent; None when there is none for them."""
    told = feedback_for(context.workspace, context.session)
    if told is None:
        return None
    catalogue, t = context.session.catalogue, context.t
    return context.render(
        "feedback",
        heading=wording.title(t),
        passages=wording.passages(told, catalogue, context.contact, t),
    )
