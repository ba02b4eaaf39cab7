"""Votes: what one may give, and when it is taken."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import InvalidInput
from assessment.session.people import SessionPerson
from assessment.session.states import SessionPhase, SessionState, Turn
from assessment.session.voting.votes import SessionVote, checked_vote, why_no_vote
from tests.support.builders import NOW
from tests.support.session.room import a_session, a_step

PERSON = SessionPerson("R1", "S1", "mentor", "token", "phrase")
VOTE = SessionVote("R1", "rate", "MC-01", Turn.FIRST, "3")
VOTING = a_session(
    state=SessionState.RUNNING,
    started_at=NOW,
    step="rate",
    item="MC-01",
    phase=SessionPhase.VOTING,
    open_items=("MC-01",),
)


def test_a_vote_carries_only_what_its_step_asks() -> None:
    full = replace(VOTE, need="minimal", word=" hoe   vaak ")

    assert checked_vote(a_step("rate"), full) == replace(VOTE, need="", word="")
    judged = checked_vote(a_step("judge"), replace(full, choice="partly"))
    assert (judged.need, judged.word) == ("minimal", "")
    assert checked_vote(a_step("judge"), replace(full, choice="does_not_apply")).need == ""
    assert checked_vote(a_step("thesis"), replace(full, choice="depends")).word == "hoe vaak"
    assert checked_vote(a_step("thesis"), replace(full, choice="for")).word == ""
    assert checked_vote(a_step("rate"), replace(VOTE, choice="")).choice == ""


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("rate", {"choice": "5"}),
        ("agree", {"choice": "yes"}),
        ("missing", {"choice": ""}),
        ("judge", {"choice": "applies", "need": "always"}),
        ("thesis", {"choice": "depends", "word": "x" * 61}),
        ("thesis", {"choice": "depends", "word": "\0"}),
    ],
)
def test_what_cannot_be_chosen_is_refused(kind: str, changes: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        checked_vote(a_step(kind), replace(VOTE, **changes))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"state": SessionState.ENDED}, "ended"),
        ({"started_at": NOW - timedelta(hours=4)}, "ended"),
        ({"step": "judge"}, "moved_on"),
        ({"turn": Turn.SECOND}, "moved_on"),
        ({"open_items": ("MC-03",)}, "moved_on"),
        ({"state": SessionState.PAUSED}, "paused"),
        ({"phase": SessionPhase.CLOSED}, "closed"),
        ({"by_table": True}, "table"),
    ],
)
def test_a_vote_is_taken_only_while_its_own_vote_is_open(
    changes: dict[str, object], reason: str | None
) -> None:
    assert why_no_vote(replace(VOTING, **changes), PERSON, VOTE, NOW) == reason


def test_who_left_gives_no_vote_and_a_table_has_one_phone() -> None:
    assert why_no_vote(VOTING, replace(PERSON, left=True), VOTE, NOW) == "left"
    by_table = replace(VOTING, by_table=True)
    assert why_no_vote(by_table, replace(PERSON, table=3), VOTE, NOW) is None
