"""The page for who has no key yet: where it stands."""

from starlette.requests import Request
from starlette.responses import Response

from locales import LANGUAGES, translator
from locales.browser_language import best_language
from web.participant import messages
from web.participant.messages import Message


def refusal(request: Request, language: str, *, is_wrong: bool) -> Response:
    """Return the page, in the language of the browser, else in `language`."""
    accepted = request.headers.get("accept-language", "")
    t = translator(best_language(accepted, tuple(LANGUAGES), language))
    heading = t("This key does not fit") if is_wrong else t("This needs the key")
    lines = (
        t(
            "Only who started Mentorspiegel on this computer can open it. Each start has a key of its own; "
            "a browser that came with it once keeps a cookie, and is not asked again for 30 days."
        ),
        t(
            "Go to the window in which Mentorspiegel runs and open the whole address that stands there, with "
            "the key at its end. Or open the file screens-{port}.html in the folder with your data.",
            port=request.url.port or 80,
        ),
        t("Do you answer questions with a letter? Then open the address in your letter."),
    )
    return messages.respond(request, t, Message(403, heading, lines))
