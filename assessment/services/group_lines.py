"""Perspectives and phases as they are shown: score and coverage beside target and last time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.catalogue.model import Catalogue, Criterion, Text
from assessment.scoring.movement import Movement
from assessment.scoring.results import GroupResult, Result


@dataclass(frozen=True)
class GroupLine:
    """A perspective or phase as it is shown: score and coverage, target and last time."""

    title: Text
    result: GroupResult
    scales: tuple[str, ...]  # of the criteria that apply
    target: float | None  # weighted mean of the targets that were chosen
    targets: int  # how many criteria have one
    then: float | None  # last time, over the criteria that can be compared
    now: float | None  # now, over the same criteria
    compared: int  # how many those are


def group_lines(
    catalogue: Catalogue,
    result: Result,
    movement: Mapping[str, Movement],
    kind: Literal["perspective", "phase"],
) -> tuple[GroupLine, ...]:
    """Return the perspectives or phases that have criteria in scope, in the catalogue's order."""
    parts = catalogue.perspectives if kind == "perspective" else catalogue.phases
    figures = result.perspectives if kind == "perspective" else result.phases
    inside: dict[str, list[Criterion]] = {part.id: [] for part in parts}
    for name in result.criteria:
        criterion = catalogue.by_id[name]
        inside[criterion.perspective if kind == "perspective" else criterion.phase].append(
            criterion
        )
    return tuple(
        _group_line(part.title, figures[part.id], inside[part.id], result, movement)
        for part in parts
        if inside[part.id]
    )


def _group_line(
    title: Text,
    figures: GroupResult,
    criteria: Sequence[Criterion],
    result: Result,
    movement: Mapping[str, Movement],
) -> GroupLine:
    """Hold a group against its targets and against last time, comparing like with like only."""
    results = result.criteria
    apply = [c for c in criteria if results[c.id].applies]
    targets = [(float(t), c.weight) for c in apply if (t := results[c.id].target) is not None]
    like = [(m, c.weight) for c in criteria if (m := movement.get(c.id)) and m.change is not None]
    return GroupLine(
        title=title,
        result=figures,
        scales=tuple(dict.fromkeys(c.scale for c in apply)),
        target=_mean(targets),
        targets=len(targets),
        then=_mean((m.then, weight) for m, weight in like if m.then is not None),
        now=_mean((m.now, weight) for m, weight in like if m.now is not None),
        compared=len(like),
    )


def _mean(weighted: Iterable[tuple[float, float]]) -> float | None:
    """Return the mean of values by weight, None when there are none."""
    pairs = list(weighted)
    if not pairs:
        return None
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)
