"""Invitations and pairs, on every kind of database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.choices import Choice
from assessment.errors import InvitationClosed, NotFound, StaleWrite
from assessment.invitations import Invitation, StoredOpenLink
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
from tests.support.database import rows_by_table, spoken_answers

FULL = an_invitation(
    until=date(2026, 12, 1), open_hash="open", in_pairs=True, closed_at=NOW, profile="short"
)


def opened(store: Store, *invitations: Invitation) -> Store:
    begin(store).invitations.add(invitations or [an_invitation()], [], [], threshold=5)
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
        store.invitations.add(
            [an_invitation()], [], [an_invited_respondent(assessment="A9")], threshold=5
        )
    assert store.invitations.all("A1") == []

    store.invitations.add([an_invitation()], [], [an_invited_respondent()], threshold=5)
    assert store.respondents.all("A1")[1] == an_invited_respondent()


def test_two_windows_that_add_respondents_do_not_both_succeed(store: Store) -> None:
    known = opened(store).invitations.get("O1")
    store.invitations.add([known], [], [an_invited_respondent("S1", number=1)], threshold=5)

    with pytest.raises(StaleWrite):
        store.invitations.add([known], [], [an_invited_respondent("S2", number=1)], threshold=5)

    assert [r.id for r in store.respondents.all("A1") if r.invitation] == ["S1"]


@pytest.mark.parametrize("final", [{"closed_at": NOW}, {"published_at": NOW}])
def test_a_closed_or_published_assessment_gets_no_respondents(store: Store, final) -> None:
    opened(store).assessments.save(an_assessment(version=1, **final))

    with pytest.raises(InvitationClosed):
        store.invitations.add([an_invitation("O2")], [], [an_invited_respondent()], threshold=5)


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
    assert list(store.answers.counts(["A1"])[0].roles) == roles
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
        assessment=an_assessment(threshold=5, version=1),
        project_name="Maatjes",
        contact=CONTACT,
        scope=frozenset({"MC-01"}),
        taken=1,
    )


def test_the_number_is_promised_with_the_first_link_and_only_rises(store: Store) -> None:
    before = opened(store).assessments.get("A1")
    assert before.threshold == 5

    for number in (7, 6):
        store.invitations.add([an_invitation(f"O{number}")], [], [], threshold=number)

    assert store.assessments.get("A1").threshold == 7
    assert store.assessments.get("A1").version == before.version


def test_who_read_an_assessment_before_a_link_was_made_does_not_undo_the_promise(
    store: Store,
) -> None:
    read = begin(store).assessments.get("A1")
    store.invitations.add([an_invitation()], [], [], threshold=7)

    saved = store.assessments.save(replace(read, name="Voorjaar"))

    assert (saved.name, saved.threshold) == ("Voorjaar", 7)
    assert store.assessments.get("A1") == saved
    assert store.assessments.save(replace(read, name="Voorjaar")) == saved  # twice is no error
    assert store.assessments.save(replace(saved, threshold=9)).threshold == 9


def test_a_storm_on_an_open_link_is_noted(invited: Store, clock: Clock) -> None:
    before = invited.invitations.get("O1")
    clock.forward(minutes=3)

    invited.invitations.note_storm("O1")

    assert invited.invitations.get("O1") == replace(before, stormed_at=clock.now, version=2)


def test_a_storm_that_goes_on_never_makes_what_the_organisation_changes_come_too_late(
    invited: Store, clock: Clock
) -> None:
    invited.invitations.note_storm("O1")
    read, began = invited.invitations.get("O1"), clock.now

    for _ in range(50):
        clock.forward(seconds=1)
        invited.invitations.note_storm("O1")

    saved = invited.invitations.save(replace(read, open_hash=None))
    assert (saved.stormed_at, saved.version) == (began, 3)
    clock.forward(hours=1)
    invited.invitations.note_storm("O1")
    assert invited.invitations.get("O1").stormed_at == clock.now


def test_an_invitation_is_erased_whole_and_nothing_else(invited: Store) -> None:
    invited.invitations.add(
        [an_invitation("O2")], [], [an_invited_respondent("S2", invitation="O2")], threshold=5
    )
    for name in ("S1", "S2"):
        invited.answers.save(name, an_answer())
    pair = a_pair(invited)

    invited.invitations.erase("A1", ["O1"])
    invited.invitations.erase("A1", ["O1"])  # twice is no error

    assert [i.id for i in invited.invitations.all("A1")] == ["O2", "OM", "OE"]
    assert {r.id for r in invited.respondents.all("A1")} == {"R1", "S2", *pair}
    assert invited.invitations.find("open") is None
    assert invited.answers.counts(["A1"])[0].counts.sum() == 1


def test_invitations_of_pairs_are_erased_with_their_pairs(invited: Store) -> None:
    mentor, _ = a_pair(invited)
    invited.answers.save(mentor, an_answer())

    invited.invitations.erase("A1", ["OM", "OE"])

    kept = rows_by_table(invited)
    assert (kept["pairs"], kept["answers"], kept["answer_history"]) == (0, 0, 0)
    assert [i.id for i in invited.invitations.all("A1")] == ["O1"]


@pytest.mark.parametrize("shown", [{"closed_at": NOW}, {"published_at": NOW}])
def test_nothing_is_erased_of_what_was_shown(invited: Store, shown: dict[str, Any]) -> None:
    invited.assessments.save(replace(invited.assessments.get("A1"), **shown))

    with pytest.raises(InvitationClosed):
        invited.invitations.erase("A1", ["O1"])

    assert [r.id for r in invited.respondents.all("A1")] == ["R1", "S1"]


def test_an_invitation_is_not_erased_through_another_assessment(invited: Store) -> None:
    with pytest.raises(NotFound):
        invited.invitations.erase("A9", ["O1"])
    invited.assessments.add(an_assessment("A2"), [], [])

    invited.invitations.erase("A2", ["O1"])

    assert [i.id for i in invited.invitations.all("A1")] == ["O1"]
