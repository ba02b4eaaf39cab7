"""The pages that stand on their own: their templates are read here, and all values are escaped."""

import html
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    pass_eval_context,
    select_autoescape,
)
from jinja2.nodes import EvalContext
from markupsafe import Markup

from reports.identity import DARK, FONT, HEADING_FONT, LIGHT
from reports.plain_text import lines


@pass_eval_context
def _escaped(context: EvalContext, value: object) -> object:
    """Escape as `html.escape` does: Jinja2 writes other marks for quotes, and pages would change."""
    if not context.autoescape or hasattr(value, "__html__"):
        return value
    return Markup(html.escape(str(value)))  # noqa: S704  (escaped right here)


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parent),
    autoescape=select_autoescape(),  # of HTML, not of the style within it
    finalize=_escaped,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    auto_reload=False,
)
_TEMPLATES.filters["lines"] = lines
_TEMPLATES.globals.update(font=FONT, heading_font=HEADING_FONT, light=vars(LIGHT), dark=vars(DARK))


def render(name: str, **values: object) -> str:
    """Return a page from a template, named from this folder on: `writers/templates/report.html`."""
    return _TEMPLATES.get_template(name).render(**values)
