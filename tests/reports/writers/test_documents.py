"""What holds for every kind of document: the figures, what is hidden, the same bytes."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import pytest
from docx import Document

from assessment.answers import Answer
from exchange import formats
from reports.material import Material
from reports.wording import results
from tests.support.documents import Page, docx_text, flat, html_text, pdf_text
from tests.support.material import SIGNS, the_material, the_outcome
from tests.support.outcomes import ENGLISH

Kind = Literal["pdf", "docx", "html"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Read = Callable[[Kind, bytes], str]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The text of a document, in one line."""

    def text(kind: Kind, data: bytes) -> str:
        readers = {
            "pdf": lambda: pdf_text(data, tmp_path, "-layout"),
            "docx": lambda: docx_text(data),
            "html": lambda: html_text(data),
        }
        return flat(readers[kind]())

    return text


def made(kind: Kind, material: Material) -> bytes:
    return formats.make(kind, material)


def test_every_format_in_the_list_can_be_made() -> None:
    for name, form in formats.FORMATS.items():
        assert formats.make(name, the_material())
        assert form.ending
        assert "/" in form.media_type


def test_an_unknown_format_is_no_format() -> None:
    with pytest.raises(KeyError):
        formats.make("doc", the_material())


@pytest.mark.parametrize("kind", KINDS)
def test_figures_are_those_of_the_scoring_core(kind: Kind, read: Read) -> None:
    outcome = the_outcome()
    said = read(kind, made(kind, the_material(outcome)))

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
    page = Page(made("html", the_material()).decode())
    document = Document(io.BytesIO(made("docx", the_material())))

    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    assert len(cells) == len(page.all("td")) + len(page.all("th"))
    assert all(flat(cell) in flat(page.text) for cell in cells)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("short", [True, False])
def test_what_hidden_voices_said_changes_nothing(kind: Kind, short: bool) -> None:
    """Three mentees on C-4 are too few: whatever level they gave, each document is the same."""
    documents_ = {
        made(
            kind,
            the_material(
                the_outcome({**SIGNS, "C-4": {"coordinator": "2", "mentee": said}}), short=short
            ),
        )
        for said in ("000", "222", "444", "014")
    }

    assert len(documents_) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_hidden_voices_wrote_is_nowhere(kind: Kind, read: Read) -> None:
    given = {"C-4": {"mentee": ("Unmistakable",)}, "C-6": {"partner": ("Unmistakable",)}}

    assert "Unmistakable" not in read(kind, made(kind, the_material(comments=given)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_the_organisation_is_there(kind: Kind, read: Read) -> None:
    outcome = the_outcome()
    said = read(kind, made(kind, the_material(outcome)))
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
def test_it_speaks_dutch(kind: Kind, read: Read) -> None:
    said = read(kind, made(kind, the_material(language="nl")))

    assert "Groepen naast elkaar" in said
    assert "20 november 2026" in said
    assert "Summary" not in said
