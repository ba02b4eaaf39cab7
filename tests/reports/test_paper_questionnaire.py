"""The questionnaire on paper."""

from pathlib import Path

import page
import pytest

from assessment.catalogue.model import Catalogue
from reports import paper_questionnaire
from tests.support.catalogues import levels
from tests.support.files.documents import flat, pdf_text
from tests.support.outcomes import catalogue_of, text


def asked(**fields: object) -> Catalogue:
    shape = {"question": text("Do you ask?"), "ask": {"mentee": text("Do they ask you?")}}
    return catalogue_of(C_1={**shape, **fields}, C_2={"scale": "experience"})


def said(catalogue: Catalogue, role: str, folder: Path, language: str = "en") -> str:
    data = paper_questionnaire.questionnaire(catalogue, catalogue.criteria, role, language)
    return flat(pdf_text(data, folder))


def test_each_role_is_asked_in_its_own_words(tmp_path: Path) -> None:
    assert "1. Do you ask?" in said(asked(), "coordinator", tmp_path)
    assert "1. Do they ask you?" in said(asked(), "mentee", tmp_path)
    assert "1. Do they ask you? (nl)" in said(asked(), "mentee", tmp_path, "nl")


def test_all_answers_can_be_ticked(tmp_path: Path) -> None:
    words = said(asked(rubric=tuple(text(f"Looks {n}") for n in range(5))), "mentee", tmp_path)

    for number, label in enumerate(("Absent", "One person", "Agreed", "Done", "Improved")):
        assert f"{number} · {label} Looks {number}" in words
    assert "4 · Fully" in words
    assert words.count("Does not apply I don't know I'd rather not say") == 2
    assert words.count("Room for a comment") == 2


def test_each_role_ticks_levels_in_its_own_words(tmp_path: Path) -> None:
    catalogue = asked(rubric=levels("They"), rubric_for={"mentee": levels("I see")})

    assert "C-1 · Criterion C-1 0 I see 0" in said(catalogue, "mentee", tmp_path)
    assert "0 · Absent They 0" in said(catalogue, "mentor", tmp_path)


def test_only_anonymous_voices_are_told_to_leave_their_name_out(tmp_path: Path) -> None:
    assert "Do not write your name on it." in said(asked(), "mentor", tmp_path)
    assert "Do not write your name on it." not in said(asked(), "coordinator", tmp_path)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_keeps_pdf_ua_1_and_is_always_the_same(language: str) -> None:
    catalogue = asked(title=text("Ask #read 中"))
    data = paper_questionnaire.questionnaire(catalogue, catalogue.criteria, "mentee", language)
    found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)

    assert list(found.failures) == []
    assert (
        paper_questionnaire.questionnaire(catalogue, catalogue.criteria, "mentee", language) == data
    )


def test_without_questions_it_is_a_page_all_the_same() -> None:
    assert paper_questionnaire.questionnaire(asked(), [], "mentor", "nl").startswith(b"%PDF")
