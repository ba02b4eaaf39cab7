"""What every kind of document says: the figures, the words, the language."""

import io
from pathlib import Path
from typing import Literal, get_args

import page
import pytest
from docx import Document

from assessment.answers import Answer
from exchange import formats
from reports.material import Form, Material
from reports.wording import results
from tests.support.files.documents import Page, document_text, flat
from tests.support.material import the_material, the_outcome
from tests.support.outcomes import ENGLISH

Kind = Literal["pdf", "docx", "html"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def made(kind: Kind, material: Material) -> bytes:
    return formats.make(kind, material)


@pytest.mark.parametrize("kind", KINDS)
def test_figures_are_those_of_the_scoring_core(kind: Kind, tmp_path: Path) -> None:
    outcome = the_outcome()
    said = document_text(kind, made(kind, the_material(outcome)), tmp_path)

    for result in outcome.result.criteria.values():
        if result.score is None or not result.applies:
            continue
        gap = results.gap(result.gap, ENGLISH) if result.gap else results.NOTHING
        row = f"{results.figure(result.score, ENGLISH)} {results.target(result, ENGLISH)} {gap}"
        assert f"Criterion {result.criterion}" in said
        assert row in said
    for line in outcome.result.perspectives.values():
        assert results.figure(line.score, ENGLISH) in said
    assert f"{outcome.result.floor.met} of the {outcome.result.floor.of} minimal criteria" in said


def test_tables_hold_the_same_rows_in_every_kind() -> None:
    web_page = Page(made("html", the_material()).decode())
    document = Document(io.BytesIO(made("docx", the_material())))

    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    assert len(cells) == len(web_page.all("td")) + len(web_page.all("th"))
    assert all(flat(cell) in flat(web_page.text) for cell in cells)


@pytest.mark.parametrize("form", [Form.GUIDE, Form.HANDOUTS])
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_talk_is_led_by_has_room_to_write(kind: Kind, form: Form, tmp_path: Path) -> None:
    data = made(kind, the_material(form=form))
    said = document_text(kind, data, tmp_path)

    assert "Criterion C-1" in said
    assert ("Next step, which role" if form is Form.GUIDE else "My level, and why") in said
    if kind == "docx":
        ruled = Document(io.BytesIO(data)).element.xpath("//w:pBdr/w:between")
        assert len(ruled) >= 6
    if kind == "html":
        assert data.count(b'<div class="lines" aria-hidden="true">') >= 3
    if kind == "pdf":
        found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
        assert list(found.failures) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_the_organisation_is_there(kind: Kind, tmp_path: Path) -> None:
    outcome = the_outcome()
    said = document_text(kind, made(kind, the_material(outcome)), tmp_path)
    texts = [
        text
        for answer in outcome.answers.values()
        for text in (answer.comment, answer.evidence, answer.reason_text)
        if isinstance(answer, Answer) and text
    ]

    assert len(texts) > 3
    assert all(flat(text) in said for text in texts)
    assert "What happened: It stands in the plan" in said


@pytest.mark.parametrize("kind", KINDS)
def test_it_speaks_dutch(kind: Kind, tmp_path: Path) -> None:
    said = document_text(kind, made(kind, the_material(language="nl")), tmp_path)

    assert "Groepen naast elkaar" in said
    assert "20 november 2026" in said
    assert "Summary" not in said
