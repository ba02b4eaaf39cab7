"""A report as one HTML file that needs nothing else: for e-mail and intranet."""

import html
from collections.abc import Iterable
from dataclasses import fields
from functools import singledispatch
from pathlib import Path

from locales import translator
from reports.document.build import build
from reports.document.model import (
    Block,
    Bullets,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Quotes,
    Report,
    Section,
    Sides,
)
from reports.identity import DARK, FONT, HEADING_FONT, LIGHT, Palette
from reports.material import Material
from reports.plain_text import lines, plain
from reports.tables import Table

STYLE = Path(__file__).resolve().parent / "templates" / "report.css"
# colours of charts follow the theme of the page
_THEMED = Palette(**{field.name: f"var(--{field.name})" for field in fields(Palette)})


def document(material: Material) -> bytes:
    """Return the report of an outcome as HTML in UTF-8, the same bytes for the same material."""
    return write(build(material)).encode()


def write(report: Report) -> str:
    """Return a report as HTML."""
    t = translator(report.language)
    contents = [
        f'<li><a href="#part-{number}">{_text(section.title)}</a></li>'
        for number, section in enumerate(report.sections, 1)
    ]
    body = [
        f"<header><p class='soft'>{_text(report.kind)}</p>{_element('h1', report.title)}"
        f"{_element('p', report.subtitle, 'subtitle') if report.subtitle else ''}"
        f"{_draw(report.facts)}</header>",
        f'<nav aria-label="{_text(t("What stands where"))}"><ul>{"".join(contents)}</ul></nav>',
        "<main>",
        *(_section(section, number) for number, section in enumerate(report.sections, 1)),
        "</main>",
        f"<footer>{_element('p', report.footer)}</footer>",
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(' · '.join(p for p in (report.title, report.subtitle) if p))}</title>\n"
        f"<style>\n{_style()}</style>\n</head>\n<body>\n{chr(10).join(body)}\n</body>\n</html>\n"
    )


def _style() -> str:
    themes = [
        f":root {{ color-scheme: light dark; {_colours(LIGHT)} }}",
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_colours(DARK)} }} }}",
        f"body {{ font-family: {FONT}; }}",
        f"h1, h2, h3, .subtitle {{ font-family: {HEADING_FONT}; }}",
    ]
    return "\n".join([*themes, STYLE.read_text(encoding="utf-8")])


def _colours(palette: Palette) -> str:
    return " ".join(f"--{name}: {code};" for name, code in vars(palette).items())


def _section(section: Section, number: int) -> str:
    blocks = "\n".join(map(_draw, section.blocks))
    page = ' class="page"' if section.starts_page else ""
    title = f'<h2 id="part-{number}" dir="auto">{_text(section.title)}</h2>'
    return f'<section aria-labelledby="part-{number}"{page}>\n{title}\n{blocks}\n</section>'


def _text(text: str) -> str:
    """Return one text that can be read as nothing but text, its lines below each other."""
    return "<br>".join(html.escape(line) for line in lines(text))


def _element(name: str, text: str, look: str = "") -> str:
    shape = f' class="{look}"' if look else ""
    return f'<{name}{shape} dir="auto">{_text(text)}</{name}>'


def _elements(name: str, texts: Iterable[str]) -> str:
    return "".join(_element(name, text) for text in texts)


@singledispatch
def _draw(block: Block) -> str:
    raise TypeError(f"no such block: {block!r}")


@_draw.register
def _(block: Heading) -> str:
    return _element(f"h{block.level}", block.text)


@_draw.register
def _(block: Paragraph) -> str:
    return _element("p", block.text, "" if block.look == "body" else block.look)


@_draw.register
def _(block: Bullets) -> str:
    return f"<ul>{_elements('li', block.items)}</ul>"


@_draw.register
def _(block: Facts) -> str:
    pairs = (f"{_element('dt', name)}{_element('dd', said)}" for name, said in block.pairs)
    return f"<dl>{''.join(pairs)}</dl>"


@_draw.register
def _(block: Quotes) -> str:
    texts = (f"<blockquote>{_element('p', text)}</blockquote>" for text in block.texts)
    return f"{_element('p', block.who, 'soft')}{''.join(texts)}"


@_draw.register
def _(block: Table) -> str:
    figures = len(block.header) - block.figures
    head = "".join(
        f'<th scope="col"{_figure(n >= figures)} dir="auto">{_text(cell)}</th>'
        for n, cell in enumerate(block.header)
    )
    rows = "".join(
        f'<tr><th scope="row" dir="auto">{_text(first)}</th>'
        + "".join(
            f'<td{_figure(n >= figures)} dir="auto">{_text(cell)}</td>'
            for n, cell in enumerate(cells, 1)
        )
        + "</tr>"
        for first, *cells in block.rows
    )
    return (
        f'<div class="table" tabindex="0" role="group" aria-label="{_text(block.caption)}">'
        f"<table><caption>{_text(block.caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _figure(is_figure: bool) -> str:
    return ' class="figure"' if is_figure else ""


@_draw.register
def _(block: Figure) -> str:
    alt = html.escape(" ".join(lines(block.alt)))
    svg = plain(block.draw(_THEMED)).replace("<svg ", f'<svg role="img" aria-label="{alt}" ', 1)
    return f"<figure>{svg}{_element('figcaption', block.caption)}</figure>"


@_draw.register
def _(block: Sides) -> str:
    sides = ("".join(map(_draw, side)) for side in (block.left, block.right))
    return f'<div class="sides">{"".join(f"<div>{side}</div>" for side in sides)}</div>'
