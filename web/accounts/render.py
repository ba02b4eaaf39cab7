"""Render the pages of accounts: one template each."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from locales import LANGUAGES, Translator
from web.server.assets import ICON, PASSKEY_SCRIPT, STYLE

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_TEMPLATES.globals.update(
    style=STYLE.address, script=PASSKEY_SCRIPT.address, icon=ICON, language_names=LANGUAGES
)


def render(template: str, t: Translator, values: Mapping[str, object]) -> str:
    """Render a template to HTML."""
    page = _TEMPLATES.get_template(f"{template}.html")
    return page.render(t=t, language=t.language, **values)
