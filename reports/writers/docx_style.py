"""The house style of reports in Word, and the few things python-docx has no words for."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.run import Run

from reports.identity import LIGHT

TEXT_FONT, HEADING_FONT = "Arial", "Georgia"  # on nearly every machine
TABLE_STYLE = "Mentorspiegel"
CELL_STYLE, HEADER_STYLE = "Table Text", "Table Header"
WIDTH = 16.4  # cm between the margins
# paragraph style: font, size in points, colour, space before and after in points
LOOKS = {
    "Normal": (TEXT_FONT, 10, LIGHT.ink, 0, 6),
    "Title": (HEADING_FONT, 28, LIGHT.primary, 6, 4),
    "Subtitle": (HEADING_FONT, 14, LIGHT.ink, 0, 18),
    "Heading 1": (HEADING_FONT, 20, LIGHT.primary, 18, 8),
    "Heading 2": (HEADING_FONT, 14, LIGHT.primary, 14, 5),
    "Heading 3": (TEXT_FONT, 11, LIGHT.ink, 10, 3),
    "Caption": (TEXT_FONT, 9, LIGHT.soft_ink, 8, 4),
    "Quote": (TEXT_FONT, 10, LIGHT.ink, 0, 5),
    "List Bullet": (TEXT_FONT, 10, LIGHT.ink, 0, 3),
    "Footer": (TEXT_FONT, 8, LIGHT.soft_ink, 0, 0),
    CELL_STYLE: (TEXT_FONT, 8.5, LIGHT.ink, 2, 2),
    HEADER_STYLE: (TEXT_FONT, 8.5, LIGHT.ink, 2, 2),
}
_EARLIEST = 1980  # a ZIP knows no earlier year


def colour(code: str) -> RGBColor:
    """Return a colour of the palette."""
    return RGBColor.from_string(code[1:])


def new_document(language: str, size: float = 1.0) -> WordDocument:
    """Return an empty A4 document in the house style, with letters and space `size` times as large."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.4)
    for name in (CELL_STYLE, HEADER_STYLE):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, look in LOOKS.items():
        _set_style(document, name, look, size)
    for old in document.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        old.getparent().remove(old)
    document.styles["Quote"].paragraph_format.left_indent = Cm(0.6)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    document.styles.element.append(parse_xml(_table_style()))
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)
    return document


def _set_style(
    document: WordDocument, name: str, look: tuple[str, float, str, float, float], size: float
) -> None:
    family, letters, ink, before, after = look
    style = document.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = family, Pt(letters * size), colour(ink)
    style.font.italic = False
    style.font.bold = name.startswith("Heading") or name == HEADER_STYLE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    style.paragraph_format.space_before = Pt(before * size)
    style.paragraph_format.space_after = Pt(after * size)


def _table_style() -> str:
    """Return a style with lines below the rows and a strong one below the header."""
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"'
    firm = f'w:val="single" w:sz="8" w:space="0" w:color="{LIGHT.ink[1:]}"'
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
        f'<w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders><w:bottom {thin}/><w:insideH {thin}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        '<w:tblStylePr w:type="firstRow">'
        f"<w:tcPr><w:tcBorders><w:bottom {firm}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def add_field(run: Run, code: str) -> None:
    """Add a field that Word fills in, such as the number of the page."""
    for kind in ("begin", None, "end"):
        if kind is None:
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = code
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)


def add_footer(document: WordDocument, text: str) -> None:
    """Put a text and the number of the page below every page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{text} · ")
    add_field(paragraph.add_run(), "PAGE")
    paragraph.add_run(" / ")
    add_field(paragraph.add_run(), "NUMPAGES")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def saved(document: WordDocument, made_at: datetime) -> bytes:
    """Return the bytes of a document: the same for the same content and moment."""
    first, last = BytesIO(), BytesIO()
    document.save(first)
    moment = (max(made_at.year, _EARLIEST), *made_at.timetuple()[1:6])
    with ZipFile(first) as source, ZipFile(last, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(name, moment)
            is_packed = name.endswith(".png")  # once more takes time and saves nothing
            part.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return last.getvalue()
