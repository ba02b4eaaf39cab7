"""Respondents as their token finds them, on every kind of database."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.choices import Choice
from assessment.errors import AssessmentClosed, InvitationClosed, InvitationFull, NotFound, TooOften
from assessment.invitations import StoredRespondent
from assessment.pairs import Pair
from assessment.store import Store
from tests.support.builders import (
    CONTACT,
    NOW,
    Clock,
    a_pair,
    an_answer,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
)

OPEN = an_assessment(threshold=5, version=1)


def test_a_token_finds_a_respondent_with_all_around_it(invited: Store) -> None:
    invited.choices.save("A1", [Choice("MC-01"), Choice("MC-02"), Choice("MC-03", in_scope=False)])

    assert invited.respondents.find("hash-S1") == StoredRespondent(
        respondent=an_invited_respondent(),
        invitation=an_invitation(open_hash="open", version=1),
        assessment=OPEN,
        pair=None,
        project_name="Maatjes",
        contact=CONTACT,
        scope=frozenset({"MC-01", "MC-02"}),
    )


def test_a_token_of_a_pair_finds_the_pair(store: Store) -> None:
    begin(store)
    mentor, _ = a_pair(store)

    found = store.respondents.find(f"hash-{mentor}")

    assert found is not None
    assert (found.pair, found.scope) == (Pair("D1", "A1", version=1), frozenset())


def test_unknown_revoked_and_replaced_tokens_find_nothing(invited: Store) -> None:
    assert (
        invited.respondents.find("other"),
        invited.invitations.find("other"),
        invited.respondents.find("open"),
    ) == (
        None,
        None,
        None,
    )

    invited.respondents.change("S1", {"token_hash": "new"})
    assert invited.respondents.find("hash-S1") is None
    assert invited.respondents.find("new") is not None

    invited.respondents.change("S1", {"revoked_at": NOW})
    assert invited.respondents.find("new") is None


def test_an_open_link_takes_no_more_respondents_than_there_are(store: Store) -> None:
    begin(store).invitations.add(
        [an_invitation(max_respondents=2)], [], [an_invited_respondent()], threshold=5
    )

    store.respondents.join(an_invited_respondent("S2", started_at=NOW), 60)
    with pytest.raises(InvitationFull):
        store.respondents.join(an_invited_respondent("S3"), 60)

    assert store.respondents.get("S2") == an_invited_respondent("S2", started_at=NOW)
    assert len(store.respondents.all("A1")) == 3


def test_an_open_link_takes_so_many_respondents_in_a_minute(invited: Store, clock: Clock) -> None:
    invited.respondents.join(an_invited_respondent("S2"), 1)
    with pytest.raises(TooOften):
        invited.respondents.join(an_invited_respondent("S3"), 1)

    clock.forward(minutes=1)
    invited.respondents.join(an_invited_respondent("S3"), 1)


def test_who_joins_needs_an_invitation(invited: Store) -> None:
    with pytest.raises(NotFound):
        invited.respondents.join(an_invited_respondent("S2", invitation="O9"), 60)


SHUT = {
    "closed by hand": (an_invitation(version=1, closed_at=NOW), OPEN),
    "expired": (an_invitation(version=1, until=date(2026, 11, 18)), OPEN),
    "published": (an_invitation(version=1), replace(OPEN, published_at=NOW)),
}


@pytest.mark.parametrize("why", SHUT)
def test_an_invitation_that_is_shut_takes_nothing(invited: Store, why: str) -> None:
    invitation, assessment = SHUT[why]
    invited.answers.save("S1", an_answer())
    invited.invitations.save(invitation)
    invited.assessments.save(assessment)

    with pytest.raises(InvitationClosed):
        invited.answers.save("S1", an_answer(level=4, version=1))
    with pytest.raises(InvitationClosed):
        invited.respondents.join(an_invited_respondent("S2"), 60)
    with pytest.raises(InvitationClosed):
        invited.answers.erase("S1", 5)
    assert invited.answers.get("S1", "MC-01").level == 2


def test_after_levels_were_shown_nobody_says_any_more_that_it_shares(invited: Store) -> None:
    invited.assessments.save(replace(OPEN, published_at=NOW))

    with pytest.raises(InvitationClosed):
        invited.respondents.change("S1", {"shares": True}, while_open=True)
    assert not invited.respondents.get("S1").shares


def test_a_closed_assessment_takes_nothing(invited: Store) -> None:
    invited.assessments.save(replace(OPEN, closed_at=NOW))

    with pytest.raises(AssessmentClosed):
        invited.answers.save("S1", an_answer())
    with pytest.raises(InvitationClosed):
        invited.respondents.change("S1", {"shares": True}, while_open=True)
    invited.respondents.change("S1", {"language": "en"})
    assert invited.respondents.get("S1").language == "en"


def test_an_unknown_respondent_is_not_found(invited: Store) -> None:
    with pytest.raises(NotFound):
        invited.respondents.get("S9")
    with pytest.raises(NotFound):
        invited.respondents.change("S9", {"language": "en"})
    with pytest.raises(NotFound):
        invited.answers.erase("S9", 5)
