"""What a session refuses, and why."""

from dataclasses import replace
from typing import Any

import pytest

from assessment.session.control.orders import Moment, Order
from assessment.session.control.refusals import why_not
from assessment.session.group_session import GroupSession
from assessment.session.states import Command, SessionKey, SessionPhase, SessionState, Turn
from assessment.session.voting.votes import ShownMark
from tests.support.builders import NOW
from tests.support.session.room import a_script, a_session, a_step

C, P, S = Command, SessionPhase, SessionState
SCRIPT = a_script(
    a_step("judge", items=("MC-01", "MC-03")),
    a_step("last_time"),
    a_step("rate", items=("MC-01", "MC-03"), at_own_pace=True),
    a_step("checkout"),
)
FIRST = ShownMark("judge", "MC-01", Turn.FIRST)
SECOND = ShownMark("judge", "MC-01", Turn.SECOND)


def running(**fields: Any) -> GroupSession:
    usual = {"state": S.RUNNING, "started_at": NOW, "step": "judge", "item": "MC-01"}
    return a_session(script=SCRIPT, **{**usual, **fields})


def reason(
    session: GroupSession,
    command: Command,
    *,
    key: SessionKey = SessionKey.CONTROL,
    people: int = 5,
    shown: tuple[ShownMark, ...] = (),
    **order: Any,
) -> str | None:
    moment = Moment(NOW, people=people, shown=frozenset(shown))
    return why_not(session, Order(command, **order), key, moment)


@pytest.mark.parametrize("command", Command)
def test_a_screen_commands_nothing_and_a_helper_neither_ends_nor_rewrites(
    command: Command,
) -> None:
    assert reason(running(), command, key=SessionKey.SCREEN) == "key"
    is_refused = reason(running(), command, key=SessionKey.HELPER) == "key"
    assert is_refused == (command in (C.END, C.CHANGE_SCRIPT))


@pytest.mark.parametrize("command", Command)
def test_what_has_ended_takes_nothing(command: Command) -> None:
    assert reason(running().ended(NOW), command) == "ended"


def test_each_command_has_its_phase() -> None:
    fits = {
        phase: {c for c in Command if reason(running(phase=phase), c, minutes=1) != "phase"}
        for phase in SessionPhase
    }
    always = {C.PAUSE, C.BACK, C.EXTRA_TIME, C.ROOM, C.CHANGE_SCRIPT, C.END, C.RESUME}

    found = {phase: " ".join(sorted(commands - always)) for phase, commands in fits.items()}
    assert found == {
        P.READY: "agree item next start talk",
        P.VOTING: "close",
        P.CLOSED: "next show",
        P.SHOWN: "agree item next talk vote_again",
        P.TALKING: "agree item next start talk vote_again",
        P.VOTING_AGAIN: "close",
        P.SHOWN_AGAIN: "agree item next talk",
        P.AGREED: "agree item next talk",
    }


def test_in_a_pause_one_goes_on_or_ends() -> None:
    paused = running(state=S.PAUSED)

    taken = {c for c in Command if reason(paused, c, script=SCRIPT) is None}
    assert taken == {C.RESUME, C.BACK, C.ROOM, C.CHANGE_SCRIPT, C.END}


def test_fewer_than_five_people_do_not_vote() -> None:
    assert reason(running(), C.START, people=4) == "too_few"
    assert reason(running(without_phone=1), C.START, people=4) is None
    assert reason(running(threshold=8), C.START, people=7) == "too_few"
    again = running(phase=P.SHOWN)
    assert reason(again, C.VOTE_AGAIN, people=4, shown=(FIRST,)) == "too_few"
    assert reason(running(), C.TALK, people=2) is None
    assert reason(running(), C.AGREE, people=2) is None


def test_a_vote_that_was_shown_is_never_opened_again() -> None:
    assert reason(running(phase=P.TALKING), C.START, shown=(FIRST,)) == "shown"
    again = running(phase=P.TALKING)
    assert reason(again, C.VOTE_AGAIN, shown=(FIRST,)) is None
    assert reason(again, C.VOTE_AGAIN, shown=(FIRST, SECOND)) == "shown"


def test_a_second_vote_needs_a_first_one_that_was_shown() -> None:
    assert reason(running(phase=P.TALKING), C.VOTE_AGAIN) == "not_shown"
    checkout = running(step="checkout", item="checkout", phase=P.SHOWN)
    assert reason(checkout, C.VOTE_AGAIN) == "step"
    whole = running(step="rate", item="", phase=P.SHOWN)
    marks = tuple(ShownMark("rate", item, turn) for item in ("MC-01", "MC-03") for turn in Turn)
    assert reason(whole, C.VOTE_AGAIN, shown=marks) == "item"
    assert reason(whole, C.VOTE_AGAIN, item="MC-99") == "item"


def test_what_is_not_voted_on_is_talked_about() -> None:
    last_time = running(step="last_time", item="last_time")

    assert reason(last_time, C.START, people=0) is None
    assert reason(replace(last_time, phase=P.TALKING), C.START) == "phase"


def test_only_items_of_the_step_come_on_the_table() -> None:
    assert reason(running(), C.ITEM, item="MC-03") is None
    assert reason(running(), C.ITEM, item="") == "item"
    assert reason(running(step="rate", item="MC-01", phase=P.SHOWN), C.ITEM, item="") is None
    assert reason(running(phase=P.SHOWN), C.TALK, item="MC-99") == "item"


def test_after_the_last_step_one_ends() -> None:
    assert reason(running(step="checkout", item="checkout"), C.NEXT) == "last_step"


@pytest.mark.parametrize(
    ("minutes", "why"), [(0, "minutes"), (1, None), (60, None), (61, "minutes")]
)
def test_extra_time_is_a_minute_to_an_hour(minutes: int, why: str | None) -> None:
    assert reason(running(), C.EXTRA_TIME, minutes=minutes) == why


@pytest.mark.parametrize(("number", "why"), [(-1, "number"), (0, None), (1_001, "number")])
def test_people_without_a_phone_can_be_counted(number: int, why: str | None) -> None:
    assert reason(running(), C.ROOM, number=number) == why


def test_a_script_changes_only_after_what_was_done() -> None:
    later = a_script(*SCRIPT.steps[:2], a_step("agree"))
    shown = (ShownMark("rate", "MC-01", Turn.FIRST),)

    assert reason(running(), C.CHANGE_SCRIPT) == "script"
    assert reason(running(), C.CHANGE_SCRIPT, script=later) is None
    assert reason(running(), C.CHANGE_SCRIPT, script=later, shown=shown) == "script"
    assert reason(running(step="rate", item=""), C.CHANGE_SCRIPT, script=later) == "script"
    assert reason(running(step="", state=S.LOBBY), C.CHANGE_SCRIPT, script=later) is None
