"""What a command makes of a session."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import SessionRefused
from assessment.session.control.commands import changed
from assessment.session.control.orders import Moment, Order
from assessment.session.group_session import GroupSession
from assessment.session.states import Command, SessionKey, TalkForm, Turn
from assessment.session.voting.votes import ShownMark
from tests.support.builders import NOW
from tests.support.session.room import a_script, a_session, a_step

C = Command
SCRIPT = a_script(
    a_step("welcome"),
    a_step("rate", items=("MC-01", "MC-03"), at_own_pace=True, minutes=13),
    a_step("missing", minutes=10),
    a_step("judge", items=("MC-01", "MC-03")),
    a_step("agree"),
)


class Table:
    """A session without a database: commands one after the other."""

    def __init__(self, people: int = 9) -> None:
        self.session: GroupSession = a_session(script=SCRIPT)
        self.moment = Moment(NOW, people=people)

    def do(self, command: Command, **order: object) -> GroupSession:
        change = changed(self.session, Order(command, **order), SessionKey.CONTROL, self.moment)
        self.session = change.session
        self.moment = replace(self.moment, shown=self.moment.shown | set(change.shown))
        return self.session

    def at(self, step: str) -> "Table":
        """Go to a step."""
        self.do(C.START)
        self.do(C.START)
        while self.session.step != step:
            self.do(C.NEXT)
        return self

    @property
    def place(self) -> tuple[str, str, str]:
        """Step, item and phase."""
        return self.session.step, self.session.item, str(self.session.phase)


def test_start_opens_the_doors_then_begins_then_opens_the_vote() -> None:
    table = Table()

    assert table.do(C.START).state == "lobby"
    assert table.session.opened_at == NOW
    assert table.do(C.START).state == "running"
    assert table.session.started_at == NOW
    assert table.place == ("welcome", "welcome", "ready")
    assert table.do(C.START).takes_votes
    assert table.session.until == NOW + timedelta(minutes=1)


def test_a_step_at_own_pace_opens_all_items_and_talks_about_one() -> None:
    table = Table().at("rate")
    table.do(C.START)
    assert table.session.open_items == ("MC-01", "MC-03")
    assert table.session.until == NOW + timedelta(minutes=13)
    table.do(C.CLOSE)
    table.do(C.SHOW)
    assert table.place == ("rate", "", "shown")

    table.do(C.TALK, item="MC-03", talk=TalkForm.PAIRS)
    assert table.place == ("rate", "MC-03", "talking")
    assert table.session.until == NOW + timedelta(minutes=2)
    table.do(C.VOTE_AGAIN)
    assert (table.session.open_items, table.session.turn) == (("MC-03",), Turn.SECOND)
    table.do(C.CLOSE)
    table.do(C.SHOW)
    assert table.place == ("rate", "MC-03", "shown_again")

    table.do(C.ITEM, item="MC-01")
    assert (table.place, table.session.turn) == (("rate", "MC-01", "shown"), Turn.FIRST)
    table.do(C.ITEM, item="MC-03")
    assert (table.place, table.session.turn) == (("rate", "MC-03", "shown_again"), Turn.SECOND)
    table.do(C.AGREE, item="MC-01")
    assert (table.place, table.session.open_items) == (("rate", "MC-01", "agreed"), ())
    table.do(C.ITEM)
    assert table.place == ("rate", "MC-01", "shown")
    assert table.do(C.NEXT).step == "missing"


def test_a_second_vote_on_all_items_takes_as_long_as_the_first() -> None:
    table = Table().at("rate")
    for command in (C.START, C.CLOSE, C.SHOW, C.VOTE_AGAIN):
        table.do(command)

    assert table.session.open_items == ("MC-01", "MC-03")
    assert table.session.until == NOW + timedelta(minutes=13)


def test_what_was_agreed_is_seen_when_one_comes_back_to_it() -> None:
    table = Table().at("judge")
    table.moment = replace(table.moment, agreed=frozenset({("judge", "MC-03")}))

    assert table.do(C.NEXT).phase == "agreed"
    assert table.do(C.ITEM, item="MC-01").phase == "ready"


def test_a_step_that_collects_is_chosen_from_in_its_second_vote() -> None:
    table = Table().at("missing")
    table.do(C.START)
    assert table.session.open_items == ("missing",)
    table.do(C.CLOSE)
    table.do(C.SHOW)
    with pytest.raises(SessionRefused, match="item"):
        table.do(C.VOTE_AGAIN)
    table.moment = replace(table.moment, picks=("note-1", "note-2"))
    table.do(C.VOTE_AGAIN)
    assert table.session.open_items == ("note-1", "note-2")
    table.do(C.CLOSE)
    table.do(C.SHOW)
    table.do(C.ITEM, item="")
    assert table.place == ("missing", "", "shown_again")


def test_steps_without_a_vote_begin_with_a_talk() -> None:
    table = Table(people=0).at("agree")

    assert table.do(C.START).phase == "talking"
    assert table.session.until == NOW + timedelta(minutes=4)
    assert table.do(C.TALK, minutes=9).until == NOW + timedelta(minutes=9)


def test_talking_before_the_vote_leaves_the_vote_to_come() -> None:
    table = Table().at("judge")
    table.do(C.TALK, talk=TalkForm.FOURS)

    assert table.do(C.START).takes_votes
    assert table.session.talk is None


def test_a_pause_takes_nothing_off_the_countdown() -> None:
    table = Table().at("judge")
    table.do(C.START)
    table.do(C.PAUSE)
    table.moment = replace(table.moment, now=NOW + timedelta(minutes=7))

    assert table.do(C.RESUME).until == NOW + timedelta(minutes=8)
    assert (table.session.state, table.session.paused_at) == ("running", None)
    table.do(C.CLOSE)
    table.do(C.PAUSE)
    assert table.do(C.RESUME).until is None


def test_extra_time_moves_the_countdown_and_the_planned_end() -> None:
    table = Table().at("judge")
    end = table.session.planned_end
    table.do(C.START)

    assert table.do(C.EXTRA_TIME, minutes=5).until == NOW + timedelta(minutes=6)
    assert table.session.planned_end == end + timedelta(minutes=5)


def test_room_script_and_end() -> None:
    table = Table().at("welcome")
    script = a_script(*SCRIPT.steps[:2])

    assert table.do(C.ROOM, number=6).without_phone == 6
    assert table.do(C.CHANGE_SCRIPT, script=script).script == script
    ended = table.do(C.END)
    assert (ended.state, ended.ended_at) == ("ended", NOW)


def test_a_command_that_does_not_fit_is_refused_with_the_reason() -> None:
    with pytest.raises(SessionRefused) as caught:
        Table().at("judge").do(C.CLOSE)

    assert caught.value.reason == "phase"


def test_a_step_that_asks_tables_says_so() -> None:
    session = a_session(script=a_script(a_step("tables", items=("MC-01",)), a_step("agree")))
    table = Table()
    table.session = session
    table.do(C.START)

    assert table.do(C.START).by_table
    assert not table.do(C.NEXT).by_table
    assert table.moment.shown == frozenset[ShownMark]()
