"""What an order is about."""

import pytest

from assessment.errors import SessionRefused
from assessment.session.control.orders import (
    Moment,
    Order,
    again_items,
    first_item,
    first_items,
    following,
    marks_of,
    step_of,
)
from assessment.session.states import Command, Turn
from assessment.session.voting.votes import ShownMark
from tests.support.builders import NOW
from tests.support.session.room import a_script, a_session, a_step

ONE_BY_ONE = a_step("judge", items=("MC-01", "MC-03"))
WHOLE = a_step("rate", items=("MC-01", "MC-03"), at_own_pace=True)
COLLECTS = a_step("missing")
SCRIPT = a_script(ONE_BY_ONE, WHOLE, COLLECTS)
AGAIN = Order(Command.VOTE_AGAIN)


def test_items_come_one_by_one_or_all_at_once() -> None:
    session = a_session(script=SCRIPT, step="judge", item="MC-03")

    assert (first_item(ONE_BY_ONE), first_items(session, ONE_BY_ONE)) == ("MC-01", ("MC-03",))
    assert (first_item(WHOLE), first_items(session, WHOLE)) == ("", ("MC-01", "MC-03"))


def test_after_the_last_item_comes_the_next_step_and_after_the_last_step_nothing() -> None:
    assert following(a_session(script=SCRIPT, step="judge", item="MC-01")) == (ONE_BY_ONE, "MC-03")
    assert following(a_session(script=SCRIPT, step="judge", item="MC-03")) == (WHOLE, "")
    assert following(a_session(script=SCRIPT, step="rate", item="MC-01")) == (COLLECTS, "")
    assert following(a_session(script=SCRIPT, step="missing")) is None


def test_a_second_vote_is_on_one_item_or_on_all_that_had_none() -> None:
    seen = frozenset(
        {ShownMark("rate", "MC-01", Turn.SECOND), ShownMark("x", "MC-03", Turn.SECOND)}
    )
    moment = Moment(NOW, shown=seen, picks=("note-1",))
    session = a_session(script=SCRIPT, step="rate")

    assert again_items(session, AGAIN, moment) == ("MC-03",)
    assert again_items(session, Order(Command.VOTE_AGAIN, item="MC-01"), moment) == ("MC-01",)
    collecting = a_session(script=SCRIPT, step="missing")
    assert again_items(collecting, AGAIN, moment) == ("note-1",)


def test_a_mark_names_step_item_and_vote() -> None:
    assert marks_of(WHOLE, ("MC-01",), Turn.FIRST) == (ShownMark("rate", "MC-01", Turn.FIRST),)
    with pytest.raises(SessionRefused):
        step_of(a_session(script=SCRIPT))
