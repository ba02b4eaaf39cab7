"""Render the light pages: one template each, in the language of the person."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from locales import LANGUAGES, Translator
from web.participant.request import JSON, Reply
from web.server.assets import SCRIPT, STYLE

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_PAGES.globals.update(style=STYLE.address, script=SCRIPT.address, language_names=LANGUAGES)


@lru_cache
def _template(name: str) -> Template:
    return _PAGES.get_template(f"{name}.html")


def drawn(name: str, t: Translator, values: Mapping[str, object], *, status: int = 200) -> Reply:
    """Render a page."""
    text = _template(name).render(t=t, language=t.language, **values)
    return Reply(status, text.encode())


def fragment(name: str, part: str, *values: object) -> str:
    """Render a part of a page that is the same for everybody; it is safe to put into a template."""
    drawn_part: str = getattr(_template(name).module, part)(*values)
    return drawn_part


def told(status: int, **values: object) -> Reply:
    """Answer the script of a page."""
    return Reply(status, json.dumps(values).encode(), JSON)


def best_language(wanted: str, offered: tuple[str, ...], otherwise: str) -> str:
    """Return the language to begin with.

    `wanted` is what a browser says in Accept-Language, most wanted first when it weighs nothing.
    """
    ranked = []
    for number, part in enumerate(wanted.lower().split(",")):
        name, _, weight = part.strip().partition(";q=")
        language = name.partition("-")[0].strip()
        if language in offered:
            ranked.append((-_weight(weight), number, language))
    if ranked:
        return min(ranked)[2]
    return otherwise if otherwise in offered else offered[0]


def _weight(text: str) -> float:
    try:
        return float(text or "1")
    except ValueError:
        return 0.0
