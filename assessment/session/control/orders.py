"""Orders to a session, the moment in which they come, and the items that they are about."""

from dataclasses import dataclass, field
from datetime import datetime

from assessment.errors import SessionRefused
from assessment.session.group_session import GroupSession
from assessment.session.script import Script, SessionStep
from assessment.session.states import Command, TalkForm, Turn
from assessment.session.voting.votes import ShownMark


@dataclass(frozen=True)
class Order:
    """A command with what it needs. `item`: which item of the step it is about, where one chooses."""

    command: Command
    item: str | None = None
    talk: TalkForm | None = None
    minutes: int = 0
    number: int = 0  # people without a phone
    script: Script | None = None


@dataclass(frozen=True)
class Moment:
    """What a command looks at beside the session itself."""

    now: datetime
    people: int = 0  # with a phone, who are present
    shown: frozenset[ShownMark] = frozenset()
    agreed: frozenset[tuple[str, str]] = frozenset()  # step and item
    picks: tuple[str, ...] = ()  # what can be chosen from at a step that collects


@dataclass(frozen=True)
class Change:
    """What comes of a command: the session as it then is, and the votes that were shown by it."""

    session: GroupSession
    shown: tuple[ShownMark, ...] = field(default=())


def step_of(session: GroupSession) -> SessionStep:
    """Return the step on the table. Raises SessionRefused while there is none."""
    step = session.present_step
    if step is None:
        raise SessionRefused("step")
    return step


def marks_of(step: SessionStep, items: tuple[str, ...], turn: Turn) -> tuple[ShownMark, ...]:
    """Return the marks of items that are shown."""
    return tuple(ShownMark(step.id, item, turn) for item in items)


def first_item(step: SessionStep) -> str:
    """Return what is on the table first; empty for all items of a step at once."""
    return "" if step.is_whole else step.on_the_table[0]


def first_items(session: GroupSession, step: SessionStep) -> tuple[str, ...]:
    """Return what a first vote is on."""
    return step.on_the_table if step.is_whole else (session.item,)


def again_items(session: GroupSession, order: Order, moment: Moment) -> tuple[str, ...]:
    """Return what a second vote is on: one item, or all of a step that were not voted on twice."""
    step = step_of(session)
    if step.takes_notes:
        return moment.picks
    item = session.item if order.item is None else order.item
    if item:
        return (item,)
    seen = {mark.item for mark in moment.shown if (mark.step, mark.turn) == (step.id, Turn.SECOND)}
    return tuple(item for item in step.on_the_table if item not in seen)


def following(session: GroupSession) -> tuple[SessionStep, str] | None:
    """Return the step and item that come next, None after the last."""
    step = step_of(session)
    if not step.is_whole and session.item != step.on_the_table[-1]:
        return step, step.on_the_table[step.on_the_table.index(session.item) + 1]
    place = session.script.place(step.id) + 1
    if place == len(session.script.steps):
        return None
    following = session.script.steps[place]
    return following, first_item(following)
