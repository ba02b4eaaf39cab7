"""Any order of commands, votes and steps back: no vote is taken after it was shown."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from assessment.errors import SessionRefused
from assessment.session.control.commands import changed
from assessment.session.control.log import CAN_BE_TAKEN_BACK, LogEntry, entry_of, restored
from assessment.session.control.orders import Moment, Order
from assessment.session.group_session import GroupSession
from assessment.session.people import SessionPerson
from assessment.session.states import Command, SessionKey, SessionState, Turn
from assessment.session.voting.votes import SessionVote, ShownMark, why_no_vote
from tests.support.builders import NOW
from tests.support.session.room import a_script, a_session, a_step

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

SCRIPT = a_script(
    a_step("welcome"),
    a_step("thesis", items=("T-1", "T-2")),
    a_step("rate", items=("MC-01", "MC-03"), at_own_pace=True),
    a_step("missing"),
    a_step("agree"),
)
WALKED = [(step.id, item) for step in SCRIPT.steps for item in (*step.on_the_table, "note-1", "")]
PERSON = SessionPerson("R1", "S1", "mentor", "token", "phrase", table=1)


class Play:
    """A session in memory with its votes and log, as the database keeps them."""

    def __init__(self, people: int = 5) -> None:
        self.session: GroupSession = a_session(script=SCRIPT)
        self.moment = Moment(NOW, people=people, picks=("note-1",))
        self.log: list[LogEntry] = []
        self.votes: dict[ShownMark, str] = {}
        self.frozen: dict[ShownMark, str | None] = {}

    def command(self, order: Order, key: SessionKey = SessionKey.CONTROL) -> bool:
        """Give a command; return whether it was taken."""
        try:
            if order.command is Command.BACK:
                return self._back()
            change = changed(self.session, order, key, self.moment)
        except SessionRefused:
            return False
        if order.command in CAN_BE_TAKEN_BACK:
            self.log.append(entry_of(self.session, key, order.command))
        self.session = replace(change.session, version=self.session.version + 1)
        self.moment = replace(self.moment, shown=self.moment.shown | set(change.shown))
        self.frozen |= {mark: self.votes.get(mark) for mark in change.shown}
        return True

    def _back(self) -> bool:
        if not self.log or self.session.state not in (SessionState.RUNNING, SessionState.PAUSED):
            return False
        earlier = restored(self.session, self.log[-1], self.moment)
        self.log.pop()
        self.session = replace(earlier, version=self.session.version + 1)
        return True

    def vote(self, step: str, item: str, turn: Turn, choice: str) -> bool:
        """Give a vote; return whether it was taken."""
        vote = SessionVote(PERSON.id, step, item, turn, choice)
        if why_no_vote(self.session, PERSON, vote, NOW) is not None:
            return False
        mark = ShownMark(step, item, turn)
        assert self.session.takes_votes
        assert mark not in self.moment.shown
        if turn is Turn.SECOND and step != "missing":
            assert ShownMark(step, item, Turn.FIRST) in self.moment.shown
        self.votes[mark] = choice
        return True


class Sessions(RuleBasedStateMachine):
    """Commands with every argument in every order."""

    @initialize(people=st.integers(4, 6))
    def open(self, people: int) -> None:
        self.play = Play(people)
        self.shown: frozenset[ShownMark] = frozenset()

    @rule(
        command=st.sampled_from([c for c in Command if c is not Command.END]),
        item=st.sampled_from([None, "", "T-1", "T-2", "MC-01", "MC-03", "note-1"]),
        key=st.sampled_from([SessionKey.CONTROL, SessionKey.HELPER, SessionKey.SCREEN]),
    )
    def command(self, command: Command, item: str | None, key: SessionKey) -> None:
        before = self.play.session
        order = Order(command, item=item, minutes=2, number=1, script=before.script)
        taken = self.play.command(order, key)
        if command is not Command.BACK and key is SessionKey.SCREEN:
            assert not taken
        assert self.play.session.version == before.version + taken

    @rule(
        place=st.sampled_from(WALKED),
        turn=st.sampled_from(Turn),
        choice=st.sampled_from(["0", "4"]),
    )
    def vote(self, place: tuple[str, str], turn: Turn, choice: str) -> None:
        self.play.vote(*place, turn, choice)

    @invariant()
    def what_was_shown_stays_and_stays_the_same(self) -> None:
        play = self.play
        assert self.shown <= play.moment.shown
        self.shown = play.moment.shown
        assert play.frozen == {mark: play.votes.get(mark) for mark in play.frozen}
        if play.session.takes_votes:
            assert play.moment.people + play.session.without_phone >= 5


Sessions.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestSessions = Sessions.TestCase


def test_ten_thousand_interleavings_of_vote_and_close_have_no_contradiction() -> None:
    """A vote is taken exactly when it comes before closing, wherever in the order that is."""
    luck = random.Random(2026)  # noqa: S311 (no secret)
    begun = Play()
    for command in (Command.START, Command.START, Command.START):
        assert begun.command(Order(command))
    for _ in range(10_000):
        play = Play()
        play.session, play.moment = begun.session, begun.moment
        doings = ["vote"] * luck.randrange(1, 5) + ["close", "show", "back", "back"]
        luck.shuffle(doings)
        opened = [True]
        for doing in doings:
            is_open = play.session.takes_votes
            if doing == "vote":
                assert play.vote("welcome", "welcome", Turn.FIRST, luck.choice("01")) == is_open
            else:
                play.command(Order(Command(doing)))
            opened.append(play.session.takes_votes)
        has_shown = bool(play.moment.shown)
        assert play.frozen == {mark: play.votes.get(mark) for mark in play.frozen}
        assert not (has_shown and play.session.takes_votes)
        assert sum(before != after for before, after in pairwise(opened)) <= 4
