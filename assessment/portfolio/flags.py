"""Six flags about how good the data are, in place of a mark. The project sees its own before it sends."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from assessment.portfolio.snapshot import Snapshot

LITTLE_COVERAGE = 0.6
FEW_VOICES = 5
OLD = timedelta(days=365)


class Flag(StrEnum):
    """One thing to know before reading figures."""

    LITTLE_ANSWERED = "little_answered"
    FEW_VOICES = "few_voices"
    ONE_FILLER = "one_filler"
    OLD = "old"
    ALL_THE_SAME = "all_the_same"  # a question, not an accusation
    NOTHING_KEPT = "nothing_kept"


def flags(snapshot: Snapshot, today: date) -> tuple[Flag, ...]:
    """Return the flags of a snapshot, in their own order."""
    return tuple(flag for flag, holds in _HOLDS.items() if holds(snapshot, today))


def _is_old(snapshot: Snapshot, today: date) -> bool:
    return today - snapshot.assessment.closed_on > OLD


def _all_the_same(snapshot: Snapshot, _today: date) -> bool:
    """Return whether all own levels are equal, or none is below 3. Without levels it is not known."""
    levels = [own.level for own in snapshot.own_levels]
    return len(levels) > 1 and (len(set(levels)) == 1 or min(levels) >= 3)


def _nothing_kept(snapshot: Snapshot, _today: date) -> bool:
    return snapshot.agreements_made > 0 and snapshot.agreements_kept == 0


_HOLDS: dict[Flag, Callable[[Snapshot, date], bool]] = {
    Flag.LITTLE_ANSWERED: lambda s, _: s.assessment.coverage < LITTLE_COVERAGE,
    Flag.FEW_VOICES: lambda s, _: s.assessment.voices < FEW_VOICES,
    Flag.ONE_FILLER: lambda s, _: s.assessment.fillers <= 1,
    Flag.OLD: _is_old,
    Flag.ALL_THE_SAME: _all_the_same,
    Flag.NOTHING_KEPT: _nothing_kept,
}
