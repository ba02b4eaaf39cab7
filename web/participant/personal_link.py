"""A letter that was handed out: one begins with it, and it opens nothing after that.

Who printed it can open it too. So it shows nothing of the answers, nor how far they are: whoever
begins goes on at an address of their own, that nobody else has seen.
"""

from assessment.errors import LinkUsed
from assessment.services import responding
from assessment.services.responding import PersonalLink
from web.participant import cookie, messages
from web.participant.context import Here
from web.participant.request import Reply, Visit, see
from web.server.forms import PREFIX


def answer(here: Here, visit: Visit) -> Reply:
    """Show the start page, begin, or lead on the device that began."""
    place, t = here.place, here.t
    assert isinstance(place, PersonalLink)  # noqa: S101  (the dispatcher's choice)
    if own := cookie.own_address(here, visit, place.respondent):
        return see(own)
    if not place.takes_answers:
        said = messages.expired if place.why_not == "expired" else messages.closed
        return messages.reply(visit, t, 410, said(t))
    if visit.method == "POST" and here.page == "begin":
        return _begin(here, place, visit)
    if place.is_used:
        return messages.reply(visit, t, 409, messages.used(t))
    if visit.method == "POST" or here.page:
        back = here.at(""), t("To the start")
        return messages.reply(visit, t, 404, messages.no_page(t), back)
    return here.draw("begin", begun="", is_full=False, is_letter=True)


def _begin(here: Here, place: PersonalLink, visit: Visit) -> Reply:
    try:
        token = responding.begin_personal_link(here.workspace, here.token, here.wished(visit))
    except LinkUsed:
        return messages.reply(visit, here.t, 409, messages.used(here.t))
    return see(f"{PREFIX}{token}", cookie.keep(here, place.respondent, token))
