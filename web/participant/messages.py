"""Pages that say why something is not there or cannot be done, with the status that fits."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from locales import Translator
from web.participant.render import HELP, page_address, render

JSON = "application/json"
LATER = frozenset({429, 503})  # what may well be saved a moment later
_OF_NOBODY = (404, 429, 500, 503)  # what is said then may be about an address that nobody has


@dataclass(frozen=True)
class Message:
    """What a page says: a status, a heading and some lines."""

    status: int
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class MessageLink:
    """Where a message leads."""

    address: str
    text: str


@dataclass(frozen=True)
class Sending:
    """What a page keeps to send it once more."""

    address: str
    form: Mapping[str, str]


def unknown(t: Translator) -> Message:
    """Return that an address leads nowhere; the same for one that was replaced or taken back."""
    return Message(
        404,
        t("This address leads nowhere"),
        (
            t("Perhaps a character is missing, or the project has taken this address back."),
            t("Look at the address again, or ask the project for a new letter."),
        ),
    )


def closed(t: Translator) -> Message:
    """Return that an invitation was closed."""
    return Message(
        410,
        t("This invitation is closed"),
        (
            t("You cannot answer any more. What you answered before is kept."),
            t("Would you like to know what came of it? Ask the project."),
        ),
    )


def expired(t: Translator) -> Message:
    """Return that the last day has passed."""
    return Message(
        410,
        t("The last day to answer has passed"),
        (
            t("What you answered before is kept."),
            t("Would you still like to answer? Ask the project whether that can be done."),
        ),
    )


def used(t: Translator) -> Message:
    """Return that somebody began with this letter, which therefore opens nothing any more."""
    return Message(
        409,
        t("This letter was used already"),
        (
            t("The letter no longer works. So nobody else can see the answers with it."),
            t(
                "Did you begin yourself? Go on with the device on which you began, or with the "
                "address that you got there when you stopped."
            ),
            t("Have you lost both, or did you not begin? Then ask the project for a new letter."),
        ),
    )


def full(t: Translator) -> Message:
    """Return that no more respondents can begin with an open link."""
    return Message(
        409,
        t("All places are taken"),
        (t("Would you like to answer too? Ask the project for a place."),),
    )


def no_page(t: Translator) -> Message:
    """Return that there is no such page below an address."""
    return Message(404, t("This page is not there"), (t("Your answers are still there. Go back."),))


def unreadable(t: Translator, status: int) -> Message:
    """Return that a form holds what our pages never send."""
    return Message(
        status,
        t("That could not be read"),
        (t("Nothing was saved. Go back and try again."),),
    )


def refusal(t: Translator, status: int) -> Message:
    """Return why a request is not answered: it was refused, it has to wait, or something failed."""
    messages = {
        403: Message(
            403,
            t("This did not come from our own page"),
            (t("Nothing was saved. Go back and try again."),),
        ),
        405: Message(405, t("That cannot be done here"), (t("Go back and try again."),)),
        413: Message(413, t("That is too much at once"), (t("Nothing was saved. Write less."),)),
        429: Message(
            429,
            t("It is too busy here"),
            (t("Nothing is lost. Wait a minute and try again."),),
        ),
        500: Message(
            500,
            t("Something went wrong here"),
            (t("What was saved before is kept. Go back and try again."),),
        ),
        503: Message(
            503,
            t("Saving does not work right now"),
            (t("What was saved before is kept. Wait a moment and try again."),),
        ),
    }
    return messages.get(status) or unreadable(t, status)


def wants_json(request: Request) -> bool:
    """Return whether the script of a page asks, which shows no page."""
    return request.headers.get("accept") == JSON


def _to_send_again(request: Request, message: Message) -> Sending | None:
    """Return what was posted when it could not be saved for now, so that nothing has to be typed anew."""
    form = getattr(request.state, "form", None)
    return Sending(request.url.path, form) if form and message.status in LATER else None


def respond(
    request: Request,
    t: Translator,
    message: Message,
    link: MessageLink | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Render a page with a message, or tell the script of a page that nothing was saved."""
    if wants_json(request):
        return JSONResponse({"saved": False}, message.status, headers)
    again = _to_send_again(request, message)
    token = str(request.path_params.get("token", ""))
    is_known = bool(token) and message.status not in _OF_NOBODY
    safe = {"safe": page_address(token, HELP)} if is_known else {}
    page = render("message", t, {"message": message, "link": link, "again": again, **safe})
    return HTMLResponse(page, message.status, headers)
