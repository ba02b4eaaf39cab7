"""When an assessment takes answers, and which names it may have."""

from datetime import datetime, timedelta

import pytest

from assessment.assessments import checked_assessment_name, free_name, is_soon
from assessment.errors import InvalidInput
from tests.support.builders import NOW, an_assessment


@pytest.mark.parametrize(
    ("closed_at", "published_at", "is_closed", "accepts_respondents"),
    [
        (None, None, False, True),
        (NOW, None, True, False),
        (None, NOW, False, False),  # reopened after levels of others were shown
        (NOW, NOW, True, False),
    ],
)
def test_others_answer_until_it_is_closed_and_never_after_levels_were_shown(
    closed_at: datetime | None,
    published_at: datetime | None,
    is_closed: bool,
    accepts_respondents: bool,
) -> None:
    assessment = an_assessment(closed_at=closed_at, published_at=published_at)

    assert assessment.is_closed is is_closed
    assert assessment.accepts_respondents is accepts_respondents


def test_a_name_is_trimmed_and_may_be_empty() -> None:
    assert checked_assessment_name("  Najaar 2026\n") == "Najaar 2026"
    assert checked_assessment_name("  ") == ""


@pytest.mark.parametrize(("name", "rule"), [("x" * 201, "too_long"), ("a\0b", "characters")])
def test_a_name_that_cannot_be_kept_is_refused(name: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_assessment_name(name)

    assert (caught.value.field, caught.value.rule) == ("name", rule)


def test_a_name_that_is_taken_gets_the_first_number_that_is_free() -> None:
    assert free_name("2026", {"2025"}) == "2026"
    assert free_name("2026", {"2026"}) == "2026 (2)"
    assert free_name("2026", {"2026", "2026 (2)", "2026 (4)"}) == "2026 (3)"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [(None, False), (NOW - timedelta(days=1), True), (NOW - timedelta(days=181), False)],
)
def test_it_is_soon_for_half_a_year_after_groups_were_shown(
    shown: datetime | None, expected: bool
) -> None:
    assert is_soon(an_assessment(published_at=shown), NOW) is expected
