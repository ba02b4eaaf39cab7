"""An open link: everybody who begins with it becomes a respondent, and nobody who only looks."""

from starlette.responses import RedirectResponse, Response

from assessment.services import responding
from web.participant import cookie, messages
from web.participant.context import OpenLinkContext
from web.participant.messages import MessageLink
from web.participant.render import page_address


def respond(context: OpenLinkContext) -> Response:
    """Show the start page, or begin."""
    link, t = context.link, context.t
    begun = cookie.own_address(context, link.invitation.id)
    if not link.takes_answers:
        return context.respond(context.why_closed)
    if context.is_post and context.page == "begin":
        return _begin(context)
    if context.is_post or context.page:
        back = MessageLink(context.at(""), t("To the start"))
        return context.respond(messages.no_page(t), back)
    if not link.places_left and not begun:
        return context.respond(messages.full(t))
    return context.render("begin", begun=begun, opens_once=False)


def _begin(context: OpenLinkContext) -> Response:
    token = responding.begin_open_link(context.workspace, context.link, context.posted_language)
    response = RedirectResponse(page_address(token, ""), 303)
    cookie.remember(response, context, context.link.invitation.id, token)
    return response
