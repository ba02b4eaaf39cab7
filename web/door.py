"""An open link: it gives everybody a seat of their own, and nobody one who only looks."""

from assessment.services import participant
from assessment.services.participant import OpenDoor, Seat
from assessment.voices import Round
from web import messages
from web.here import Here
from web.safety import PREFIX
from web.visit import Reply, Visit, see

COOKIE_FOR = 60 * 60 * 24 * 30  # seconds


def answer(here: Here, visit: Visit) -> Reply:
    """Show the start page, or give a seat."""
    place = here.place
    assert isinstance(place, OpenDoor)  # noqa: S101  (the dispatcher's choice)
    begun, t = _begun(here, visit), here.t
    if not place.takes_answers:
        said = messages.expired if place.why_not == "expired" else messages.closed
        return messages.reply(visit, t, 410, said(t))
    if visit.method == "POST" and here.page == "begin":
        return _begin(here, place, visit)
    if visit.method == "POST" or here.page:
        back = here.at(""), t("To the start")
        return messages.reply(visit, t, 404, messages.no_page(t), back)
    if not place.seats_left and not begun:
        return messages.reply(visit, t, 409, messages.full(t))
    return here.draw("door", begun=begun, is_full=not place.seats_left)


def cookie_name(round_: Round) -> str:
    """Return the name of the one cookie that there is: where this device began in a round."""
    return f"ms_{round_.id[:12]}"


def _begun(here: Here, visit: Visit) -> str:
    """Return the address at which this device can go on, empty if it cannot."""
    token = visit.cookies.get(cookie_name(here.place.round), "")
    found = participant.find(here.workspace, token)
    is_of_here = isinstance(found, Seat) and found.round.id == here.place.round.id
    return f"{PREFIX}{token}" if is_of_here else ""


def _begin(here: Here, place: OpenDoor, visit: Visit) -> Reply:
    language = visit.form.get("language", "")
    language = language if language in here.offered else here.language
    token = participant.begin(here.workspace, place, language)
    return see(f"{PREFIX}{token}", ("set-cookie", _cookie(here, token)))


def _cookie(here: Here, token: str) -> str:
    name, secure = cookie_name(here.place.round), here.public_address.startswith("https://")
    kept = f"Path={PREFIX}; Max-Age={COOKIE_FOR}; HttpOnly; SameSite=Lax"
    return f"{name}={token}; {kept}{'; Secure' if secure else ''}"
