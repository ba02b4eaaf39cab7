"""Like with like: which shares may be laid beside each other, and why others may not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from assessment.portfolio.outline import Outline
from assessment.portfolio.snapshot import Openness, OwnLevel, Snapshot

OLDEST = timedelta(days=731)  # 24 months
STEP = 0.5  # levels from which a criterion went up or down


class NotAlike(StrEnum):
    """Why a share is not compared."""

    OTHER_CATALOGUE = "other_catalogue"
    OTHER_VERSION = "other_version"
    TOO_OLD = "too_old"
    OTHER_SCALE = "other_scale"
    NOT_SHOWN = "not_shown"  # the project chose to show less
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Reference:
    """With what a portfolio compares: a catalogue and the first number of its version."""

    catalogue: str
    major: str


def reference_of(outlines: Iterable[Outline]) -> Reference | None:
    """Return the catalogue and version that most shares have; of equals the newest version."""
    counts = Counter((outline.catalogue, outline.major) for outline in outlines)
    if not counts:
        return None
    chosen = max(counts, key=lambda key: (counts[key], int(key[1]), key[0]))
    return Reference(*chosen)


def why_not(outline: Outline, reference: Reference, today: date) -> NotAlike | None:
    """Return why a share is not compared at all, None if it is."""
    if outline.catalogue != reference.catalogue:
        return NotAlike.OTHER_CATALOGUE
    if outline.major != reference.major:
        return NotAlike.OTHER_VERSION
    if today - outline.closed_on > OLDEST:
        return NotAlike.TOO_OLD
    return None


def why_no_level(snapshot: Snapshot, criterion: str, scale: str) -> NotAlike | None:
    """Return why a share has no level to compare on a criterion, None if it has one."""
    if not snapshot.openness.includes(Openness.LEVELS):
        return NotAlike.NOT_SHOWN
    own = snapshot.own.get(criterion)
    if own is None:
        return NotAlike.NOT_ASKED
    return None if own.scale == scale else NotAlike.OTHER_SCALE


@dataclass(frozen=True)
class Shared:
    """How many criteria two shares have in common, of how many of the first: "27 of 34 shared"."""

    both: int
    of: int


def shared_criteria(one: Snapshot, other: Snapshot) -> Shared:
    """Return how many levels of one share can be held against another one."""
    both = [c for c, own in one.own.items() if _same_scale(own, other.own.get(c))]
    return Shared(len(both), len(one.own))


def _same_scale(own: OwnLevel, other: OwnLevel | None) -> bool:
    return other is not None and other.scale == own.scale


@dataclass(frozen=True)
class Moved:
    """Movement between two shares of a project: how many criteria went up, stayed, went down, are new."""

    up: tuple[str, ...]
    same: tuple[str, ...]
    down: tuple[str, ...]
    new: tuple[str, ...]
    other_people: bool  # groups answered: not the same people


def moved(then: Snapshot, now: Snapshot) -> Moved | None:
    """Return the movement of own levels, None between two that are not alike.

    Up and down from STEP on, on criteria that both have on the same scale.
    """
    if _edition(then) != _edition(now):
        return None
    steps = {
        c: own.level - then.own[c].level
        for c, own in now.own.items()
        if _same_scale(own, then.own.get(c))
    }
    return Moved(
        up=tuple(c for c, step in steps.items() if step >= STEP),
        same=tuple(c for c, step in steps.items() if abs(step) < STEP),
        down=tuple(c for c, step in steps.items() if step <= -STEP),
        new=tuple(c for c in now.own if c not in steps),
        other_people=bool(then.group_levels or now.group_levels),
    )


def _edition(snapshot: Snapshot) -> tuple[str, str]:
    about = snapshot.assessment
    return about.catalogue, about.catalogue_version.partition(".")[0]


def open_criteria(outlines: Iterable[Outline]) -> dict[str, tuple[int, int]]:
    """Return per core or minimal criterion in how many projects it is open, of how many that say.

    Core criteria first, then by id: never by how many.
    """
    core: set[str] = set()
    minimal: set[str] = set()
    open_: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for outline in outlines:
        core.update(outline.core.split())
        minimal.update(outline.minimal.split())
        open_.update(outline.open.split())
        met.update(outline.met.split())
    return {c: (open_[c], open_[c] + met[c]) for c in (*sorted(core), *sorted(minimal - core))}
