"""Levels side by side where those who answered read different words."""

from assessment.catalogue.model import Catalogue
from reports.wording import rubrics
from tests.support.catalogues import levels
from tests.support.outcomes import DUTCH, ENGLISH, catalogue_of


def two_voices() -> Catalogue:
    return catalogue_of(
        C_1={
            "role": "mentor",
            "also_asked": ("mentee", "partner"),
            "rubric": levels("they"),
            "rubric_for": {"mentee": levels("I")},
        }
    )


def test_all_who_are_asked_stand_above_their_words_the_lead_role_first() -> None:
    catalogue = two_voices()

    found = rubrics.for_all(catalogue, catalogue.by_id["C-1"], ENGLISH)

    assert found.header == ("Level", "Mentor, coordinator, and partner", "Mentee")
    assert found.rows[0] == ("0 · Absent", "they 0", "I 0")
    assert found.rows[4] == ("4 · Improved", "they 4", "I 4")


def test_levels_that_all_read_alike_are_one_column() -> None:
    catalogue = catalogue_of(C_1={"rubric": levels("they")})

    found = rubrics.for_all(catalogue, catalogue.by_id["C-1"], DUTCH)

    assert found.header == ("Level", "What you see")
    assert found.rows[1] == ("1 · One person (nl)", "they 1 (nl)")


def test_groups_are_laid_side_by_side_only_where_their_words_differ() -> None:
    catalogue = two_voices()

    assert rubrics.compared(catalogue, "C-1", ("mentor", "partner"), ENGLISH) is None
    assert rubrics.compared(catalogue, "C-1", ("other_voices",), ENGLISH) is None
    found = rubrics.compared(catalogue, "C-1", ("mentor", "mentee", "other_voices"), ENGLISH)
    assert found is not None
    assert found.header == ("Level", "Mentor", "Mentee")
