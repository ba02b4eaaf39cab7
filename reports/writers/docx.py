"""A report as a Word document, meant for editing."""

from functools import singledispatch
from io import BytesIO

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from reports import tables
from reports.document import model
from reports.document.build import build
from reports.identity import LIGHT
from reports.material import Material
from reports.plain_text import is_right_to_left, lines
from reports.tables import Table
from reports.writers import typst
from reports.writers.docx_style import (
    CELL_STYLE,
    HEADER_STYLE,
    TABLE_STYLE,
    add_footer,
    colour,
    describe_table,
    new_document,
    right_to_left,
    saved,
    set_style,
)

WIDTH = 16.4  # cm between the margins
FIGURE_WIDTH = 15.5  # cm
PIXELS_PER_CM = 65
GAP = Pt(6)  # below a table


def document(material: Material) -> bytes:
    """Return the report of an outcome as DOCX, the same bytes for the same material."""
    return write(build(material))


def write(report: model.Report) -> bytes:
    """Return a report as DOCX."""
    word = new_document(report.language)
    _set_properties(word, report)
    _say(word.add_paragraph(), report.kind, "soft")
    _say(_paragraph(word, "Title"), report.title)
    if report.subtitle:
        _say(_paragraph(word, "Subtitle"), report.subtitle)
    _add(report.facts, word)
    for number, section in enumerate(report.sections):
        heading = _paragraph(word, "Heading 1")
        _say(heading, section.title)
        starts_page = section.starts_page and (report.has_cover or number > 0)
        heading.paragraph_format.page_break_before = starts_page
        for block in section.blocks:
            _add(block, word)
    add_footer(word, " ".join(lines(report.footer)))
    return saved(word, report.made_at)


def _set_properties(word: Document, report: model.Report) -> None:
    about = word.core_properties
    about.title, about.subject = " ".join(lines(report.title)), " ".join(lines(report.kind))
    about.author = about.last_modified_by = "Mentorspiegel"
    about.language, about.comments = report.language, ""
    about.created = about.modified = report.made_at.replace(tzinfo=None)
    about.revision = 1


def _paragraph(word: Document, style: str) -> Paragraph:
    paragraph = word.add_paragraph()
    set_style(paragraph, style)
    return paragraph


def _say(paragraph: Paragraph, text: str, look: str = "body") -> None:
    """Write one text into a paragraph, its lines below each other."""
    for number, line in enumerate(lines(text)):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        if look == "soft":
            run.font.color.rgb = colour(LIGHT.soft_ink)
        if look == "strong":
            run.bold = True
    if is_right_to_left(text):
        right_to_left(paragraph)


@singledispatch
def _add(block: model.Block, _: Document) -> None:
    raise TypeError(f"no such block: {block!r}")


@_add.register
def _(block: model.Heading, word: Document) -> None:
    _say(_paragraph(word, f"Heading {block.level - 1}"), block.text)


@_add.register
def _(block: model.Paragraph, word: Document) -> None:
    _say(word.add_paragraph(), block.text, block.look)


@_add.register
def _(block: model.Bullets, word: Document) -> None:
    for item in block.items:
        _say(_paragraph(word, "List Bullet"), item)


@_add.register
def _(block: model.Facts, word: Document) -> None:
    for name, fact in block.pairs:
        paragraph = word.add_paragraph()
        _say(paragraph, f"{name}:", "soft")
        paragraph.add_run(" ")
        _say(paragraph, fact)
        paragraph.paragraph_format.space_after = 0


@_add.register
def _(block: model.Quotes, word: Document) -> None:
    _say(word.add_paragraph(), block.who, "soft")
    for text in block.texts:
        _say(_paragraph(word, "Quote"), text)


@_add.register
def _(block: Table, word: Document) -> None:
    _say(_paragraph(word, "Caption"), block.caption)
    table = word.add_table(rows=0, cols=len(block.header), style=TABLE_STYLE)
    table.autofit = False
    figures = len(block.header) - block.figures
    shares = tables.widths(block)
    widths = [Cm(WIDTH * share / sum(shares)) for share in shares]
    for row_number, texts in enumerate((block.header, *block.rows)):
        for number, (cell, text) in enumerate(zip(table.add_row().cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            set_style(paragraph, CELL_STYLE if row_number else HEADER_STYLE)
            _say(paragraph, text)
            cell.width = widths[number]
            if number >= figures:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    describe_table(table, " ".join(lines(block.caption)))
    # Word joins tables without a paragraph between them; a low one seldom takes a page of its own
    word.add_paragraph().paragraph_format.line_spacing = GAP


@_add.register
def _(block: model.Figure, word: Document) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    _picture(paragraph, block.draw(LIGHT), block.alt)
    _say(_paragraph(word, "Caption"), block.caption)


def _picture(paragraph: Paragraph, svg: str, alt: str, *, after_line: bool = False) -> None:
    """Add a picture to a paragraph, `after_line` below its text."""
    pixels = typst.png(svg)
    wide = int.from_bytes(pixels[16:20])  # of a PNG, where its header says so
    run = paragraph.add_run()
    if after_line:
        run.add_break()
    picture = run.add_picture(BytesIO(pixels), width=Cm(min(FIGURE_WIDTH, wide / PIXELS_PER_CM)))
    picture._inline.docPr.set("descr", " ".join(lines(alt)))


@_add.register
def _(block: model.Pictured, word: Document) -> None:
    for item in block.items:
        paragraph = _paragraph(word, "List Bullet")
        _say(paragraph, item.text)
        _picture(paragraph, item.draw(LIGHT), item.alt, after_line=True)


@_add.register
def _(block: model.Sides, word: Document) -> None:
    for part in (*block.left, *block.right):
        _add(part, word)
