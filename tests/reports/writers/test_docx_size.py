"""Letters of a Word document become smaller where what is handed out by itself would not fit its page."""

import io
from dataclasses import replace

import pytest
from docx import Document

from assessment.catalogue.model import Catalogue
from locales import translator
from reports.charts.svg import picture
from reports.document.build import build
from reports.document.guide import MOST
from reports.document.handouts import handouts
from reports.document.model import Bullets, Facts, Figure, Heading, Paragraph, Report, Section
from reports.writers import docx
from reports.writers.docx_size import SIZES, size_for
from tests.support.material import the_material
from tests.support.outcomes import an_outcome

AT = the_material().made_at
WORDS = "Elke week spreken mentor en mentee elkaar, en iemand vraagt hoe het gaat. "


def a_paper(*sections: Section, **fields: bool) -> Report:
    report = Report("Maatjes", "2026", "Blad", Facts(()), sections, "Maatjes", "nl", AT, False)  # noqa: FBT003 (a report without a cover)
    return replace(report, **fields)


def a_page(letters: int) -> Section:
    return Section("Een vraag", (Paragraph((WORDS * 200)[:letters]),), keeps_page=True)


def test_the_more_there_is_to_say_on_a_page_the_smaller_the_letters_are() -> None:
    sizes = [size_for(a_paper(a_page(letters))) for letters in range(0, 9_000, 500)]

    assert sizes == sorted(sizes, reverse=True)
    assert set(sizes) == set(SIZES)


def test_the_first_page_has_the_title_above_it_and_the_fullest_page_decides() -> None:
    full = a_page(3_900)

    assert size_for(a_paper(full)) < 1
    assert size_for(a_paper(a_page(10), full)) == 1
    assert size_for(a_paper(full, has_cover=True)) == 1
    assert size_for(a_paper(a_page(10), a_page(6_000))) < 1


def test_headings_and_lists_take_room_and_pictures_are_not_counted() -> None:
    blocks = (Heading("Kop"), Bullets((WORDS,) * 60))
    drawn = Figure(lambda _: picture(100, 900, [], 10), "Beeld", "Beeld")

    assert size_for(a_paper(Section("Een vraag", blocks, keeps_page=True))) < 1
    assert size_for(a_paper(Section("Een vraag", (drawn,) * 9, keeps_page=True))) == 1


def test_a_report_in_which_nothing_keeps_its_page_has_the_size_of_the_house_style() -> None:
    assert size_for(build(the_material())) == 1


def test_the_letters_of_the_document_have_that_size() -> None:
    paper = a_paper(a_page(5_000))
    styles = Document(io.BytesIO(docx.write(paper))).styles

    assert styles["Normal"].font.size.pt == pytest.approx(10 * size_for(paper), abs=0.5)
    assert size_for(paper) < 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_hand_outs_of_the_fullest_criteria_that_ship_are_smaller_and_can_be_read(
    catalogue: Catalogue, language: str
) -> None:
    names = [criterion.id for criterion in catalogue.criteria]
    sizes = []
    for five in (names[start : start + MOST] for start in range(0, len(names), MOST)):
        made = an_outcome({name: {"coordinator": "0"} for name in five}, catalogue)
        closed = replace(made.assessment, closed_at=AT)
        material = the_material(
            replace(made, assessment=closed), agreements=(), comments={}, language=language
        )
        sizes.append(size_for(handouts(material, translator(language))))

    assert min(sizes) < 1
    assert min(sizes) > SIZES[-1]
    assert sizes.count(1) > len(sizes) / 2
