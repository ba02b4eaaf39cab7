"""Respondents as their token finds them, on every kind of database."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.choices import Choice
from assessment.errors import AssessmentClosed, InvitationClosed, InvitationFull, NotFound, TooOften
from assessment.pairs import Pair
from assessment.store import Store, StoredOpenLink, StoredRespondent
from tests.support.builders import (
    NOW,
    Clock,
    a_pair,
    a_respondent,
    an_answer,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
)
from tests.support.database import history

OPEN = an_assessment(version=1)


@pytest.fixture
def seated(store: Store) -> Store:
    """A store with invitation O1, its open link, and respondent S1."""
    begin(store).invitations.add([an_invitation(open_hash="open")], [], [an_invited_respondent()])
    return store


def test_a_token_finds_a_respondent_with_all_around_it(seated: Store) -> None:
    seated.choices.save("A1", [Choice("MC-01"), Choice("MC-02"), Choice("MC-03", in_scope=False)])

    assert seated.respondents.find("hash-S1") == StoredRespondent(
        respondent=an_invited_respondent(),
        invitation=an_invitation(open_hash="open", version=1),
        assessment=OPEN,
        pair=None,
        project_name="Maatjes",
        scope=frozenset({"MC-01", "MC-02"}),
    )


def test_a_token_of_a_pair_finds_the_pair(store: Store) -> None:
    begin(store)
    mentor, _ = a_pair(store)

    found = store.respondents.find(f"hash-{mentor}")

    assert found is not None
    assert (found.pair, found.scope) == (Pair("D1", "A1", version=1), frozenset())


def test_the_token_of_an_open_link_finds_the_round(seated: Store) -> None:
    seated.choices.save("A1", [Choice("MC-01")])

    assert seated.invitations.find("open") == StoredOpenLink(
        invitation=an_invitation(open_hash="open", version=1),
        assessment=OPEN,
        project_name="Maatjes",
        scope=frozenset({"MC-01"}),
        taken=1,
    )


def test_unknown_revoked_and_replaced_tokens_find_nothing(seated: Store) -> None:
    assert (
        seated.respondents.find("other"),
        seated.invitations.find("other"),
        seated.respondents.find("open"),
    ) == (
        None,
        None,
        None,
    )

    seated.respondents.change("S1", {"token_hash": "new"})
    assert seated.respondents.find("hash-S1") is None
    assert seated.respondents.find("new") is not None

    seated.respondents.change("S1", {"revoked_at": NOW})
    assert seated.respondents.find("new") is None


def test_an_open_link_gives_no_more_seats_than_there_are(store: Store) -> None:
    begin(store).invitations.add([an_invitation(max_respondents=2)], [], [an_invited_respondent()])

    store.respondents.join(an_invited_respondent("S2", started_at=NOW), 60)
    with pytest.raises(InvitationFull):
        store.respondents.join(an_invited_respondent("S3"), 60)

    assert store.respondents.get("S2") == an_invited_respondent("S2", started_at=NOW)
    assert len(store.respondents.all("A1")) == 3


def test_an_open_link_gives_so_many_seats_in_a_minute(seated: Store, clock: Clock) -> None:
    seated.respondents.join(an_invited_respondent("S2"), 1)
    with pytest.raises(TooOften):
        seated.respondents.join(an_invited_respondent("S3"), 1)

    clock.forward(minutes=1)
    seated.respondents.join(an_invited_respondent("S3"), 1)


def test_who_begins_needs_a_round(seated: Store) -> None:
    with pytest.raises(NotFound):
        seated.respondents.join(an_invited_respondent("S2", invitation="O9"), 60)


SHUT = {
    "closed by hand": (an_invitation(version=1, closed_at=NOW), OPEN),
    "expired": (an_invitation(version=1, until=date(2026, 11, 18)), OPEN),
    "published": (an_invitation(version=1), replace(OPEN, published_at=NOW)),
}


@pytest.mark.parametrize("why", SHUT)
def test_a_round_that_is_shut_takes_nothing(seated: Store, why: str) -> None:
    invitation, assessment = SHUT[why]
    seated.answers.save("S1", an_answer())
    seated.invitations.save(invitation)
    seated.assessments.save(assessment)

    with pytest.raises(InvitationClosed):
        seated.answers.save("S1", an_answer(level=4, version=1))
    with pytest.raises(InvitationClosed):
        seated.respondents.join(an_invited_respondent("S2"), 60)
    with pytest.raises(InvitationClosed):
        seated.answers.erase("S1", 5)
    assert seated.answers.get("S1", "MC-01").level == 2


def test_the_last_day_still_counts(seated: Store) -> None:
    seated.invitations.save(an_invitation(version=1, until=NOW.astimezone().date()))

    assert seated.answers.save("S1", an_answer()).version == 1


def test_a_closed_assessment_takes_nothing(seated: Store) -> None:
    seated.assessments.save(replace(OPEN, closed_at=NOW))

    with pytest.raises(AssessmentClosed):
        seated.answers.save("S1", an_answer())
    with pytest.raises(InvitationClosed):
        seated.respondents.change("S1", {"shares": True}, while_open=True)
    seated.respondents.change("S1", {"language": "en"})
    assert seated.respondents.get("S1").language == "en"


def test_the_first_answer_starts_a_seat(seated: Store, clock: Clock) -> None:
    seated.answers.save("S1", an_answer())
    clock.forward(minutes=1)
    seated.answers.save("S1", an_answer("MC-02"))

    assert seated.respondents.get("S1").started_at == NOW


def test_the_own_voice_of_the_organisation_has_no_seat(seated: Store) -> None:
    seated.answers.save("R1", an_answer())

    assert seated.respondents.get("R1") == a_respondent()


def test_a_respondent_changes_so_much_in_a_minute(seated: Store, clock: Clock) -> None:
    seated.answers.save("S1", an_answer(), most=1)
    with pytest.raises(TooOften):
        seated.answers.save("S1", an_answer("MC-02"), most=1)
    assert list(seated.answers.all("S1")) == ["MC-01"]

    clock.forward(minutes=1)
    seated.answers.save("S1", an_answer("MC-02"), most=1)


def test_erasing_answers_leaves_an_empty_seat(seated: Store) -> None:
    seated.answers.save("S1", an_answer(comment="weg"))
    seated.answers.save("R1", an_answer(comment="blijft"))
    seated.respondents.change("S1", {"finished_at": NOW, "shares": True, "language": "en"})

    seated.answers.erase("S1", 5)

    assert seated.respondents.get("S1") == an_invited_respondent(language="en")
    assert (seated.answers.all("S1"), history(seated, "S1", "MC-01")) == ({}, [])
    assert seated.answers.comments("A1") == [("MC-01", "coordinator", "blijft")]


def test_erasing_answers_is_for_so_often_in_a_minute(seated: Store) -> None:
    seated.answers.erase("S1", 1)

    with pytest.raises(TooOften):
        seated.answers.erase("S1", 1)


def test_an_unknown_respondent_is_not_found(seated: Store) -> None:
    with pytest.raises(NotFound):
        seated.respondents.get("S9")
    with pytest.raises(NotFound):
        seated.respondents.change("S9", {"language": "en"})
    with pytest.raises(NotFound):
        seated.answers.erase("S9", 5)


def test_participation_counts_who_gave_any_answer(seated: Store) -> None:
    seated.invitations.add([], [], [an_invited_respondent("S2"), an_invited_respondent("S3")])
    seated.answers.save("S1", an_answer())
    seated.answers.save("S1", an_answer("MC-02"))
    seated.answers.save("S2", an_answer(state=None, comment="alleen een zin"))
    seated.answers.save("R1", an_answer())

    assert seated.answers.participation("A1") == {"coordinator": 1, "mentee": 1}


def test_what_others_write_is_no_change_of_the_project(seated: Store, clock: Clock) -> None:
    before = seated.projects.last_change("P1")
    clock.forward(minutes=5)

    seated.answers.save("S1", an_answer())
    seated.respondents.join(an_invited_respondent("S2"), 60)
    assert seated.projects.last_change("P1") == before

    seated.answers.save("R1", an_answer())
    assert seated.projects.last_change("P1") == clock.now


def test_events_are_counted_per_minute_and_forgotten(store: Store, clock: Clock) -> None:
    store.rate_limits.count("unknown", 2)
    store.rate_limits.count("unknown", 2)
    for _ in range(2):
        with pytest.raises(TooOften):
            store.rate_limits.count("unknown", 2)
    store.rate_limits.count("other", 2)

    clock.forward(minutes=1)
    store.rate_limits.count("unknown", 2)
