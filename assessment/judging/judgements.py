"""Judgements: whether a criterion applies here, and whether it is a minimum, in one person's eyes."""

from dataclasses import dataclass, replace

from assessment.catalogue.model import Catalogue, Criterion
from assessment.errors import InvalidInput
from assessment.respondents import MAX_COMMENT
from assessment.session.script import StepKind
from assessment.session.states import Turn
from assessment.session.voting.ballots import APPLIES, DECLINED, PARTLY, ballots
from assessment.text import check_characters

MISSING = ""  # in the place of a criterion: what a person misses among all of them
_BALLOT, _NEED = ballots(StepKind.JUDGE, Turn.FIRST)
# at home nobody is waited for: who would rather not say leaves the card open
CHOICES = tuple(c for c in (*_BALLOT.options, *_BALLOT.others) if c != DECLINED)
NEEDS = _NEED.options


@dataclass(frozen=True)
class Judgement:
    """What one respondent judges of one criterion. `version` counts the changes.

    Without `choice` it is a note on a criterion that is still open. `need` is said of what applies, also
    partly. For MISSING there is a note alone.
    """

    criterion: str
    choice: str = ""
    need: str = ""
    note: str = ""
    version: int = 0

    @property
    def is_answered(self) -> bool:
        """Return whether something was chosen."""
        return bool(self.choice)


def checked_judgement(judgement: Judgement) -> Judgement:
    """Return the judgement with only what its choice carries.

    Raises InvalidInput for what cannot be chosen, a need of what was not said to apply, and a note that cannot be kept.
    """
    offered = () if judgement.criterion == MISSING else CHOICES
    if judgement.choice and judgement.choice not in offered:
        raise InvalidInput("choice", "unknown", "This is not one of the options.")
    if judgement.need and not judgement.choice:
        raise InvalidInput("choice", "missing", "First choose whether it applies.")
    need = judgement.need if judgement.choice in (APPLIES, PARTLY) else ""
    if need and need not in NEEDS:
        raise InvalidInput("need", "unknown", "This is not one of the options.")
    check_characters("note", judgement.note)
    if len(judgement.note) > MAX_COMMENT:
        message = f"The note is longer than {MAX_COMMENT:,} characters. Shorten it."
        raise InvalidInput("note", "too_long", message)
    return replace(judgement, need=need)


def cards(catalogue: Catalogue, profile: str) -> tuple[Criterion, ...]:
    """Return what there is to judge in a profile, in the order of the catalogue.

    Whoever judges looks at all of it, also at what their role is not asked to rate and at what the
    assessment leaves out: that is the question. Of the core too one may think so or not; it stands.
    """
    chosen = catalogue.profile(profile)
    if chosen is None:
        return ()
    wanted = chosen.asked_of(frozenset(catalogue.by_id))
    return tuple(criterion for criterion in catalogue.criteria if criterion.id in wanted)
