"""A report as a Word document, meant for editing."""

from collections.abc import Sequence
from functools import singledispatch
from itertools import zip_longest

from docx.document import Document
from docx.shared import Cm

from reports import tables
from reports.document import model
from reports.document.build import build
from reports.identity import LIGHT
from reports.material import Material
from reports.plain_text import lines
from reports.tables import Table
from reports.writers import typst
from reports.writers.docx_size import size_for
from reports.writers.docx_style import (
    CELL_STYLE,
    HEADER_STYLE,
    TABLE_STYLE,
    WIDTH,
    add_footer,
    new_document,
    saved,
)
from reports.writers.docx_xml import (
    KEEP_NEXT,
    LET_GO,
    NEW_LINE,
    NEW_PAGE,
    NO_SPACE_AFTER,
    RULED,
    SAME_PAGE,
    SPACE_BEFORE,
    TO_THE_RIGHT,
    Body,
    paragraph,
    table,
)

FIGURE_WIDTH = 15.5  # cm
PIXELS_PER_CM = 65
SHORT = 12  # rows of a table that is never divided over two pages
SMALL = 300  # signs in a cell that never fills a page, however narrow
GAP = '<w:spacing w:line="120" w:lineRule="exact"/>'  # below a table


def document(material: Material) -> bytes:
    """Return the report of an outcome as DOCX, the same bytes for the same material."""
    return write(build(material))


def write(report: model.Report) -> bytes:
    """Return a report as DOCX."""
    word = new_document(report.language, size_for(report))
    _set_properties(word, report)
    body = Body(word)
    body.add(paragraph([(report.kind, "soft")]))
    body.add(_said(report.title, "Title"))
    if report.subtitle:
        body.add(_said(report.subtitle, "Subtitle"))
    _add(report.facts, body)
    for number, section in enumerate(report.sections):
        starts_page = section.starts_page and (report.has_cover or number > 0)
        breaks = NEW_PAGE if starts_page else SAME_PAGE
        body.add(paragraph([(section.title, "body")], "Heading 1", before=breaks))
        _add_all(section.blocks, body)
    body.close()
    add_footer(word, " ".join(lines(report.footer)))
    return saved(word, report.made_at)


def _set_properties(word: Document, report: model.Report) -> None:
    about = word.core_properties
    about.title, about.subject = " ".join(lines(report.title)), " ".join(lines(report.kind))
    about.author = about.last_modified_by = "Mentorspiegel"
    about.language, about.comments = report.language, ""
    about.created = about.modified = report.made_at.replace(tzinfo=None)
    about.revision = 1


def _said(text: str, style: str = "") -> str:
    return paragraph([(text, "body")], style)


def _add_all(blocks: Sequence[model.Block], body: Body) -> None:
    """Add blocks; a strong paragraph stays on the page of what it stands above."""
    for block, following in zip_longest(blocks, blocks[1:]):
        leads = following is not None and not isinstance(following, model.Heading)
        if leads and isinstance(block, model.Paragraph) and block.look == "strong":
            body.add(paragraph([(block.text, block.look)], before=KEEP_NEXT))
        else:
            _add(block, body)


@singledispatch
def _add(block: model.Block, _: Body) -> None:
    raise TypeError(f"no such block: {block!r}")


@_add.register
def _(block: model.Heading, body: Body) -> None:
    body.add(_said(block.text, f"Heading {block.level - 1}"))


@_add.register
def _(block: model.Paragraph, body: Body) -> None:
    body.add(paragraph([(block.text, block.look)]))


@_add.register
def _(block: model.Bullets, body: Body) -> None:
    for item in block.items:
        body.add(_said(item, "List Bullet"))


@_add.register
def _(block: model.Facts, body: Body) -> None:
    for name, fact in block.pairs:
        said = [(f"{name}:", "soft"), (" ", "space"), (fact, "body")]
        body.add(paragraph(said, before=NO_SPACE_AFTER))


@_add.register
def _(block: model.Quotes, body: Body) -> None:
    body.add(paragraph([(block.who, "soft")]))
    for text in block.texts:
        body.add(_said(text, "Quote"))


@_add.register
def _(block: Table, body: Body) -> None:
    body.add(_said(block.caption, "Caption"))
    figures = len(block.header) - block.figures
    shares = tables.widths(block)
    widths = [Cm(WIDTH * share / sum(shares)).twips for share in shares]
    is_small = _is_small(block)
    kept = len(block.rows) if is_small and len(block.rows) <= SHORT else 1  # stay with the next row
    rows = [
        [
            paragraph(
                [(text, "body")],
                style,
                before=KEEP_NEXT if place < kept else "",
                after=TO_THE_RIGHT if number >= figures else "",
            )
            for number, text in enumerate(texts)
        ]
        for place, (texts, style) in enumerate(
            [(block.header, HEADER_STYLE), *((row, CELL_STYLE) for row in block.rows)]
        )
    ]
    caption = " ".join(lines(block.caption))
    body.add(table(TABLE_STYLE, caption, widths, rows, are_whole=is_small))
    # Word joins tables without a paragraph between them; a low one seldom takes a page of its own
    body.add(paragraph([], before=GAP))


def _is_small(block: Table) -> bool:
    """Return whether every row fits on a page by far; one that does not must go on over the next."""
    return all(
        len(text) <= SMALL and len(lines(text)) <= SHORT for row in block.rows for text in row
    )


@_add.register
def _(block: model.Figure, body: Body) -> None:
    body.add(paragraph([], before=KEEP_NEXT, end=_picture(block.draw(LIGHT), block.alt, body)))
    body.add(paragraph([(block.caption, "body")], "Caption", before=LET_GO))


@_add.register
def _(block: model.Pictured, body: Body) -> None:
    for item in block.items:
        end = NEW_LINE + _picture(item.draw(LIGHT), item.alt, body)
        body.add(paragraph([(item.text, "body")], "List Bullet", end=end))


def _picture(svg: str, alt: str, body: Body) -> str:
    """Return a run with a picture, at most as wide as the page."""
    pixels = typst.png(svg)
    wide = int.from_bytes(pixels[16:20])  # of a PNG, where its header says so
    width = Cm(min(FIGURE_WIDTH, wide / PIXELS_PER_CM))
    return body.picture(pixels, width, " ".join(lines(alt)))


@_add.register
def _(block: model.WritingLines, body: Body) -> None:
    body.add(paragraph([(block.label, "strong")], before=f"{KEEP_NEXT}{SPACE_BEFORE}"))
    for number in range(block.number):
        keeps = KEEP_NEXT if number < block.number - 1 else ""
        body.add(paragraph([], before=f"{keeps}{RULED}"))
    body.add(paragraph([], before=GAP))


@_add.register
def _(block: model.Sides, body: Body) -> None:
    _add_all((*block.left, *block.right), body)
