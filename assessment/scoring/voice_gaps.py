"""Where voices differ, and what to discuss first (docs/scoring.md, headings of those names)."""

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assessment.scoring.rules import DECIMALS, DISCUSS_MOST, VOICE_GAP
from assessment.scoring.spread import SHARED, TOO_FEW, WORDS

_NEARLY = VOICE_GAP - 0.001  # below it nothing has to be rounded
_NOTHING_TO_DISCUSS = (WORDS[SHARED], WORDS[TOO_FEW])


@dataclass(frozen=True)
class VoiceGap:
    """A difference of at least VOICE_GAP between two shown voices on one criterion."""

    criterion: str
    roles: tuple[str, str]
    difference: float  # mean of the first role minus that of the second

    @property
    def size(self) -> float:
        """The difference without its sign, as it is compared."""
        return round(abs(self.difference), DECIMALS)


def voice_gaps(means: Mapping[str, Mapping[str, float]]) -> tuple[VoiceGap, ...]:
    """Return the flagged differences between two voices, largest first.

    `means` holds the mean of every shown voice by criterion and role.
    """
    flagged = [
        VoiceGap(criterion, (one, other), difference)
        for criterion, voices in means.items()
        for one, other in itertools.combinations(voices, 2)
        if abs(difference := voices[one] - voices[other]) > _NEARLY
        and round(abs(difference), DECIMALS) >= VOICE_GAP
    ]
    return tuple(sorted(flagged, key=lambda gap: (-gap.size, gap.criterion)))


def difference_from_own(
    means: Mapping[str, float], role: str, organisation: Collection[str]
) -> float | None:
    """Return the mean of a role minus that of the organisation's own voices, None without both."""
    own = [mean for voice, mean in means.items() if voice in organisation]
    if not own or role not in means:
        return None
    return round(means[role] - sum(own) / len(own), DECIMALS)


def discuss_first(
    gaps: Sequence[VoiceGap],
    spreads: Mapping[str, tuple[str, float]],
    *,
    before_others: Collection[str] = (),
) -> tuple[str, ...]:
    """Return at most DISCUSS_MOST criteria, by largest flagged gap, lowest consensus and id.

    `spreads` holds the word and the consensus of all shown answers, by criterion. The criteria in
    `before_others` come before all others.
    """
    largest: dict[str, float] = {}
    for gap in gaps:
        largest.setdefault(gap.criterion, gap.size)
    ranked = [
        (name not in before_others, -largest.get(name, 0), round(consensus, DECIMALS), name)
        for name, (word, consensus) in spreads.items()
        if name in largest or word not in _NOTHING_TO_DISCUSS
    ]
    return tuple(name for *_, name in sorted(ranked)[:DISCUSS_MOST])
