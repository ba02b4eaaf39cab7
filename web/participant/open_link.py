"""An open link: it gives everybody a respondent of their own, and nobody one who only looks."""

from assessment.services import responding
from assessment.services.responding import OpenLink
from web.participant import cookie, messages
from web.participant.context import Here
from web.participant.request import Reply, Visit, see
from web.server.forms import PREFIX


def answer(here: Here, visit: Visit) -> Reply:
    """Show the start page, or give a respondent."""
    place = here.place
    assert isinstance(place, OpenLink)  # noqa: S101  (the dispatcher's choice)
    begun, t = cookie.own_address(here, visit, place.invitation.id), here.t
    if not place.takes_answers:
        said = messages.expired if place.why_not == "expired" else messages.closed
        return messages.reply(visit, t, 410, said(t))
    if visit.method == "POST" and here.page == "begin":
        return _begin(here, place, visit)
    if visit.method == "POST" or here.page:
        back = here.at(""), t("To the start")
        return messages.reply(visit, t, 404, messages.no_page(t), back)
    if not place.places_left and not begun:
        return messages.reply(visit, t, 409, messages.full(t))
    return here.draw("begin", begun=begun, is_full=not place.places_left, is_letter=False)


def _begin(here: Here, place: OpenLink, visit: Visit) -> Reply:
    token = responding.begin_open_link(here.workspace, place, here.wished(visit))
    return see(f"{PREFIX}{token}", cookie.keep(here, place.invitation.id, token))
