"""The link in a letter: one begins with it, and it opens nothing after that.

Whoever printed the letter can open it too. So it shows nothing of the answers, nor how far they
are: whoever begins goes on at an address of their own, that nobody else has seen.
"""

from starlette.responses import RedirectResponse, Response

from assessment.errors import LinkUsed
from assessment.services import responding
from web.participant import cookie, messages
from web.participant.context import PersonalLinkContext
from web.participant.messages import MessageLink
from web.participant.render import page_address


def respond(context: PersonalLinkContext) -> Response:
    """Show the start page, begin, or lead on the device that began."""
    link, t = context.link, context.t
    if own_address := cookie.own_address(context, link.respondent):
        return RedirectResponse(own_address, 303)
    if not link.takes_answers:
        return context.respond(context.why_closed)
    if context.is_post and context.page == "begin":
        return _begin(context)
    if link.is_used:
        return context.respond(messages.used(t))
    if context.is_post or context.page:
        back = MessageLink(context.at(""), t("To the start"))
        return context.respond(messages.no_page(t), back)
    return context.render("begin", begun="", opens_once=True)


def _begin(context: PersonalLinkContext) -> Response:
    language = context.posted_language
    try:
        token = responding.begin_personal_link(context.workspace, context.token, language)
    except LinkUsed:
        return context.respond(messages.used(context.t))
    response = RedirectResponse(page_address(token, ""), 303)
    cookie.remember(response, context, context.link.respondent, token)
    return response
