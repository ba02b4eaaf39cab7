"""What an invitation asks, until when, of how many people, and who took part."""

from datetime import timedelta

import pytest

from assessment.catalogue.model import Profile
from assessment.errors import InvalidInput
from assessment.invitations import (
    MAX_RESPONDENTS,
    Participation,
    checked_max_respondents,
    checked_until,
    questions,
)
from assessment.services.context import Workspace
from tests.support.builders import NOW, an_invitation, an_invited_respondent
from tests.support.catalogues import a_catalogue, a_criterion, text

TODAY = NOW.astimezone().date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def test_an_invitation_takes_answers_up_to_and_including_its_last_day() -> None:
    invitation = an_invitation(until=TODAY)

    assert invitation.why_not(accepts_respondents=True, now=NOW) is None
    assert invitation.why_not(accepts_respondents=True, now=NOW + timedelta(days=1)) == "expired"


def test_an_invitation_without_last_day_never_expires() -> None:
    later = NOW + timedelta(days=5000)

    assert an_invitation().why_not(accepts_respondents=True, now=later) is None


def test_an_invitation_is_closed_by_hand_or_with_its_assessment() -> None:
    by_hand = an_invitation(closed_at=NOW)

    assert by_hand.why_not(accepts_respondents=True, now=NOW) == "closed"
    assert an_invitation().why_not(accepts_respondents=False, now=NOW) == "closed"


def test_an_invitation_that_is_closed_and_past_its_last_day_is_called_closed() -> None:
    invitation = an_invitation(closed_at=NOW, until=YESTERDAY)

    assert invitation.why_not(accepts_respondents=True, now=NOW) == "closed"


def test_participation_counts_who_began_and_who_finished() -> None:
    respondents = [
        an_invited_respondent("S1"),
        an_invited_respondent("S2", started_at=NOW),
        an_invited_respondent("S3", started_at=NOW, finished_at=NOW),
        an_invited_respondent("S4", started_at=NOW, finished_at=NOW, revoked_at=NOW),
        an_invited_respondent("S5", started_at=NOW),
    ]

    counted = Participation.of(an_invitation(role="mentor", max_respondents=7), respondents)

    assert counted == Participation("mentor", invited=7, started=4, finished=2)
    assert Participation.of(an_invitation(), []) == Participation("mentee", 10, 0, 0)


def test_an_invitation_asks_what_stands_in_its_own_profile_too(workspace: Workspace) -> None:
    catalogue = workspace.catalogue

    everything = questions(catalogue, "mentee", "full", catalogue.by_id)
    short = questions(catalogue, "mentee", "short", catalogue.by_id)

    assert 0 < len(short) < len(everything)
    assert questions(catalogue, "mentee", "gone", catalogue.by_id) == ()


def test_an_invitation_asks_what_its_role_its_profile_and_the_scope_have_in_common() -> None:
    few = Profile(id="few", title=text(), description=text(), criteria=("C-4", "C-2", "C-1"))
    everything = Profile(id="full", title=text(), description=text(), criteria="all")
    catalogue = a_catalogue(
        a_criterion("C-1", role="mentor"),
        a_criterion("C-2", role="mentee"),
        a_criterion("C-3", role="mentee"),
        a_criterion("C-4", role="mentor", also_asked=("mentee",)),
        profiles=(everything, few),
    )

    def asked(role: str, profile: str, scope: set[str]) -> list[str]:
        return [criterion.id for criterion in questions(catalogue, role, profile, scope)]

    all_four = {"C-1", "C-2", "C-3", "C-4"}
    assert asked("mentee", "full", all_four) == ["C-2", "C-3", "C-4"]
    assert asked("mentee", "few", all_four) == ["C-2", "C-4"]  # in the order of the catalogue
    assert asked("mentee", "few", {"C-3", "C-4"}) == ["C-4"]
    assert asked("coordinator", "few", all_four) == ["C-1", "C-2", "C-4"]
    assert asked("partner", "full", all_four) == []


@pytest.mark.parametrize("number", [1, 17, MAX_RESPONDENTS])
def test_an_invitation_may_be_for_one_to_two_hundred_people(number: int) -> None:
    assert checked_max_respondents(number) == number


@pytest.mark.parametrize("number", [-1, 0, 201])
def test_an_invitation_for_nobody_or_for_a_crowd_is_refused(number: int) -> None:
    with pytest.raises(InvalidInput, match=f"1 to 200 people, not {number}") as caught:
        checked_max_respondents(number)

    assert (caught.value.field, caught.value.rule) == ("max_respondents", "range")


def test_the_last_day_may_be_today_later_or_none() -> None:
    for until in (TODAY, TOMORROW, None):
        assert checked_until(until, NOW) == until


def test_a_last_day_that_has_passed_is_refused() -> None:
    with pytest.raises(InvalidInput, match="has passed") as caught:
        checked_until(YESTERDAY, NOW)

    assert (caught.value.field, caught.value.rule) == ("until", "past")
