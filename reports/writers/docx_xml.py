"""The text of a Word document, written as XML and parsed once.

python-docx makes one element after the other and looks for the place of each, which takes two
thirds of the time of a whole report.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.shape import CT_Inline
from docx.shared import Length

from reports.identity import LIGHT
from reports.plain_text import is_right_to_left, lines

NEW_PAGE = '<w:pageBreakBefore/><w:spacing w:before="0"/>'
SAME_PAGE = '<w:pageBreakBefore w:val="0"/>'
KEEP_NEXT, LET_GO = "<w:keepNext/>", '<w:keepNext w:val="0"/>'
NEW_LINE = "<w:r><w:br/></w:r>"
SPACE_BEFORE = '<w:spacing w:before="120"/>'
NO_SPACE_AFTER = '<w:spacing w:after="0"/>'
# lines of one kind below each other take only what stands between them, and below the last one
_RULE = f'w:val="single" w:sz="4" w:space="1" w:color="{LIGHT.line[1:]}"'
RULED = (
    f"<w:pBdr><w:bottom {_RULE}/><w:between {_RULE}/></w:pBdr>"
    '<w:spacing w:before="0" w:after="0" w:line="420" w:lineRule="exact"/>'
)
TO_THE_RIGHT = '<w:jc w:val="right"/>'
_PICTURE = "<w:r><w:drawing/></w:r>"
_LOOKS = {  # others look like the text
    "soft": f'<w:color w:val="{LIGHT.soft_ink[1:]}"/>',
    "strong": "<w:b/>",
}
_WHOLE_ROW, _ANY_ROW = "<w:trPr><w:cantSplit/></w:trPr>", "<w:trPr/>"
_HEADER_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"

Spoken = tuple[str, str]  # a text and its look


class Body:
    """The parts of a document, in order."""

    def __init__(self, word: Document) -> None:
        self.word = word
        self.parts: list[str] = []
        self.pictures: list[CT_Inline] = []

    def add(self, part: str) -> None:
        """Add a paragraph or a table."""
        self.parts.append(part)

    def picture(self, pixels: bytes, width: Length, told: str) -> str:
        """Return a run with a PNG and its alternative text, for the next part that is added."""
        picture = self.word.part.new_pic_inline(BytesIO(pixels), width=width)
        self.pictures.append(picture)
        number = len(self.pictures)
        for name, value in (("id", f"{number}"), ("name", f"Picture {number}"), ("descr", told)):
            picture.docPr.set(name, value)
        return _PICTURE

    def close(self) -> None:
        """Put everything into the document."""
        parsed = parse_xml(f"<w:body {nsdecls('w')}>{''.join(self.parts)}</w:body>")
        places = list(parsed.iter(qn("w:drawing")))
        for place, picture in zip(places, self.pictures, strict=True):
            place.append(picture)
        end = self.word.element.body.sectPr
        for part in list(parsed):
            end.addprevious(part)


def paragraph(
    spoken: Iterable[Spoken], style: str = "", *, before: str = "", after: str = "", end: str = ""
) -> str:
    """Return a paragraph of texts, and of the runs at its end.

    `before` and `after` are more properties, in Word's order.
    """
    said = list(spoken)
    is_rtl = any(is_right_to_left(text) for text, _ in said)
    named = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style else ""
    properties = f"{named}{before}{'<w:bidi/>' * is_rtl}{after}"
    runs = "".join(_runs(text, look, is_rtl=is_rtl) for text, look in said)
    return f"<w:p>{_inside('w:pPr', properties)}{runs}{end}</w:p>"


def _runs(text: str, look: str, *, is_rtl: bool) -> str:
    """Return one text, its lines below each other."""
    properties = _inside("w:rPr", f"{_LOOKS.get(look, '')}{'<w:rtl/>' * is_rtl}")
    return "".join(
        f"<w:r>{properties}{'<w:br/>' * (number > 0)}{_text(line)}</w:r>"
        for number, line in enumerate([text] if look == "space" else lines(text))
    )


def _text(line: str) -> str:
    return "<w:tab/>".join(_words(part) if part else "" for part in line.split("\t"))


def _words(part: str) -> str:
    space = ' xml:space="preserve"' if part != part.strip() else ""
    return f"<w:t{space}>{escape(part)}</w:t>"


def _inside(name: str, properties: str) -> str:
    return f"<{name}>{properties}</{name}>" if properties else ""


def table(
    style: str,
    caption: str,
    widths: Sequence[int],
    rows: Iterable[Sequence[str]],
    *,
    are_whole: bool = False,
) -> str:
    """Return a table of paragraphs, its first row a header that comes back on every page.

    Widths are twentieths of a point. Rows that `are_whole` are not divided over two pages.
    """
    other = _WHOLE_ROW if are_whole else _ANY_ROW
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    drawn = "".join(
        f"<w:tr>{other if number else _HEADER_ROW}{_cells(row, widths)}</w:tr>"
        for number, row in enumerate(rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:type="auto" w:w="0"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:firstColumn="1" w:firstRow="1"'
        ' w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/>'
        f"<w:tblCaption w:val={quoteattr(caption)}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{drawn}</w:tbl>"
    )


def _cells(row: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(row, widths, strict=True)
    )
