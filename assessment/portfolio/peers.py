"""Projects in like circumstances: near in kind, target group, minors, size, stage and region.

Distance: Gower (1971), A general coefficient of similarity. What one of two does not say counts for neither.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST = 8  # peers
FARTHEST = 0.4


@dataclass(frozen=True)
class Circumstances:
    """What a project said about itself when it shared."""

    kind: str = ""
    target_group: str = ""
    minors: str = ""
    size: int | None = None
    stage: str = ""
    region: str = ""


_WORDS = ("kind", "target_group", "minors", "stage", "region")


def distance(one: Circumstances, other: Circumstances, size_range: float) -> float | None:
    """Return how far two projects are from each other, 0 ... 1; None when they share no field.

    `size_range`: how far the logarithms of all sizes lie apart.
    """
    parts = []
    for name in _WORDS:
        mine, theirs = getattr(one, name).casefold(), getattr(other, name).casefold()
        if mine and theirs:
            parts.append(float(mine != theirs))
    if one.size is not None and other.size is not None:
        apart = abs(math.log1p(one.size) - math.log1p(other.size))
        parts.append(apart / size_range if size_range > 0 else 0.0)
    return sum(parts) / len(parts) if parts else None


def size_range_of(circumstances: Iterable[Circumstances]) -> float:
    """Return how far the logarithms of the sizes of projects lie apart."""
    sizes = [math.log1p(one.size) for one in circumstances if one.size is not None]
    return max(sizes) - min(sizes) if sizes else 0.0


def peers(own: Circumstances, others: Mapping[str, Circumstances]) -> tuple[str, ...]:
    """Return the nearest projects, at most MOST and none beyond FARTHEST, the nearest first."""
    apart = size_range_of([own, *others.values()])
    found = {name: distance(own, other, apart) for name, other in others.items()}
    near = [(d, name) for name, d in found.items() if d is not None and d <= FARTHEST]
    return tuple(name for _, name in sorted(near)[:MOST])
