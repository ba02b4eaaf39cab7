"""How large the text of a Word document is: what is handed out by itself should stay on its page.

Word makes the lines, on a machine that is not known here. So lines are counted by the mean width of
letters, and the largest of a few sizes is taken at which every such section is likely to fit.
"""

import textwrap
from functools import singledispatch

from docx.shared import Cm

from reports import tables
from reports.document import model
from reports.plain_text import lines
from reports.tables import Table
from reports.writers.docx_style import CELL_STYLE, HEADER_STYLE, LOOKS, WIDTH

SIZES = (
    1.0,
    0.94,
    0.88,
    0.82,
    0.76,
)  # of the house style; with the last one letters are 6.5 points
PAGE = Cm(29.7 - 2 * 2.4).pt  # points of a page for text
LETTER, LINE = 0.48, 1.32  # width of a letter and height of a line, in its size; a little too large
WRITING_LINE, GAP = 21.0, 6.0  # points, at any size; GAP below a table, around lines to write on
CELL_SIDES = 6.0  # points beside the text in a cell


def size_for(report: model.Report) -> float:
    """Return the largest of SIZES at which every section that keeps its page is likely to fit."""
    kept = [(n, section) for n, section in enumerate(report.sections) if section.keeps_page]
    for size in SIZES:
        front = 0.0 if report.has_cover else _front(report, size)
        heights = (_section(section, size) + (front if n == 0 else 0.0) for n, section in kept)
        if all(height <= PAGE for height in heights):
            return size
    return SIZES[-1]


def _text(text: str, style: str, size: float, width: float) -> float:
    """Return the height of a paragraph with its space, in points, in a column of so many points."""
    _, letters, _, before, after = LOOKS[style]
    fit = max(1, int(width / (letters * size * LETTER)))
    number = sum(len(textwrap.wrap(line, fit)) for line in lines(text)) or 1
    return (number * letters * LINE + before + after) * size


def _whole(text: str, style: str, size: float) -> float:
    return _text(text, style, size, Cm(WIDTH).pt)


def _front(report: model.Report, size: float) -> float:
    said = [(report.kind, "Normal"), (report.title, "Title"), (report.subtitle, "Subtitle")]
    said += [(f"{name}: {fact}", "Normal") for name, fact in report.facts.pairs]
    return sum(_whole(text, style, size) for text, style in said)


def _section(section: model.Section, size: float) -> float:
    title = _whole(section.title, "Heading 1", size)
    return title + sum(_height(block, size) for block in section.blocks)


@singledispatch
def _height(_block: model.Block, _size: float) -> float:
    """Return the height of a block in points; of what is no text it is not known."""
    return 0.0


@_height.register
def _(block: model.Paragraph, size: float) -> float:
    return _whole(block.text, "Normal", size)


@_height.register
def _(block: model.Heading, size: float) -> float:
    return _whole(block.text, f"Heading {block.level - 1}", size)


@_height.register
def _(block: model.Bullets, size: float) -> float:
    return sum(_whole(item, "List Bullet", size) for item in block.items)


@_height.register
def _(block: model.WritingLines, size: float) -> float:
    return _whole(block.label, "Normal", size) + block.number * WRITING_LINE + 2 * GAP


@_height.register
def _(block: Table, size: float) -> float:
    shares = tables.widths(block)
    columns = [Cm(WIDTH * share / sum(shares)).pt - CELL_SIDES for share in shares]
    rows = ((block.header, HEADER_STYLE), *((row, CELL_STYLE) for row in block.rows))
    height = _whole(block.caption, "Caption", size) + GAP
    for row, style in rows:
        height += max(_text(t, style, size, w) for t, w in zip(row, columns, strict=True))
    return height
