"""A report as PDF/UA-1."""

from functools import singledispatch
from typing import Any

from locales import translator
from reports import tables
from reports.document import model
from reports.document.build import build
from reports.identity import LIGHT
from reports.material import Material
from reports.tables import Table
from reports.writers import typst
from reports.writers.typst import Ready


def document(material: Material) -> bytes:
    """Return the report of an outcome as PDF, the same bytes for the same material."""
    return write(build(material))


def write(report: model.Report) -> bytes:
    """Return a report as PDF."""
    ready, t = Ready(), translator(report.language)
    sections = [_section(section, ready) for section in report.sections]
    data = {
        "title": ready.heading(report.title),
        "subtitle": ready.text(report.subtitle),
        "kind": ready.text(report.kind),
        "facts": _block(report.facts, ready),
        "footer": ready.text(report.footer),
        "contents": t("What stands where"),
        "language": report.language,
        "has_cover": report.has_cover,
        "sections": sections,
    }
    if ready.missing:
        sentence = t.plural(
            "One character cannot be printed and stands as □. The DOCX and HTML reports hold it.",
            "{n} characters cannot be printed and stand as □. The DOCX and HTML reports hold them.",
            ready.missing,
        )
        sections[-1]["blocks"].append(_block(model.Paragraph(sentence, "soft"), ready))
    return typst.pdf("report.typ", data, report.made_at)


def _section(section: model.Section, ready: Ready) -> dict[str, Any]:
    return {
        "title": ready.heading(section.title),
        "starts_page": section.starts_page,
        "keeps_page": section.keeps_page,
        "blocks": [_block(block, ready) for block in section.blocks],
    }


@singledispatch
def _block(block: model.Block, _: Ready) -> dict[str, Any]:
    raise TypeError(f"no such block: {block!r}")


@_block.register
def _(block: model.Heading, ready: Ready) -> dict[str, Any]:
    return {"kind": "heading", "text": ready.heading(block.text), "level": block.level}


@_block.register
def _(block: model.Paragraph, ready: Ready) -> dict[str, Any]:
    return {"kind": "paragraph", "text": ready.text(block.text), "look": block.look}


@_block.register
def _(block: model.Bullets, ready: Ready) -> dict[str, Any]:
    return {"kind": "bullets", "items": [ready.text(item) for item in block.items]}


@_block.register
def _(block: model.Facts, ready: Ready) -> dict[str, Any]:
    pairs = [[ready.text(name), ready.text(fact)] for name, fact in block.pairs]
    return {"kind": "facts", "pairs": pairs}


@_block.register
def _(block: model.Quotes, ready: Ready) -> dict[str, Any]:
    texts = [ready.text(text) for text in block.texts]
    return {"kind": "quotes", "who": ready.text(block.who), "texts": texts}


@_block.register
def _(block: model.Figure, ready: Ready) -> dict[str, Any]:
    return {
        "kind": "figure",
        "svg": ready.words(block.draw(LIGHT)),
        "alt": ready.words(block.alt),
        "caption": ready.text(block.caption),
    }


@_block.register
def _(block: model.Pictured, ready: Ready) -> dict[str, Any]:
    items = [
        {
            "text": ready.text(item.text),
            "svg": ready.words(item.draw(LIGHT)),
            "alt": ready.words(item.alt),
        }
        for item in block.items
    ]
    return {"kind": "pictured", "items": items}


@_block.register
def _(block: model.Sides, ready: Ready) -> dict[str, Any]:
    left, right = ([_block(b, ready) for b in side] for side in (block.left, block.right))
    return {"kind": "sides", "left": left, "right": right}


@_block.register
def _(block: model.WritingLines, ready: Ready) -> dict[str, Any]:
    return {"kind": "lines", "label": ready.text(block.label), "number": block.number}


@_block.register
def _(block: Table, ready: Ready) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": ready.text(block.caption),
        "header": [ready.text(cell) for cell in block.header],
        "rows": [[ready.text(cell) for cell in row] for row in block.rows],
        "figures": block.figures,
        "widths": tables.widths(block),
    }
