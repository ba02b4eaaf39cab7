"""What a project may hold."""

import pytest

from assessment.errors import InvalidInput
from assessment.projects import Kind, Minors, Stage, checked_project
from tests.support.builders import a_project

THIS_YEAR = 2026


def test_texts_are_trimmed_and_the_rest_is_kept() -> None:
    fields = {
        "kind": Kind.SCHOOL,
        "minors": Minors.SOME,
        "stage": Stage.RUNNING,
        "size": 40,
        "start_year": 2019,
        "languages": ("nl", "en"),
        "is_example": True,
        "version": 2,
    }
    typed = a_project(
        name="  Maatjes ",
        target_group=" nieuwkomers\n",
        region="\tGent",
        contact=" de coördinator, 010 123 45 67 ",
        **fields,
    )

    assert checked_project(typed, THIS_YEAR) == a_project(
        name="Maatjes",
        target_group="nieuwkomers",
        region="Gent",
        contact="de coördinator, 010 123 45 67",
        **fields,
    )


def test_a_project_of_which_only_the_name_is_known_can_be_kept() -> None:
    assert checked_project(a_project(), THIS_YEAR) == a_project()


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_project_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput, match="needs a name") as caught:
        checked_project(a_project(name=name), THIS_YEAR)

    assert (caught.value.field, caught.value.rule) == ("name", "missing")


@pytest.mark.parametrize("field", ["name", "target_group", "region", "contact"])
def test_a_text_may_have_two_hundred_characters_that_a_database_keeps(field: str) -> None:
    longest = a_project(**{field: "x" * 200})
    assert checked_project(longest, THIS_YEAR) == longest

    for words, rule in (("x" * 201, "too_long"), ("a\0b", "characters")):
        with pytest.raises(InvalidInput) as caught:
            checked_project(a_project(**{field: words}), THIS_YEAR)
        assert (caught.value.field, caught.value.rule) == (field, rule)


@pytest.mark.parametrize(
    ("field", "least", "most"), [("size", 0, 1_000_000), ("start_year", 1900, THIS_YEAR + 5)]
)
def test_a_number_is_kept_within_its_limits_and_refused_outside(
    field: str, least: int, most: int
) -> None:
    for number in (least, most):
        project = a_project(**{field: number})
        assert checked_project(project, THIS_YEAR) == project

    for number in (least - 1, most + 1):
        with pytest.raises(InvalidInput, match="must be between") as caught:
            checked_project(a_project(**{field: number}), THIS_YEAR)
        assert (caught.value.field, caught.value.rule) == (field, "range")


def test_the_latest_start_year_goes_along_with_the_calendar() -> None:
    project = a_project(start_year=2040)

    assert checked_project(project, this_year=2035) == project
    with pytest.raises(InvalidInput, match="between 1900 and 2039"):
        checked_project(project, this_year=2034)
