"""The page on which one types the code of a session. It leads to the session; it begins nothing."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assessment.session.keys import read_code
from locales import LANGUAGES, Translator, translator
from locales.browser_language import best_language
from web.session.addresses import JOIN, phone_address
from web.session.render import render

LONGEST = 20  # characters of what was typed that are shown again


def respond(request: Request, form: Mapping[str, str], default: str) -> Response:
    """Show the page, or lead to the session with the code that was typed.

    Whether there is such a session is only looked up at its own address, in one place for all.
    """
    t = words_of(request, form.get("language", ""), default)
    if request.method != "POST":
        return _page(t)
    typed = form.get("code", "")
    code = read_code(typed)
    if code is None:
        problem = t("That is not a whole code. Look at the screen and type all six.")
        return _page(t, typed=typed[:LONGEST], problem=problem, status=422)
    return RedirectResponse(f"{phone_address(code, '')}?lang={t.language}", 303)


def wrong(request: Request, default: str) -> Response:
    """Show the page again for a code that opens nothing, whatever the reason is."""
    t = words_of(request, "", default)
    problem = t(
        "No session that is open belongs to this code. Look at the screen again: perhaps a character "
        "is different, or it was the code of another day."
    )
    return _page(t, problem=problem, status=404)


def words_of(request: Request, posted: str, default: str) -> Translator:
    """Return the words of the language that was chosen, else of the one that the browser asks for."""
    accepted = request.headers.get("accept-language", "")
    asked = best_language(accepted, tuple(LANGUAGES), default)
    chosen = posted or request.query_params.get("lang", "")
    return translator(chosen if chosen in LANGUAGES else asked)


def _page(t: Translator, *, typed: str = "", problem: str = "", status: int = 200) -> Response:
    values = {"here": JOIN, "languages": tuple(LANGUAGES), "typed": typed, "problem": problem}
    return HTMLResponse(render("enter", t, values), status)
