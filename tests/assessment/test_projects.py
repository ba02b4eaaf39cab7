"""What a project may hold."""

import pytest

from assessment.errors import InvalidInput
from assessment.projects import Kind, checked_project
from tests.support.builders import a_project


def test_texts_are_trimmed_and_the_rest_stays() -> None:
    fields = {"kind": Kind.SCHOOL, "size": 12, "start_year": 2020, "version": 4}
    project = a_project(name=" Maatjes ", target_group=" jongeren ", region="Gent ", **fields)

    checked = checked_project(project, 2026)

    expected = a_project(name="Maatjes", target_group="jongeren", region="Gent", **fields)
    assert checked == expected


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"name": "  "}, "name", "missing"),
        ({"name": "x" * 201}, "name", "too_long"),
        ({"target_group": "x" * 201}, "target_group", "too_long"),
        ({"region": "a\0b"}, "region", "characters"),
        ({"size": -1}, "size", "range"),
        ({"size": 1_000_001}, "size", "range"),
        ({"start_year": 1899}, "start_year", "range"),
        ({"start_year": 2032}, "start_year", "range"),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, object], field: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_project(a_project(**fields), 2026)

    assert (caught.value.field, caught.value.rule) == (field, rule)


@pytest.mark.parametrize(
    "fields",
    [{"size": None}, {"size": 0}, {"size": 1_000_000}, {"start_year": 1900}, {"start_year": 2031}],
)
def test_a_number_at_its_limit_is_fine(fields: dict[str, object]) -> None:
    assert checked_project(a_project(**fields), 2026) == a_project(**fields)
