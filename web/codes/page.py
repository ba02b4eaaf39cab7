"""The page on which one types the short code of a letter. It leads to the letter; it begins nothing."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assessment.codes import read_code
from locales import LANGUAGES, Translator, translator
from locales.browser_language import best_language
from web.participant.render import render

HERE = "/a/"
LONGEST = 40  # characters of what was typed that are shown again


def respond(request: Request, form: Mapping[str, str], default: str) -> Response:
    """Show the page, or lead to the letter with the code that was typed.

    Whether there is such a letter is only looked up at its own address, in one place for all.
    """
    t = _words(request, form.get("language", ""), default)
    if request.method != "POST":
        return _page(t)
    typed = form.get("code", "")
    code = read_code(typed)
    if code is None:
        problem = t("That is not a whole code. Look at your letter again and type all nine.")
        return _page(t, typed=typed[:LONGEST], problem=problem, status=422)
    return RedirectResponse(f"{HERE}{code}?lang={t.language}", 303)


def wrong(request: Request, default: str) -> Response:
    """Show the page again for a code that opens nothing, whatever the reason is."""
    t = _words(request, "", default)
    problem = t(
        "No letter belongs to this code. Perhaps a character is different, or the project has taken "
        "the letter back. Look at the code again, or ask the project for a new letter."
    )
    return _page(t, problem=problem, status=404)


def _page(t: Translator, *, typed: str = "", problem: str = "", status: int = 200) -> Response:
    values = {"here": HERE, "languages": tuple(LANGUAGES), "typed": typed, "problem": problem}
    return HTMLResponse(render("code", t, values), status)


def _words(request: Request, posted: str, default: str) -> Translator:
    """Return the words of the language that was chosen, else of the one that the browser asks for."""
    accepted = request.headers.get("accept-language", "")
    asked = best_language(accepted, tuple(LANGUAGES), default)
    chosen = posted or request.query_params.get("lang", "")
    return translator(chosen if chosen in LANGUAGES else asked)
