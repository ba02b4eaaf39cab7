"""Invitations: until when they take answers, what they ask, and how many take part."""

from datetime import date, timedelta

import pytest

from assessment.errors import InvalidInput
from assessment.invitations import (
    MAX_RESPONDENTS,
    Participation,
    checked_max_respondents,
    checked_until,
    minutes,
    questions,
)
from tests.support.builders import NOW, an_invitation, an_invited_respondent
from tests.support.catalogues import a_catalogue, a_criterion, a_profile

TODAY = NOW.astimezone().date()
CATALOGUE = a_catalogue(
    a_criterion("C-1", role="mentor"),
    a_criterion("C-2", role="mentor", also_asked=("mentee",)),
    a_criterion("C-3", role="mentee"),
    profiles=(a_profile("full"), a_profile("short", criteria=("C-3", "C-1"))),
)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"until": TODAY}, None),
        ({"until": TODAY - timedelta(days=1)}, "expired"),
        ({"closed_at": NOW}, "closed"),
        ({"closed_at": NOW, "until": TODAY - timedelta(days=1)}, "closed"),
    ],
)
def test_it_takes_answers_until_the_end_of_its_last_day_or_until_it_is_closed(
    fields: dict[str, object], expected: str | None
) -> None:
    assert an_invitation(**fields).why_not(accepts_respondents=True, now=NOW) == expected


def test_it_takes_no_answers_when_its_assessment_takes_none() -> None:
    assert an_invitation().why_not(accepts_respondents=False, now=NOW) == "closed"


def test_who_takes_part_is_counted() -> None:
    respondents = [
        an_invited_respondent("S1"),
        an_invited_respondent("S2", started_at=NOW),
        an_invited_respondent("S3", started_at=NOW, finished_at=NOW),
    ]

    counted = Participation.of(an_invitation(max_respondents=12), respondents)

    assert counted == Participation("mentee", invited=12, started=2, finished=1)


@pytest.mark.parametrize(
    ("role", "profile", "scope", "expected"),
    [
        ("mentee", "full", ("C-1", "C-2", "C-3"), ["C-2", "C-3"]),
        ("mentee", "full", ("C-3",), ["C-3"]),
        ("mentor", "short", ("C-1", "C-2", "C-3"), ["C-1"]),
        ("mentor", "full", (), []),
        ("mentor", "gone", ("C-1",), []),
    ],
)
def test_an_invitation_asks_what_role_profile_and_scope_share(
    role: str, profile: str, scope: tuple[str, ...], expected: list[str]
) -> None:
    assert [c.id for c in questions(CATALOGUE, role, profile, scope)] == expected


@pytest.mark.parametrize("number", [1, MAX_RESPONDENTS])
def test_a_number_of_respondents_that_can_be(number: int) -> None:
    assert checked_max_respondents(number) == number


@pytest.mark.parametrize("number", [-1, 0, MAX_RESPONDENTS + 1])
def test_a_number_of_respondents_that_cannot_be_is_refused(number: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_max_respondents(number)

    assert (caught.value.field, caught.value.rule) == ("max_respondents", "range")


@pytest.mark.parametrize("until", [None, TODAY, TODAY + timedelta(days=1)])
def test_a_last_day_from_today_on_is_fine(until: date | None) -> None:
    assert checked_until(until, NOW) == until


def test_a_last_day_that_has_passed_is_refused() -> None:
    with pytest.raises(InvalidInput, match="has passed"):
        checked_until(TODAY - timedelta(days=1), NOW)


@pytest.mark.parametrize(("number", "expected"), [(0, 0), (1, 1), (2, 2), (12, 7), (46, 27)])
def test_the_expected_time_is_rounded_up(number: int, expected: int) -> None:
    assert minutes(number) == expected
