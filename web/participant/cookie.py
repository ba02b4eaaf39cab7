"""The one cookie that there is: at which address this device began in an invitation."""

from starlette.responses import Response

from assessment.respondents import Respondent, is_token
from assessment.services import responding
from assessment.services.responding import RespondentSession
from settings import Settings
from web.participant.context import Context
from web.participant.render import PREFIX, page_address

MAX_AGE = 60 * 60 * 24 * 30  # seconds


def own_address(context: Context, link: str) -> str:
    """Return the address at which this device can go on, empty if it cannot.

    `link` is the id of the invitation for an open link, of the respondent for a personal link.
    """
    token = context.request.cookies.get(_name(link, context.settings), "")
    if not is_token(token):
        return ""  # a code is looked up as an address alone, where guessing is slow
    session = responding.find(context.workspace, token)
    if not isinstance(session, RespondentSession):
        return ""
    is_of_link = link in (session.invitation.id, session.respondent.id)
    return page_address(token, "") if is_of_link else ""


def remember(response: Response, context: Context, link: str, token: str) -> None:
    """Have this device remember the token with which it began."""
    response.set_cookie(
        _name(link, context.settings),
        token,
        max_age=MAX_AGE,
        path=PREFIX,
        secure=_is_secure(context.settings),
        httponly=True,
        samesite="lax",
    )


def forget(response: Response, settings: Settings, respondent: Respondent) -> None:
    """Have this device forget the token of a respondent."""
    link = respondent.id if respondent.number else str(respondent.invitation)
    response.delete_cookie(
        _name(link, settings),
        path=PREFIX,
        secure=_is_secure(settings),
        httponly=True,
        samesite="lax",
    )


def _is_secure(settings: Settings) -> bool:
    return settings.public_address.startswith("https://")


def _name(link: str, settings: Settings) -> str:
    # browsers take a name with this beginning over an encrypted line only
    return f"{'__Secure-' if _is_secure(settings) else ''}ms_{link[:12]}"
