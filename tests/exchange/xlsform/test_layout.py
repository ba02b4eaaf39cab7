"""Names of sheets, columns and questions, and texts one per line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Criterion
from exchange.xlsform import layout
from tests.support.catalogues import text


def test_every_field_of_a_criterion_has_its_place() -> None:
    placed = {*layout.SINGLE, *layout.WORDS, *layout.TEXT, *layout.TEXTS, *layout.FLAGS}
    placed |= {"id", "perspective", "title", "ask", layout.RUBRIC, "rubric_for"}

    assert set(Criterion.model_fields) == placed


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "Nederlands (nl)"), ("en", "English (en)"), ("pt-BR", "pt-BR (pt-BR)")],
)
def test_a_column_of_xlsform_names_its_language(language: str, name: str) -> None:
    assert layout.language_name(language) == name
    assert layout.translated("label", language) == f"label::{name}"


def test_a_column_of_ours_has_a_prefix_and_its_language() -> None:
    assert (layout.ours("id"), layout.ours("why", "nl")) == ("ms_id", "ms_why_nl")


@pytest.mark.parametrize(
    ("criterion", "name"), [("MC-01", "MC-01"), ("_1", "_1"), ("2", "_2"), ("-a", "_-a")]
)
def test_a_question_starts_with_a_letter_or_an_underscore(criterion: str, name: str) -> None:
    assert layout.question_name(criterion) == name


@given(st.lists(st.text("ab\\n\n", min_size=1), min_size=1))
def test_texts_on_lines_come_back_whatever_is_in_them(lines: list[str]) -> None:
    cell = layout.one_per_line([text(line) for line in lines], "en")

    assert cell.count("\n") == len(lines) - 1
    assert layout.lines_of(cell) == lines


def test_an_empty_cell_has_no_lines() -> None:
    assert layout.one_per_line([], "en") == ""
    assert layout.lines_of("") == []


def test_the_way_to_a_value_shows_places_in_a_list_in_brackets() -> None:
    assert layout.path_of("catalogue", "roles", 0, "id") == "catalogue/roles/[0]/id"
