"""Answers of respondents who were invited, on every kind of database."""

from dataclasses import replace

import pytest

from assessment.errors import NotFound, StaleWrite, TooOften
from assessment.store import Store
from tests.support.builders import (
    NOW,
    Clock,
    a_respondent,
    an_answer,
    an_invitation,
    an_invited_respondent,
)
from tests.support.database import history


def test_the_last_day_still_counts(invited: Store) -> None:
    invited.invitations.save(an_invitation(version=1, until=NOW.astimezone().date()))

    assert invited.answers.save("S1", an_answer()).version == 1


def test_a_respondent_starts_with_its_first_answer(invited: Store, clock: Clock) -> None:
    invited.answers.save("S1", an_answer())
    clock.forward(minutes=1)
    invited.answers.save("S1", an_answer("MC-02"))

    assert invited.respondents.get("S1").started_at == NOW


def test_the_organisations_own_respondent_never_starts(invited: Store) -> None:
    invited.answers.save("R1", an_answer())

    assert invited.respondents.get("R1") == a_respondent()


def test_a_respondent_changes_so_much_in_a_minute(invited: Store, clock: Clock) -> None:
    invited.answers.save("S1", an_answer(), most=1)
    with pytest.raises(TooOften):
        invited.answers.save("S1", an_answer("MC-02"), most=1)
    assert list(invited.answers.all("S1")) == ["MC-01"]

    clock.forward(minutes=1)
    invited.answers.save("S1", an_answer("MC-02"), most=1)


def test_erasing_answers_leaves_a_respondent_that_has_not_started(invited: Store) -> None:
    invited.answers.save("S1", an_answer(comment="weg"))
    invited.answers.save("R1", an_answer(comment="blijft"))
    invited.respondents.change("S1", {"finished_at": NOW, "shares": True, "language": "en"})

    invited.answers.erase("S1", 5)

    assert invited.respondents.get("S1") == an_invited_respondent(language="en")
    assert (invited.answers.all("S1"), history(invited, "S1", "MC-01")) == ({}, [])
    assert invited.answers.comments("A1") == [("MC-01", "coordinator", "blijft")]


def test_erasing_answers_is_for_so_often_in_a_minute(invited: Store) -> None:
    invited.answers.erase("S1", 1)

    with pytest.raises(TooOften):
        invited.answers.erase("S1", 1)


def test_participation_counts_who_gave_any_answer(invited: Store) -> None:
    invited.invitations.add(
        [], [], [an_invited_respondent("S2"), an_invited_respondent("S3")], threshold=5
    )
    invited.answers.save("S1", an_answer())
    invited.answers.save("S1", an_answer("MC-02"))
    invited.answers.save("S2", an_answer(state=None, comment="alleen een zin"))
    invited.answers.save("R1", an_answer())

    assert invited.answers.participation("A1") == {"coordinator": 1, "mentee": 1}


def test_what_others_write_is_no_change_of_the_project(invited: Store, clock: Clock) -> None:
    before = invited.projects.last_change("P1")
    clock.forward(minutes=5)

    invited.answers.save("S1", an_answer())
    invited.respondents.join(an_invited_respondent("S2"), 60)
    assert invited.projects.last_change("P1") == before

    invited.answers.save("R1", an_answer())
    assert invited.projects.last_change("P1") == clock.now


def test_with_a_token_that_was_revoked_nothing_is_saved(invited: Store) -> None:
    invited.answers.save("S1", an_answer(), holder="hash-S1")
    invited.respondents.revoke("S1")

    with pytest.raises(NotFound):
        invited.answers.save("S1", an_answer("MC-02"), holder="hash-S1")
    with pytest.raises(NotFound):
        invited.answers.save_each("S1", [an_answer("MC-02")], most=9, holder="hash-S1")
    assert list(invited.answers.all("S1")) == ["MC-01"]


def test_several_are_saved_together_and_a_stale_one_stops_no_other(invited: Store) -> None:
    first = invited.answers.save("S1", an_answer(level=1))

    stale, saved = invited.answers.save_each(
        "S1", [an_answer(level=4), an_answer("MC-02", level=2)], most=9, holder="hash-S1"
    )

    assert isinstance(stale, StaleWrite)
    assert stale.current == first
    assert saved == invited.answers.get("S1", "MC-02")
    assert [change.answer.version for change in history(invited, "S1", "MC-02")] == [1]


def test_changed_and_new_answers_are_saved_in_one_post(invited: Store) -> None:
    first = invited.answers.save("S1", an_answer(level=1))

    changed, new = invited.answers.save_each(
        "S1", [replace(first, level=4), an_answer("MC-02", level=2)], most=9, holder="hash-S1"
    )

    assert [changed, new] == list(invited.answers.all("S1").values())
    assert (changed.level, changed.version, new.level, new.version) == (4, 2, 2, 1)
    for criterion, versions in (("MC-01", [1, 2]), ("MC-02", [1])):
        kept = [change.answer.version for change in history(invited, "S1", criterion)]
        assert kept == versions


def test_of_two_new_answers_on_one_criterion_the_first_is_saved(invited: Store) -> None:
    saved, stale = invited.answers.save_each(
        "S1", [an_answer(level=1), an_answer(level=3)], most=9, holder="hash-S1"
    )

    assert saved == invited.answers.get("S1", "MC-01")
    assert isinstance(stale, StaleWrite)
    assert stale.current == saved
    assert [change.answer.version for change in history(invited, "S1", "MC-01")] == [1]


def test_several_are_saved_together_or_none_is(invited: Store) -> None:
    with pytest.raises(TooOften):
        invited.answers.save_each("S1", [an_answer(), an_answer("MC-02")], most=1, holder="hash-S1")
    with pytest.raises(NotFound):
        invited.answers.save_each("S1", [an_answer()], most=9, holder="hash-of-another")

    assert invited.answers.all("S1") == {}
    assert invited.respondents.get("S1").started_at is None
    assert invited.answers.save_each("S1", [], most=9, holder="hash-S1") == []
