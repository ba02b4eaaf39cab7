"""A report as one HTML file that needs nothing else: for e-mail and intranet."""

from dataclasses import fields
from typing import get_args

from locales import translator
from reports import templates
from reports.document.build import build
from reports.document.model import Block, Figure, PicturedItem, Report
from reports.identity import Palette
from reports.material import Material
from reports.plain_text import plain

# colours of charts follow the theme of the page
_THEMED = Palette(**{field.name: f"var(--{field.name})" for field in fields(Palette)})


def document(material: Material) -> bytes:
    """Return the report of an outcome as HTML in UTF-8, the same bytes for the same material."""
    return write(build(material)).encode()


def write(report: Report) -> str:
    """Return a report as HTML."""
    return templates.render(
        "writers/templates/report.html",
        report=report,
        title=" · ".join(part for part in (report.title, report.subtitle) if part),
        contents=translator(report.language)("What stands where"),
        kind_of=_kind_of,
        drawn=_drawn,
    )


def _kind_of(block: Block) -> str:
    """Return the name of a kind of block, by which the template chooses how it looks."""
    if not isinstance(block, get_args(Block)):
        raise TypeError(f"no such block: {block!r}")
    return type(block).__name__


def _drawn(figure: Figure | PicturedItem) -> str:
    """Return a chart as SVG without its first word: the template names the chart in words there."""
    return plain(figure.draw(_THEMED)).removeprefix("<svg ")
