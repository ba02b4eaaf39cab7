"""Invitations and pairs, on every kind of database."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.choices import Choice
from assessment.errors import InvitationClosed, NotFound, StaleWrite
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.store import Store, StoredOpenLink
from tests.support.builders import (
    NOW,
    a_pair,
    an_answer,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
)
from tests.support.database import spoken_answers

FULL = an_invitation(
    until=date(2026, 12, 1), open_hash="open", in_pairs=True, closed_at=NOW, profile="short"
)


def opened(store: Store, *invitations: Invitation) -> Store:
    begin(store).invitations.add(invitations or [an_invitation()], [], [])
    return store


def test_invitations_come_back_in_the_order_they_were_made(store: Store) -> None:
    opened(store, an_invitation("O2"), FULL)

    assert store.invitations.all("A1") == [
        an_invitation("O2", version=1),
        replace(FULL, version=1),
    ]
    assert store.invitations.get("O1") == replace(FULL, version=1)


def test_an_unknown_invitation_is_not_found(store: Store) -> None:
    begin(store)

    with pytest.raises(NotFound):
        store.invitations.get("O9")
    with pytest.raises(NotFound):
        store.invitations.save(an_invitation("O9", version=1))
    assert store.invitations.all("A9") == []


def test_an_invitation_changes_and_a_stale_window_overwrites_nothing(store: Store) -> None:
    first = opened(store).invitations.get("O1")

    changed = store.invitations.save(replace(first, max_respondents=12))

    assert store.invitations.get("O1") == changed == replace(first, max_respondents=12, version=2)
    with pytest.raises(StaleWrite):
        store.invitations.save(replace(first, max_respondents=13))


def test_respondents_are_added_with_their_invitation_or_not_at_all(store: Store) -> None:
    begin(store)

    with pytest.raises(NotFound):
        store.invitations.add([an_invitation()], [], [an_invited_respondent(assessment="A9")])
    assert store.invitations.all("A1") == []

    store.invitations.add([an_invitation()], [], [an_invited_respondent()])
    assert store.respondents.all("A1")[1] == an_invited_respondent()


def test_two_windows_that_add_respondents_do_not_both_succeed(store: Store) -> None:
    known = opened(store).invitations.get("O1")
    store.invitations.add([known], [], [an_invited_respondent("S1", number=1)])

    with pytest.raises(StaleWrite):
        store.invitations.add([known], [], [an_invited_respondent("S2", number=1)])

    assert [r.id for r in store.respondents.all("A1") if r.invitation] == ["S1"]


@pytest.mark.parametrize("final", [{"closed_at": NOW}, {"published_at": NOW}])
def test_a_closed_or_published_assessment_gets_no_respondents(store: Store, final) -> None:
    opened(store).assessments.save(an_assessment(version=1, **final))

    with pytest.raises(InvitationClosed):
        store.invitations.add([an_invitation("O2")], [], [an_invited_respondent()])


def test_a_pair_has_two_respondents_and_one_agreement(store: Store) -> None:
    begin(store)
    mentor, mentee = a_pair(store)

    assert [r.id for r in store.respondents.of_pair("D1")] == [mentee, mentor]
    saved = store.pairs.save(Pair("D1", "A1", "elke week bellen", version=1))
    assert saved == Pair("D1", "A1", "elke week bellen", version=2)
    assert store.pairs.save(replace(saved, version=1)) == saved
    with pytest.raises(StaleWrite) as stale:
        store.pairs.save(Pair("D1", "A1", "iets anders", version=1))
    assert stale.value.current == saved


def test_an_unknown_pair_is_not_found(store: Store) -> None:
    begin(store)

    with pytest.raises(NotFound):
        store.pairs.save(Pair("D9", "A1", version=1))
    assert store.respondents.of_pair("D9") == []


def test_after_closing_a_pair_agrees_on_nothing_more(store: Store) -> None:
    begin(store)
    a_pair(store)
    store.assessments.save(an_assessment(version=1, closed_at=NOW))

    with pytest.raises(InvitationClosed):
        store.pairs.save(Pair("D1", "A1", "te laat", version=1))


@pytest.mark.parametrize(
    ("sharing", "closed", "counted"),
    [
        (("mentor", "mentee"), True, True),
        (("mentor", "mentee"), False, False),
        (("mentor",), True, False),
        (("mentee",), True, False),
        ((), True, False),
    ],
)
def test_answers_leave_a_pair_only_when_both_share_and_it_is_closed(
    store: Store, sharing: tuple[str, ...], closed: bool, counted: bool
) -> None:
    begin(store)
    sides = dict(zip(("mentor", "mentee"), a_pair(store), strict=True))
    for role, respondent in sides.items():
        store.answers.save(respondent, an_answer(comment=f"van de {role}"))
        if role in sharing:
            store.respondents.change(respondent, {"shares": True}, while_open=True)
    if closed:
        store.assessments.save(an_assessment(version=1, closed_at=NOW))

    roles = ["mentee", "mentor"] if counted else []
    assert [row[2] for row in sorted(store.answers.counts(["A1"]))] == roles
    assert list(store.answers.participation("A1")) == roles
    assert [row[1] for row in store.answers.comments("A1")] == roles
    assert sorted(s.respondent.role for s in spoken_answers(store, "A1")) == roles


def test_the_pair_next_door_is_another_pair(store: Store) -> None:
    begin(store)
    for name in ("D1", "D2"):
        for respondent in a_pair(store, name):
            store.answers.save(respondent, an_answer())
            if name == "D2":
                store.respondents.change(respondent, {"shares": True})
    store.assessments.save(an_assessment(version=1, closed_at=NOW))

    assert {s.respondent.pair for s in spoken_answers(store, "A1")} == {"D2"}


def test_the_code_of_an_open_link_finds_the_invitation(invited: Store) -> None:
    stored = invited.invitations.get("O1")
    invited.invitations.save(replace(stored, open_code_hash="code"))

    found = invited.invitations.find("code")

    assert found is not None
    assert found.invitation.id == "O1"
    assert invited.invitations.find("other") is None


def test_the_token_of_an_open_link_finds_the_invitation(invited: Store) -> None:
    invited.choices.save("A1", [Choice("MC-01")])

    assert invited.invitations.find("open") == StoredOpenLink(
        invitation=an_invitation(open_hash="open", version=1),
        assessment=an_assessment(version=1),
        project_name="Maatjes",
        contact="",
        scope=frozenset({"MC-01"}),
        taken=1,
    )
