"""What the field looks like beside one's own result: a median and a middle half of hidden projects.

A reader who sees some projects by name and a figure of all could solve for the others. So a band is
made of projects that are all hidden from the reader, of none or at least five, rounded to half a
level, at fixed dates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

FEWEST_FOR_MEDIAN = 5
FEWEST_FOR_HALF = 8
STEP = 0.5  # levels
EDITIONS = ((1, 1), (7, 1))  # month and day at which bands are made anew


@dataclass(frozen=True)
class Band:
    """Of one criterion: the median of so many projects, and the middle half if there are enough."""

    n: int
    median: float
    low: float | None = None
    high: float | None = None


def band(levels: Sequence[float]) -> Band | None:
    """Return the band of the levels of hidden projects, None for too few."""
    if len(levels) < FEWEST_FOR_MEDIAN:
        return None
    middle = _rounded(median(levels))
    if len(levels) < FEWEST_FOR_HALF:
        return Band(len(levels), middle)
    ordered = sorted(levels)
    return Band(
        len(levels), middle, _rounded(_quantile(ordered, 0.25)), _rounded(_quantile(ordered, 0.75))
    )


def edition_of(day: date) -> date:
    """Return the date of the edition that holds on a day."""
    dates = [date(year, *when) for year in (day.year - 1, day.year) for when in EDITIONS]
    return max(made for made in dates if made <= day)


def _rounded(level: float) -> float:
    """Return a level rounded to STEP, halves upwards."""
    return int(level / STEP + 0.5) * STEP


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile between the neighbouring values (Hyndman and Fan, type 7)."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
