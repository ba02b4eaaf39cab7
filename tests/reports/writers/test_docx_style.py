"""The house style in Word, opened again."""

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.oxml.ns import qn
from docx.shared import RGBColor

from reports.identity import LIGHT
from reports.writers import docx_style

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def test_a_colour_of_the_palette_is_one_of_word() -> None:
    assert docx_style.colour("#0B5F5C") == RGBColor(0x0B, 0x5F, 0x5C)


def test_a_new_document_is_a4_in_the_house_style() -> None:
    document = docx_style.new_document("nl")
    title = document.styles["Title"]

    page = document.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21, 29.7)
    assert title.font.name == docx_style.HEADING_FONT
    assert title.font.color.rgb == docx_style.colour(LIGHT.primary)
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"nl"}


def test_the_footer_has_a_text_and_fields_for_the_page() -> None:
    document = docx_style.new_document("en")

    docx_style.add_footer(document, "Maatjes")

    footer = document.sections[0].footer
    assert footer.paragraphs[0].text.startswith("Maatjes · ")
    fields = [element.text for element in footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_what_is_saved_can_be_opened_and_carries_its_moment() -> None:
    document = docx_style.new_document("en")
    document.add_paragraph("Here")

    data = docx_style.saved(document, AT)

    assert [p.text for p in Document(io.BytesIO(data)).paragraphs] == ["Here"]
    moments = {part.date_time for part in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert moments == {(2026, 11, 20, 9, 30, 0)}
