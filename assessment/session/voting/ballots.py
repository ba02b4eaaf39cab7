"""Ballots: what a phone is asked at an item, and the bins in which votes are counted.

The bins are those of answers (0-4, then does not apply, don't know, rather not say), so that the
rules for what may be shown and how far votes lie apart are the same ones everywhere.
"""

from dataclasses import dataclass

from assessment.answers import AnswerState
from assessment.catalogue.model import LEVELS
from assessment.scoring.counts import answer_bin
from assessment.session.script import StepKind
from assessment.session.states import Turn

LEVEL_OPTIONS = tuple(str(level) for level in range(LEVELS))
NOT_APPLICABLE, UNKNOWN, DECLINED = (
    str(state) for state in (AnswerState.NOT_APPLICABLE, AnswerState.UNKNOWN, AnswerState.DECLINED)
)
APPLIES, PARTLY, DOES_NOT_APPLY = "applies", "partly", "does_not_apply"
MINIMAL, DESIRABLE, NOT_NEEDED_NOW = "minimal", "desirable", "not_needed_now"
FOR, AGAINST, DEPENDS = "for", "against", "depends"
PICK, PASS = "pick", "pass"


@dataclass(frozen=True)
class Ballot:
    """One question to a phone: its `options` in order, and the ways of not choosing one of them."""

    question: str  # `choice`, or `need`: the second question of a judge step
    options: tuple[str, ...]
    others: tuple[str, ...] = ()

    def bin_of(self, choice: str) -> int | None:
        """Return the bin in which a choice is counted, None for what cannot be chosen."""
        if choice in self.options:
            return self.options.index(choice)
        return answer_bin(AnswerState(choice), None) if choice in self.others else None


_YES_OR_NO = Ballot("choice", ("yes", "partly", "no"), (DECLINED,))
_LEVELS = Ballot("choice", LEVEL_OPTIONS, (NOT_APPLICABLE, UNKNOWN, DECLINED))
NEED = Ballot("need", (MINIMAL, DESIRABLE, NOT_NEEDED_NOW))
PICKS = Ballot("choice", (PICK, PASS))
_BALLOTS = {
    StepKind.WELCOME: (_YES_OR_NO,),
    StepKind.THESIS: (Ballot("choice", (FOR, AGAINST, DEPENDS), (UNKNOWN, DECLINED)),),
    StepKind.JUDGE: (
        Ballot("choice", (APPLIES, PARTLY, DOES_NOT_APPLY), (UNKNOWN, DECLINED)),
        NEED,
    ),
    StepKind.RATE: (_LEVELS,),
    StepKind.TABLES: (_LEVELS,),
    StepKind.CHECKOUT: (_YES_OR_NO,),
}


def ballots(kind: StepKind, turn: Turn) -> tuple[Ballot, ...]:
    """Return what a step asks at an item, none where there is nothing to choose."""
    if kind in (StepKind.MISSING, StepKind.CHOOSE):
        return (PICKS,) if turn is Turn.SECOND else ()
    return _BALLOTS.get(kind, ())
