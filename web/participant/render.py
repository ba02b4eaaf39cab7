"""Render the light pages: one template each, in the language of the person."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from locales import LANGUAGES, Translator
from web.server.assets import ICON, SCRIPT, STYLE

PREFIX = "/a/"
HELP = "help"  # the page for who does not feel safe, below every address and without one

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_TEMPLATES.globals.update(
    style=STYLE.address,
    script=SCRIPT.address,
    icon=ICON,
    language_names=LANGUAGES,
    safe=f"{PREFIX}{HELP}",
)


def page_address(token: str, page: str) -> str:
    """Return the address of a page below the address of a token."""
    return f"{PREFIX}{token}/{page}".rstrip("/")


def render(template: str, t: Translator, values: Mapping[str, object]) -> str:
    """Render a template to HTML."""
    page = _TEMPLATES.get_template(f"{template}.html")
    return page.render(t=t, language=t.language, **values)
