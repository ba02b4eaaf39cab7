"""Hand-outs: a page per criterion to think for oneself, without figures."""

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from assessment.catalogue.model import Catalogue
from locales import translator
from reports.document.build import build
from reports.document.guide import MOST
from reports.document.handouts import handouts
from reports.document.model import Figure, WritingLines
from reports.material import Form
from reports.writers import pdf
from tests.support.files.documents import blocks, facts, pdf_pages, section_text, titles
from tests.support.material import the_catalogue, the_material, the_outcome, the_project
from tests.support.outcomes import an_outcome, text

HANDOUTS = build(the_material(form=Form.HANDOUTS))


def test_there_is_a_page_per_criterion_with_question_levels_and_room_to_write() -> None:
    said = section_text(HANDOUTS, "Criterion C-1")

    assert titles(HANDOUTS) == ["Criterion C-1", "Criterion C-3", "Criterion C-2"]
    assert "Which level is wholly true? Choose the highest one." in said
    assert "0 · Absent" in said
    assert "What happened?" in said
    assert len(blocks(HANDOUTS, WritingLines)) == 9


def test_no_figures_stand_on_them() -> None:
    assert blocks(HANDOUTS, Figure) == []
    assert facts(HANDOUTS) == {}


def test_without_anything_to_talk_about_there_is_a_page_to_say_what_should_stay() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "4"}}, before=False)

    assert titles(build(the_material(outcome, form=Form.HANDOUTS))) == ["Your own view"]


def sizes_of_type(page: Any) -> set[float]:
    """Return the sizes of the letters on a page, in points."""
    found: set[float] = set()

    def visit(
        words: str, matrix: list[float], own: list[float], _font: object, size: float
    ) -> None:
        if words.strip():
            found.add(round(abs(size * own[3] * matrix[3]), 1))

    page.extract_text(visitor_text=visit)
    return found


WORDS = "Elke week spreken mentor en mentee elkaar, en iemand vraagt hoe het gaat. "


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("length", [0, 40, 90, 150, 220, 300, 450, 700, 1500, 4000])
def test_each_is_exactly_one_page_however_long_its_texts(language: str, length: int) -> None:
    said = (WORDS * 60)[:length] or "Kort"
    words = text(said)
    long = {
        "title": text(f"Criterium {said[:200]}"),
        "question": words,
        "rubric": (words,) * 5,
        "rubric_for": {"mentee": tuple(text(f"{n} {said}") for n in range(5))},
        "also_asked": ("mentee",),
        "prompts": (words,) * 4,
    }
    catalogue = the_catalogue(**dict.fromkeys(("C_1", "C_2", "C_3"), long))
    outcome = replace(the_outcome(), catalogue=catalogue)
    project = the_project(name=(WORDS * 3)[: max(10, min(length, 200))])
    material = the_material(outcome, project=project, form=Form.HANDOUTS, language=language)

    assert pdf_pages(pdf.write(build(material))) == 3


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_criterion_that_ships_is_one_page_that_can_be_read(
    catalogue: Catalogue, language: str
) -> None:
    names = [criterion.id for criterion in catalogue.criteria]
    for five in (names[start : start + MOST] for start in range(0, len(names), MOST)):
        made = an_outcome({name: {"coordinator": "0"} for name in five}, catalogue)
        closed = replace(made.assessment, closed_at=the_material().made_at)
        material = the_material(
            replace(made, assessment=closed), agreements=(), comments={}, language=language
        )
        report = handouts(material, translator(language))
        pages = PdfReader(io.BytesIO(pdf.write(report))).pages

        assert len(pages) == len(report.sections) == len(five)
        assert min(min(sizes_of_type(page)) for page in pages) >= 7
