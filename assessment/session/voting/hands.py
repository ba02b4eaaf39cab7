"""Hands counted in the room: typed in per role after closing, set and never added."""

from dataclasses import dataclass

from assessment.errors import InvalidInput
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import Turn
from assessment.session.voting.ballots import ballots

MAX_HANDS = 1_000


@dataclass(frozen=True)
class HandCount:
    """How many hands of a role went up for something, in answer to one question of a ballot."""

    step: str
    item: str
    turn: Turn
    question: str
    role: str
    choice: str
    count: int


def checked_hands(step: SessionStep, hands: HandCount) -> HandCount:
    """Return the count unchanged. Raises InvalidInput for what nobody could raise a hand for."""
    asked = {ballot.question: ballot for ballot in ballots(step.kind, hands.turn)}
    ballot = asked.get(hands.question)
    if step.kind is StepKind.TABLES or ballot is None or ballot.bin_of(hands.choice) is None:
        raise InvalidInput("choice", "unknown", f"`{hands.choice[:60]}` cannot be chosen here.")
    if not 0 <= hands.count <= MAX_HANDS:
        text = f"The number of hands must be between 0 and {MAX_HANDS:,}."
        raise InvalidInput("count", "range", text)
    return hands
