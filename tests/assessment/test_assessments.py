"""Whether an assessment takes answers, and what it is called."""

import pytest

from assessment.assessments import checked_assessment_name, free_name
from assessment.errors import InvalidInput
from tests.support.builders import NOW, an_assessment


@pytest.mark.parametrize(
    ("fields", "is_closed", "accepts"),
    [
        ({}, False, True),
        ({"closed_at": NOW}, True, False),
        ({"closed_at": NOW, "published_at": NOW}, True, False),
        ({"published_at": NOW}, False, False),  # reopened after others were shown
    ],
)
def test_others_answer_until_it_is_closed_and_never_after_they_were_shown(
    fields: dict[str, object], is_closed: bool, accepts: bool
) -> None:
    assessment = an_assessment(**fields)

    assert (assessment.is_closed, assessment.accepts_respondents) == (is_closed, accepts)


def test_a_name_is_trimmed_and_may_be_empty() -> None:
    assert [checked_assessment_name(name) for name in (" 2026 ", "  ")] == ["2026", ""]


def test_a_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_assessment_name("x" * 201)

    assert (caught.value.field, caught.value.rule) == ("name", "too_long")


def test_a_name_that_is_taken_gets_the_first_number_that_is_free() -> None:
    assert free_name("2026", {"2025"}) == "2026"
    assert free_name("2026", {"2026"}) == "2026 (2)"
    assert free_name("2026", {"2026", "2026 (2)", "2026 (4)"}) == "2026 (3)"
