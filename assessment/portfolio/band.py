"""What the field looks like beside one's own result: a median and a middle half of hidden projects.

A reader who sees some projects by name and a figure of all could solve for the others. So a band is
made of projects that are all hidden from the reader, of none or at least five, rounded to half a
level, at fixed dates, and made anew only when nobody or at least five joined or left.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
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


@dataclass(frozen=True)
class BandEdition:
    """The bands that were made at one date, and the assessments that each was made of, by criterion."""

    made_on: date
    bands: Mapping[str, Band]
    contributors: Mapping[str, frozenset[str]]


def may_follow(formers: Iterable[Set[str]], now: Set[str]) -> bool:
    """Return whether a band of these assessments may be shown to who saw bands of former ones.

    The difference between any two bands tells of who joined or left: that is nobody, or five at least.
    """
    apart = (some for former in formers for some in (now - former, former - now))
    return all(len(some) == 0 or len(some) >= FEWEST_FOR_MEDIAN for some in apart)


def next_edition(
    made_on: date,
    levels: Mapping[str, Mapping[str, float]],
    formers: Sequence[BandEdition],
    elsewhere: Sequence[BandEdition],
) -> BandEdition:
    """Return the edition after `formers`, of the levels by criterion and assessment.

    `elsewhere`: editions of other pools that the same people read. A band that would tell of too few
    stays as it was before.
    """
    last = formers[-1] if formers else BandEdition(made_on, {}, {})
    bands, contributors = {}, {}
    for criterion in sorted({*levels, *last.bands}):
        found = levels.get(criterion, {})
        seen = [e.contributors[criterion] for e in (*formers, *elsewhere) if criterion in e.bands]
        made: Band | None
        if may_follow(seen, found.keys()):
            made, of = band(list(found.values())), frozenset(found)
        else:
            made, of = last.bands.get(criterion), last.contributors.get(criterion, frozenset())
        if made is not None:
            bands[criterion], contributors[criterion] = made, of
    return BandEdition(made_on, bands, contributors)


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


def of_others(made: Band, known: int) -> Band | None:
    """Return a band as who knows some of the projects in it may see it, None for too few others.

    To them it is a band of so many projects less: the others are five at least, or eight for the middle
    half.
    """
    others = made.n - known
    if others < FEWEST_FOR_MEDIAN:
        return None
    if others < FEWEST_FOR_HALF:
        return Band(others, made.median)
    return Band(others, made.median, made.low, made.high)
