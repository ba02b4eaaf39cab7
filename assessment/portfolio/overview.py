"""What a reader sees of many projects at once: where they stand, what they promised, in which order. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean

from assessment.agreements import AgreementStatus
from assessment.portfolio.comparing import NotAlike, why_no_level
from assessment.portfolio.outline import Outline
from assessment.portfolio.snapshot import AboutProject, GroupLevel, Snapshot
from assessment.portfolio.uncertainty import Sample

SIZES = (10, 50, 200)  # up to and including


class ProjectOrder(StrEnum):
    """In which order projects stand: there is no other one."""

    NAME = "name"
    GROUP = "group"
    DATE = "date"


@dataclass(frozen=True)
class PerspectivePoint:
    """Where a project puts itself in one perspective: the mean of so many levels of its own."""

    mean: float
    n: int


def perspective_points(snapshot: Snapshot) -> dict[str, PerspectivePoint]:
    """Return the points of a project by perspective; empty when it does not show its levels."""
    levels: dict[str, list[float]] = {}
    for own in snapshot.own_levels:
        levels.setdefault(own.perspective, []).append(own.level)
    return {name: PerspectivePoint(fmean(found), len(found)) for name, found in levels.items()}


@dataclass(frozen=True)
class Promises:
    """Agreements of projects: how many were made and kept, and how many are past their day."""

    made: int
    kept: int
    due: int | None  # None: the agreements themselves are not shown


def promises(snapshot: Snapshot, today: date) -> Promises:
    """Return the agreements of a project in numbers."""
    agreements = snapshot.agreements
    if agreements is None:
        return Promises(snapshot.agreements_made, snapshot.agreements_kept, None)
    ended = (AgreementStatus.DONE, AgreementStatus.DROPPED)
    due = sum(a.due is not None and a.due <= today and a.status not in ended for a in agreements)
    return Promises(snapshot.agreements_made, snapshot.agreements_kept, due)


@dataclass(frozen=True)
class StripPoint:
    """One project on one criterion: its own level, or why there is none, and its groups."""

    share: str
    level: float | None
    why_not: NotAlike | None
    groups: tuple[GroupLevel, ...]


def strip(snapshots: Mapping[str, Snapshot], criterion: str) -> tuple[StripPoint, ...]:
    """Return a point per project, in the order given, on the scale that most of them have."""
    scales = Counter(s.own[criterion].scale for s in snapshots.values() if criterion in s.own)
    scale = max(sorted(scales), key=scales.__getitem__, default="")
    return tuple(_point(name, one, criterion, scale) for name, one in snapshots.items())


def _point(share: str, snapshot: Snapshot, criterion: str, scale: str) -> StripPoint:
    reason = why_no_level(snapshot, criterion, scale)
    level = snapshot.own[criterion].level if reason is None else None
    groups = tuple(g for g in snapshot.group_levels if g.criterion == criterion)
    return StripPoint(share, level, reason, groups)


def sample_of(group: GroupLevel) -> Sample:
    """Return a group as a sample of all who were asked."""
    return Sample(group.n, group.mean, group.sd, group.of)


def samples(points: Sequence[StripPoint], role: str) -> dict[str, Sample]:
    """Return what one role said in every project where it may be shown."""
    return {p.share: sample_of(g) for p in points for g in p.groups if g.role == role}


@dataclass(frozen=True)
class ContextFilter:
    """Which projects to look at, by what they say about themselves; empty: all of them."""

    kind: str = ""
    target_group: str = ""
    minors: str = ""
    stage: str = ""
    region: str = ""
    size: str = ""

    def fits(self, about: AboutProject | Outline) -> bool:
        """Return whether a project is among them."""
        wanted = [(name, value) for name, value in vars(self).items() if value]
        return not wanted or all(circumstance(about, name) == value for name, value in wanted)


def circumstance(about: AboutProject | Outline, name: str) -> str:
    """Return one thing that a project says about itself, its size as a class."""
    said: str = size_class(about.size) if name == "size" else getattr(about, name)
    return said


def size_class(size: int | None) -> str:
    """Return a size as a class, such as "11-50"; empty when it is not known."""
    if size is None:
        return ""
    lowest = 0
    for highest in SIZES:
        if size <= highest:
            return f"{lowest}-{highest}"
        lowest = highest + 1
    return f"{lowest}+"


def filter_choices(projects: Iterable[AboutProject | Outline]) -> dict[str, tuple[str, ...]]:
    """Return per field which values projects have, where there is more than one to choose from."""
    said = list(projects)
    values = {
        name: {circumstance(about, name) for about in said} - {""} for name in vars(ContextFilter())
    }
    return {name: tuple(sorted(found)) for name, found in values.items() if len(found) > 1}
