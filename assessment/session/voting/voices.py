"""Which voices of a vote may be shown: the rules of `assessment.scoring.visibility`, twice.

In a session no role speaks for the organisation alone: nobody is shown below the number. And a voice
must reach it in the first vote, in the second, and among phones alone:

- Hands are seen by everybody in the room. So a voice that holds both has enough phones too, or else
  taking the hands away would leave the few who voted by phone.
- What a role was shown as in the first vote (by itself, or in the pool of small ones) it stays in the
  second. Otherwise a role that grew by one would come out of the pool, and the difference between the
  votes would be the rest of the pool.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assessment.catalogue.model import LEVELS
from assessment.scoring.counts import BINS
from assessment.scoring.spread import Counts
from assessment.scoring.visibility import OTHER_VOICES, visible


@dataclass(frozen=True)
class BinCounts:
    """What one vote counted, for one question: by role and bin, on phones and by hand."""

    roles: tuple[str, ...]
    phones: Counts  # (roles, bins)
    hands: Counts

    @classmethod
    def of(
        cls,
        roles: Sequence[str],
        phones: Mapping[tuple[str, int], int],
        hands: Mapping[tuple[str, int], int],
    ) -> "BinCounts":
        """Count by role and bin. Roles that are not named are left out."""
        tables = [np.zeros((len(roles), BINS), np.int64) for _ in range(2)]
        for table, numbers in zip(tables, (phones, hands), strict=True):
            for (role, bin_), number in numbers.items():
                if role in roles:
                    table[roles.index(role), bin_] += number
        return cls(tuple(roles), *tables)


@dataclass(frozen=True)
class ShownVoices:
    """The bins of every voice that may be shown, and of the hands among them, by role.

    `large` are the roles that are shown by themselves.
    """

    bins: Mapping[str, tuple[int, ...]]
    by_hand: Mapping[str, int]
    large: frozenset[str]


def shown_voices(
    counted: BinCounts, threshold: int, earlier: ShownVoices | None = None
) -> ShownVoices:
    """Return the voices that may be shown; `earlier`: those that the first vote showed."""
    large = _large_roles(counted, threshold)
    was_large = earlier.large if earlier else frozenset()
    if earlier and OTHER_VOICES in earlier.bins:
        large &= was_large  # the others were shown as one
    rest = [n for n, role in enumerate(counted.roles) if role not in large | was_large]
    bins, by_hand = {}, {}
    for n, role in enumerate(counted.roles):
        if role in large:
            bins[role] = _plain(counted.phones[n] + counted.hands[n])
            by_hand[role] = int(counted.hands[n].sum())
    phones, hands = counted.phones[rest].sum(axis=0), counted.hands[rest].sum(axis=0)
    if _may_pool(phones, hands, threshold):
        levels = (phones + hands) * (np.arange(BINS) < LEVELS)
        bins[OTHER_VOICES] = _plain(levels)
        by_hand[OTHER_VOICES] = int(hands[:LEVELS].sum())
    return ShownVoices(bins, by_hand, large)


def _large_roles(counted: BinCounts, threshold: int) -> frozenset[str]:
    """Return the roles with enough votes, and enough on phones where there are any."""
    both, phones = (
        _large(table, threshold) for table in (counted.phones + counted.hands, counted.phones)
    )
    has_phones = counted.phones[:, :LEVELS].any(axis=1)
    fits = both & (phones | ~has_phones)
    return frozenset(role for role, fit in zip(counted.roles, fits, strict=True) if fit)


def _large(table: Counts, threshold: int) -> Counts:
    """Return which roles (roles, bins) are shown by themselves."""
    nobody = np.zeros(len(table), np.bool_)
    return visible(table[None, None], nobody, threshold).shown[0, 0, :-1]


def _may_pool(phones: Counts, hands: Counts, threshold: int) -> bool:
    both, alone = (int(_large(row[None], threshold)[0]) for row in (phones + hands, phones))
    return bool(both and (alone or not phones[:LEVELS].any()))


def _plain(row: Counts) -> tuple[int, ...]:
    return tuple(int(number) for number in row)
