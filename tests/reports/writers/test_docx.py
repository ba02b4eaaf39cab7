"""The Word document, opened again."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from reports.document.build import build
from reports.document.model import (
    Block,
    Bullets,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Section,
    WritingLines,
)
from reports.tables import Table
from reports.writers import docx
from tests.support.files.documents import blocks, docx_text, flat, in_words
from tests.support.material import MADE_AT, the_material, the_outcome, with_text

MATERIAL = the_material()
DATA = docx.document(MATERIAL)


def opened(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def styled(document: WordDocument, name: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == name]


def test_sections_are_real_headings_in_order() -> None:
    report = build(MATERIAL)

    assert styled(opened(DATA), "Heading 1") == [section.title for section in report.sections]
    assert styled(opened(DATA), "Title") == ["Maatjes"]
    assert "Criterion C-1" in styled(opened(DATA), "Heading 3")


def test_tables_are_real_with_a_header_that_comes_back() -> None:
    document = opened(DATA)
    wanted = blocks(build(MATERIAL), Table)

    assert len(document.tables) == len(wanted)
    for table, source in zip(document.tables, wanted, strict=True):
        first = table.rows[0]._tr
        assert [cell.text for cell in table.rows[0].cells] == list(source.header)
        assert first.trPr.find(qn("w:tblHeader")) is not None
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption.get(qn("w:val")) == source.caption
        assert len(table.rows) == len(source.rows) + 1


def keeps(element: Any) -> bool:
    """Return whether a paragraph stays on the page of the next one."""
    found = element.find(qn("w:pPr"))
    kept = None if found is None else found.find(qn("w:keepNext"))
    return kept is not None and kept.get(qn("w:val")) != "0"


def written(*parts: Block) -> WordDocument:
    report = replace(build(MATERIAL), facts=Facts(()), sections=(Section("x", parts),))
    return opened(docx.write(report))


@pytest.mark.parametrize(
    ("rows", "cell", "together", "whole"),
    [
        (8, "kort", True, True),  # no page between its rows
        (40, "kort", False, True),  # only between two rows
        (3, "lang " * 400, False, False),  # also within a row: it may be longer than a page
        (3, "regel\n" * 40, False, False),
    ],
)
def test_a_table_is_not_divided_where_it_need_not_be(
    rows: int, cell: str, together: bool, whole: bool
) -> None:
    [table] = written(Table("Bij elkaar", ("a", "b"), ((cell, cell),) * rows)).tables
    stays = [all(keeps(p._p) for c in row.cells for p in c.paragraphs) for row in table.rows]
    split = [row._tr.trPr.find(qn("w:cantSplit")) is None for row in table.rows]

    assert stays == [True, *[together] * (rows - 1), False]
    assert split == [False, *[not whole] * rows]


def test_words_above_something_stay_with_it_and_a_conclusion_with_what_was_before() -> None:
    lines = WritingLines("Wat nu", 3)
    paragraphs = written(
        Paragraph("Vragen", "strong"),
        Bullets(("Hoe?",)),
        Paragraph("Duidelijk", "strong"),
        Heading("Verder"),
        lines,
        Paragraph("Einde", "strong"),
    ).paragraphs
    named = {p.text: keeps(p._p) for p in paragraphs if p.text in ("Vragen", "Duidelijk", "Einde")}
    first = next(n for n, p in enumerate(paragraphs) if p.text == "Wat nu")

    assert named == {"Vragen": True, "Duidelijk": False, "Einde": False}
    assert [keeps(p._p) for p in paragraphs[first : first + 4]] == [True, True, True, False]
    assert paragraphs[first].paragraph_format.space_before.pt == 6  # apart from a list above it


def test_what_stands_below_a_picture_does_not_pull_the_next_part_along() -> None:
    figure = next(iter(blocks(build(MATERIAL), Figure)))
    picture, caption = written(figure).paragraphs[-2:]

    assert keeps(picture._p)
    assert not keeps(caption._p)
    assert caption._p.pPr.find(qn("w:keepNext")) is not None  # against its style


def test_every_picture_is_told_in_words() -> None:
    told = [shape._inline.docPr.get("descr") for shape in opened(DATA).inline_shapes]

    assert told == in_words(build(MATERIAL))


def test_it_names_its_title_language_and_moment() -> None:
    document = opened(docx.document(the_material(language="nl")))
    about = document.core_properties

    assert (about.title, about.language) == ("Maatjes", "nl")
    assert about.created.replace(tzinfo=UTC) == about.modified.replace(tzinfo=UTC) == MADE_AT
    respondent_answers = {
        lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))
    }
    assert respondent_answers == {"nl"}


def test_pages_are_numbered() -> None:
    footer = opened(DATA).sections[0].footer
    fields = [element.text for element in footer._element.iter(qn("w:instrText"))]

    assert fields == ["PAGE", "NUMPAGES"]
    assert "made on 20 November 2026" in footer.paragraphs[0].text


def test_the_short_form_has_the_same_parts_as_the_other_formats() -> None:
    material = the_material(short=True)

    titles = styled(opened(docx.document(material)), "Heading 1")

    assert titles == [section.title for section in build(material).sections]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert docx.document(the_material()) == DATA


def test_a_moment_before_a_zip_can_know_it_is_no_problem() -> None:
    data = docx.document(the_material(made_at=datetime(1970, 1, 1, tzinfo=UTC)))

    assert zipfile.ZipFile(io.BytesIO(data)).infolist()[0].date_time[0] == 1980


@pytest.mark.parametrize(
    "typed",
    [
        '<w:t>x</w:t> & "quotes" \' ]]>',
        '#read("/etc/passwd") {{ 7*7 }} =1+1',
        "نعم 👍 中文 é",
        "one\ttwo",
        "a" * 20_000,
    ],
)
def test_what_was_typed_comes_out_as_plain_text(typed: str) -> None:
    said = flat(docx_text(docx.document(with_text(typed))))

    assert said.count(flat(typed)[:9_000]) >= 5


def test_control_characters_are_left_out() -> None:
    assert "onetwothree" in docx_text(docx.document(with_text("one\x07two\x1b\u202ethree")))


def test_lines_stay_lines() -> None:
    assert "We ask.\nAlways." in docx_text(DATA)


def test_right_to_left_runs_so() -> None:
    document = opened(docx.document(with_text("نعم")))
    paragraphs = [p for p in document.paragraphs if p.text == "نعم"]

    assert paragraphs
    assert all(p._p.pPr.find(qn("w:bidi")) is not None for p in paragraphs)
    assert all(run.font.rtl for p in paragraphs for run in p.runs)


def test_without_a_name_of_the_assessment_there_is_no_subtitle() -> None:
    outcome = the_outcome()
    nameless = replace(outcome, assessment=replace(outcome.assessment, name=""))

    assert styled(opened(docx.document(the_material(nameless))), "Subtitle") == []


def test_an_unknown_block_is_refused() -> None:
    report = replace(build(MATERIAL), sections=(Section("x", ("text",)),))  # type: ignore[arg-type]

    with pytest.raises(TypeError, match="no such block"):
        docx.write(report)
