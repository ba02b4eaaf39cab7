"""A report as PDF/UA-1."""

from typing import Any, assert_never

from locales import translator
from reports import typesetting
from reports.identity import LIGHT
from reports.material import Material
from reports.report.build import build
from reports.report.model import (
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
from reports.tables import Table
from reports.typesetting import Ready


def document(material: Material) -> bytes:
    """Return the report of an outcome as PDF, the same bytes for the same material."""
    return write(build(material))


def write(report: Report) -> bytes:
    """Return a report as PDF."""
    ready, t = Ready(), translator(report.language)
    sections = [_section(section, ready) for section in report.sections]
    data = {
        "title": ready.text(report.title),
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
        said = t.plural(
            "One character cannot be printed and stands as □. The DOCX and HTML reports hold it.",
            "{n} characters cannot be printed and stand as □. The DOCX and HTML reports hold them.",
            ready.missing,
        )
        sections[-1]["blocks"].append(_block(Paragraph(said, "soft"), ready))
    return typesetting.pdf("report.typ", data, report.made_at)


def _section(section: Section, ready: Ready) -> dict[str, Any]:
    return {
        "title": ready.text(section.title),
        "starts_page": section.starts_page,
        "blocks": [_block(block, ready) for block in section.blocks],
    }


def _block(block: Block, ready: Ready) -> dict[str, Any]:
    say = ready.text
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": say(text), "level": level}
        case Paragraph(text, look):
            return {"kind": "paragraph", "text": say(text), "look": look}
        case Bullets(items):
            return {"kind": "bullets", "items": [say(item) for item in items]}
        case Facts(pairs):
            said = [[say(name), say(text)] for name, text in pairs]
            return {"kind": "facts", "pairs": said}
        case Quotes(who, texts):
            return {"kind": "quotes", "who": say(who), "texts": [say(text) for text in texts]}
        case Table():
            return _table(block, ready)
        case Figure():
            svg = ready.words(block.draw(LIGHT))
            caption = say(block.caption)
            return {"kind": "figure", "svg": svg, "alt": ready.words(block.alt), "caption": caption}
        case Sides(left, right):
            sides = {"left": left, "right": right}
            drawn = {name: [_block(b, ready) for b in side] for name, side in sides.items()}
            return {"kind": "sides", **drawn}
        case _:
            assert_never(block)


def _table(table: Table, ready: Ready) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": ready.text(table.caption),
        "header": [ready.text(cell) for cell in table.header],
        "rows": [[ready.text(cell) for cell in row] for row in table.rows],
        "figures": table.figures,
        "widths": typesetting.widths(table.widths, len(table.header), table.figures),
    }
