"""Paragraphs, tables and pictures as XML, read back by python-docx."""

import io

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm

from reports.charts import svg
from reports.writers import docx_style, typst
from reports.writers.docx_xml import KEEP_NEXT, TO_THE_RIGHT, Body, paragraph, table


def opened(*parts: str) -> WordDocument:
    word = docx_style.new_document("en")
    body = Body(word)
    for part in parts:
        body.add(part)
    body.close()
    data = io.BytesIO()
    word.save(data)
    return Document(data)


@pytest.mark.parametrize(
    "text", ["a & b < c > \"d\" 'e' ]]>", "one\ttwo", " spaced ", "two\nlines"]
)
def test_a_text_comes_back_as_it_is(text: str) -> None:
    (said,) = opened(paragraph([(text, "body")])).paragraphs

    assert said.text.strip() == text.strip()


def test_a_paragraph_has_a_style_looks_and_properties() -> None:
    spoken = [("Soft:", "soft"), (" ", "space"), ("strong", "strong")]
    (said,) = opened(
        paragraph(spoken, "Heading 2", before=KEEP_NEXT, after=TO_THE_RIGHT)
    ).paragraphs

    assert said.text == "Soft: strong"
    assert said.style is not None
    assert said.style.name == "Heading 2"
    assert said.paragraph_format.keep_with_next
    assert [bool(run.bold) for run in said.runs] == [False, False, True]
    assert said.runs[0].font.color.rgb is not None


def test_a_text_from_right_to_left_turns_its_paragraph() -> None:
    (said,) = opened(paragraph([("نعم", "body")])).paragraphs

    assert said._p.pPr.find(qn("w:bidi")) is not None
    assert all(run.font.rtl for run in said.runs)


def test_a_table_has_its_caption_widths_and_a_header_on_every_page() -> None:
    rows = [[paragraph([(f"{n}{m}", "body")]) for m in "ab"] for n in range(3)]

    (found,) = opened(table(docx_style.TABLE_STYLE, 'What "it" holds', [1000, 2000], rows)).tables

    assert found._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == 'What "it" holds'
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["0a", "0b"], ["1a", "1b"], ["2a", "2b"],
    ]  # fmt: skip
    assert [column.width.twips for column in found.columns] == [1000, 2000]
    headers = [row._tr.get_or_add_trPr().find(qn("w:tblHeader")) for row in found.rows]
    assert [header is not None for header in headers] == [True, False, False]


def test_pictures_stand_in_their_order_with_their_words() -> None:
    word = docx_style.new_document("en")
    body = Body(word)
    for number in (1, 2):
        pixels = typst.png(svg.picture(100 * number, 50, [], 14))
        body.add(paragraph([], end=body.picture(pixels, Cm(number), f"Picture of {number}")))
    body.close()

    shapes = word.inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [
        "Picture of 1",
        "Picture of 2",
    ]
    assert [round(shape.width.cm) for shape in shapes] == [1, 2]
    assert len({shape._inline.docPr.id for shape in shapes}) == 2
