"""Render the pages of a session: one template each, over the base of all light pages."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from locales import LANGUAGES, Translator
from web.participant.render import HELP, PREFIX
from web.server.assets import ICON, SESSION_SCRIPT, SESSION_STYLE

_WEB = Path(__file__).resolve().parents[1]
_TEMPLATES = Environment(
    loader=FileSystemLoader([_WEB / "session" / "templates", _WEB / "participant" / "templates"]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_TEMPLATES.globals.update(
    style=SESSION_STYLE.address,
    script=SESSION_SCRIPT.address,
    icon=ICON,
    language_names=LANGUAGES,
    safe=f"{PREFIX}{HELP}",
)


def render(template: str, t: Translator, values: Mapping[str, object]) -> str:
    """Render a template to HTML."""
    page = _TEMPLATES.get_template(f"{template}.html")
    return page.render(t=t, language=t.language, **values)
