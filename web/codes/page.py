"""The page on which one types the short code of a letter. It leads to the letter; it begins nothing."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assessment.codes import read_code
from locales import LANGUAGES, translator
from web.participant.render import render
from web.server.languages import best_language

HERE = "/a/"


def respond(request: Request, form: Mapping[str, str], default: str) -> Response:
    """Show the page, or lead to the letter with the code that was typed.

    Whether there is such a letter is only looked up at its own address, in one place for all.
    """
    if request.method != "POST":
        return show(request, default)
    code = read_code(form.get("code", ""))
    if code is None:
        t = translator(_language(request, form.get("language", ""), default))
        problem = t("That is not a whole code. Look at your letter again and type all nine.")
        return show(
            request, t.language, typed=form.get("code", "")[:40], problem=problem, status=422
        )
    language = form.get("language", "")
    asked = f"?lang={language}" if language in LANGUAGES else ""
    return RedirectResponse(f"{HERE}{code}{asked}", 303)


def wrong(request: Request, default: str) -> Response:
    """Show the page again for a code that opens nothing, whatever the reason is."""
    t = translator(_language(request, "", default))
    problem = t(
        "No letter belongs to this code. Perhaps a character is different, or the project has taken "
        "the letter back. Look at the code again, or ask the project for a new letter."
    )
    return show(request, t.language, problem=problem, status=404)


def show(
    request: Request, default: str, *, typed: str = "", problem: str = "", status: int = 200
) -> Response:
    """Render the page with what was typed and what is wrong with it."""
    t = translator(_language(request, "", default) if not problem else default)
    values = {"here": HERE, "languages": tuple(LANGUAGES), "typed": typed, "problem": problem}
    return HTMLResponse(render("code", t, values), status)


def _language(request: Request, posted: str, default: str) -> str:
    """Return the language that was chosen, else the one that the browser asks for."""
    for chosen in (posted, request.query_params.get("lang", "")):
        if chosen in LANGUAGES:
            return chosen
    return best_language(request.headers.get("accept-language", ""), tuple(LANGUAGES), default)
