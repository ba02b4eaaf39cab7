"""What a room judged: minimal, does not apply, or talk; the rule that is printed beforehand."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction

CLEAR_SHARE = Fraction(3, 4)  # of those who chose, from which a judgement is clear
ROLE_SHARE = Fraction(1, 2)  # of every role that is shown, below which it is not
MANY_MINIMAL = Fraction(3, 5)  # of the items; above it nothing is really a minimum
_MINIMAL, _APPLIES, _DOES_NOT_APPLY = 0, 0, 2  # places among the options of the two questions


class Verdict(StrEnum):
    """What comes of judging one item."""

    MINIMAL = "minimal"
    DOES_NOT_APPLY = "does_not_apply"
    TALK = "talk"


def verdict_of(choice: Sequence[Sequence[int]], need: Sequence[Sequence[int]]) -> Verdict:
    """Return the verdict on an item.

    `choice` and `need` hold how often each option of the two questions was chosen: by all who are
    shown, then by each role that is shown. Nothing, where nothing may be shown.
    """
    if _is_clear(choice, _DOES_NOT_APPLY):
        return Verdict.DOES_NOT_APPLY
    applies = [(sum(voice) - voice[_DOES_NOT_APPLY], voice[_DOES_NOT_APPLY]) for voice in choice]
    # of how much it is needed only those speak for whom it applies: without the others asked too, a
    # group that says that it does not apply would be passed over
    is_minimal = _is_clear(need, _MINIMAL) and _is_clear(applies, _APPLIES)
    return Verdict.MINIMAL if is_minimal else Verdict.TALK


def has_too_many_minimal(verdicts: Iterable[Verdict]) -> bool:
    """Return whether more than 60 % is minimal: then it is asked what may wait."""
    judged = list(verdicts)
    minimal = judged.count(Verdict.MINIMAL)
    return bool(judged) and minimal > MANY_MINIMAL * len(judged)


def _is_clear(counts: Sequence[Sequence[int]], option: int) -> bool:
    shares = [Fraction(voice[option], sum(voice)) for voice in counts if sum(voice)]
    return (
        bool(shares)
        and shares[0] >= CLEAR_SHARE
        and all(share >= ROLE_SHARE for share in shares[1:])
    )
