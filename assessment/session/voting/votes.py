"""Votes: what one person chose at one item, in the first or the second vote."""

from dataclasses import dataclass, replace
from datetime import datetime

from assessment.errors import InvalidInput
from assessment.session.group_session import GroupSession
from assessment.session.people import SessionPerson
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import SessionState, Turn
from assessment.session.voting.ballots import APPLIES, DEPENDS, PARTLY, ballots
from assessment.text import check_characters

MAX_WORD = 60  # characters of the word on which it depends
TABLES = "tables"  # what gives the values of tables, in the place of a role


@dataclass(frozen=True)
class SessionVote:
    """The vote of one person on one item. An empty `choice` withdraws it."""

    person: str
    step: str
    item: str
    turn: Turn
    choice: str
    need: str = ""  # at a judge step: minimal, desirable, not needed now
    word: str = ""  # at a thesis: on what it depends
    version: int = 0


@dataclass(frozen=True)
class ShownMark:
    """The mark that a vote on an item was shown; it is never taken off again."""

    step: str
    item: str
    turn: Turn


@dataclass(frozen=True)
class VoteCount:
    """How many people of a role chose something, at an item whose vote was shown."""

    step: str
    item: str
    turn: Turn
    question: str
    role: str
    choice: str
    number: int


@dataclass(frozen=True)
class ChangeCount:
    """How many people of a role voted twice on an item, and how many of them changed."""

    step: str
    item: str
    role: str
    both: int
    changed: int


def checked_vote(step: SessionStep, vote: SessionVote) -> SessionVote:
    """Return the vote with only what its step asks.

    Raises InvalidInput for what cannot be chosen there, and a word that cannot be kept.
    """
    asked = ballots(step.kind, vote.turn)
    if not asked or (vote.choice and asked[0].bin_of(vote.choice) is None):
        raise InvalidInput("choice", "unknown", f"`{vote.choice[:60]}` cannot be chosen here.")
    has_need = step.kind is StepKind.JUDGE and vote.choice in (APPLIES, PARTLY)
    need = vote.need if has_need else ""
    if need and asked[1].bin_of(need) is None:
        raise InvalidInput("need", "unknown", f"`{need[:60]}` cannot be chosen here.")
    has_word = step.kind is StepKind.THESIS and vote.choice == DEPENDS
    word = " ".join(vote.word.split()) if has_word else ""
    check_characters("word", word)
    if len(word) > MAX_WORD:
        raise InvalidInput("word", "too_long", f"The word is longer than {MAX_WORD} characters.")
    return replace(vote, need=need, word=word)


def why_no_vote(
    session: GroupSession, person: SessionPerson, vote: SessionVote, now: datetime
) -> str | None:
    """Return why a session does not take a vote at this moment, None when it does."""
    if session.state is SessionState.ENDED or session.is_forgotten(now):
        return "ended"
    if person.left:
        return "left"
    is_there = vote.item in session.open_items
    if (session.step, session.turn) != (vote.step, vote.turn) or not is_there:
        return "moved_on"
    if session.state is SessionState.PAUSED:
        return "paused"
    if not session.takes_votes:
        return "closed"
    return "table" if session.by_table and person.table is None else None
