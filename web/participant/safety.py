"""The page for who does not feel safe: somebody you trust, the project's own contact, and numbers."""

from collections.abc import Iterable

from starlette.responses import HTMLResponse, Response

from assessment.catalogue.help_numbers import HelpNumber, by_country
from locales import LANGUAGES, Translator
from web.participant.context import Context, SessionContext
from web.participant.overview import known_page
from web.participant.render import render

FROM = "from"  # the page to go back to


def show(context: Context) -> Response:
    """Show whom somebody can turn to, below an address that opens something."""
    is_session = isinstance(context, SessionContext)
    asked = context.request.query_params.get(FROM, "")
    back = known_page(context, asked) if isinstance(context, SessionContext) else ""
    return context.render(
        "help",
        parent="base_session.html" if is_session else "base_links.html",
        contact=context.contact,
        project=context.project,
        numbers=by_country(context.numbers, context.language),
        back=context.at(back),
    )


def show_to_anybody(t: Translator, numbers: Iterable[HelpNumber]) -> Response:
    """Show whom somebody can call, to who has no address (yet)."""
    values = {
        "parent": "base_links.html",
        "languages": tuple(LANGUAGES),
        "contact": "",
        "project": "",
        "numbers": by_country(numbers, t.language),
        "back": "",
    }
    return HTMLResponse(render("help", t, values))
