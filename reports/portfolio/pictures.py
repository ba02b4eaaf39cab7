"""Pictures of a portfolio as SVG: position on one scale, never length of a rank or a colour alone.

The axis of levels is 0 to 4 in every picture. Projects stand in the order that they are given in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from reports.charts.svg import LETTER, LINE_HEIGHT, Stroke, line, mark, picture, text_line, wrapped
from reports.identity import Palette

WIDTH, NARROW, SIZE = 640.0, 358.0, 14.0
LABEL = 0.4  # part of the width for names
RIGHT, LEAST_RIGHT = 0.26, 100.0  # for figures: part of the width at most, px at least
ROW = 12.0  # px between rows
MOST_TICKS = 6  # steps on an axis of counts
DIGITS = 0.9  # digits are wider than the mean of letters


@dataclass(frozen=True)
class Dot:
    """A mark at a value; `reach` draws a bar of so much to each side, for a sample alone."""

    value: float
    marker: str = "circle"
    is_open: bool = False
    reach: float | None = None


@dataclass(frozen=True)
class DotRow:
    """One row: a name, its marks, and their figures in words.

    `joined`: a line from first to last; `limit`: a stroke where the row ends, such as of how many.
    """

    title: str
    dots: tuple[Dot, ...]
    text: str
    joined: bool = False
    limit: float | None = None


def dot_rows(
    rows: Sequence[DotRow],
    palette: Palette,
    top: float = TOP_LEVEL,
    *,
    width: float = WIDTH,
    label: float = LABEL,
) -> str:
    """Render rows of marks on one axis from 0 to `top`; names take the part `label` of the width."""
    names = label * width
    longest = max((len(row.text) for row in rows), default=0)
    needed = 32 + longest * SIZE * LETTER / DIGITS
    beside = max(LEAST_RIGHT, min(needed, RIGHT * width))
    left, right = names + 16, width - beside
    step, y = (right - left) / max(top, 1), SIZE * 1.6
    parts: list[str] = []
    for row in rows:
        title = wrapped(row.title, names * 0.88, SIZE)
        figures = wrapped(_unbroken(row.text), (beside - 14) * DIGITS, SIZE)
        height = max(len(title), len(figures), 1) * SIZE * LINE_HEIGHT
        middle = y + height / 2
        parts += _texts(title, (left - 14, middle), palette, anchor="end")
        parts += _marks(row, (left, right), middle, step, palette)
        parts += _texts(figures, (right + 16, middle), palette)
        y += height + ROW
    ticks = range(LEVELS) if top == TOP_LEVEL else _whole(top)
    return picture(width, y, [*_axis(ticks, left, step, y - ROW / 2, palette), *parts], SIZE)


def _unbroken(figures: str) -> str:
    """Return figures of which no line begins with a dot between two of them, or a per cent sign."""
    return figures.replace(" ·", "\u00a0·").replace(" %", "\u00a0%")


def _whole(top: float) -> Sequence[int]:
    """Return a few round numbers from 0 to `top`."""
    steps = (digit * 10**zeros for zeros in count() for digit in (1, 2, 5))
    step = next(step for step in steps if top / step <= MOST_TICKS)
    return range(0, int(top) + 1, step)


def _axis(
    ticks: Sequence[int], left: float, step: float, bottom: float, palette: Palette
) -> Iterator[str]:
    for tick in ticks:
        x = left + tick * step
        yield line((x, SIZE * 1.3), (x, bottom), Stroke(palette.line, 0.6))
        yield text_line(str(tick), (x, SIZE), palette.soft_ink, anchor="middle", size=SIZE * 0.85)


def _texts(
    lines: Sequence[str], at: tuple[float, float], palette: Palette, anchor: str = "start"
) -> Iterator[str]:
    upper = at[1] - (len(lines) - 1) * SIZE * LINE_HEIGHT / 2 + SIZE / 3
    for number, words in enumerate(lines):
        place = (at[0], upper + number * SIZE * LINE_HEIGHT)
        yield text_line(words, place, palette.ink, anchor=anchor)


def _marks(
    row: DotRow, ends: tuple[float, float], middle: float, step: float, palette: Palette
) -> Iterator[str]:
    left, right = ends
    if row.limit is not None:
        x = left + row.limit * step
        yield line((x, middle - 8), (x, middle + 8), Stroke(palette.soft_ink, 3.5))
    if row.joined and len(row.dots) > 1:
        first, last = ((left + dot.value * step, middle) for dot in (row.dots[0], row.dots[-1]))
        yield line(first, last, Stroke(palette.previous, 2))
    for dot in row.dots:
        x = left + dot.value * step
        if dot.reach is not None:
            low, high = max(left, x - dot.reach * step), min(right, x + dot.reach * step)
            yield line((low, middle), (high, middle), Stroke(palette.target, 3))
        colour = palette.current if dot.reach is None else palette.target
        yield mark((x, middle), Stroke(colour, 2, "", dot.marker, dot.is_open), palette.paper)


@dataclass(frozen=True)
class FunnelPoint:
    """The mean of so many people of one project."""

    title: str
    n: int
    mean: float
    is_outside: bool


@dataclass(frozen=True)
class FunnelLimits:
    """The limits at one number of people."""

    n: int
    inner: tuple[float, float]
    outer: tuple[float, float]


def funnel_picture(
    points: Sequence[FunnelPoint],
    limits: Sequence[FunnelLimits],
    middle: float,
    palette: Palette,
    *,
    width: float = WIDTH,
) -> str:
    """Render means against how many answered, within the limits; who is outside has its name."""
    height, left, right = 360.0, 40.0, width - 16.0
    most = max(limit.n for limit in limits)
    fewest = min(limit.n for limit in limits)

    def at(n: float, value: float) -> tuple[float, float]:
        across = (n - fewest) / max(1, most - fewest)
        return left + across * (right - left), 320 - min(max(value, 0), TOP_LEVEL) / TOP_LEVEL * 300

    parts = [line(at(fewest, middle), at(most, middle), Stroke(palette.line, 1.5))]
    for level in range(LEVELS):
        parts.append(text_line(str(level), (left - 18, at(fewest, level)[1] + 5), palette.soft_ink))
    for n in sorted({fewest, (fewest + most) // 2, most}):
        parts.append(text_line(str(n), (at(n, 0)[0], 344), palette.soft_ink, anchor="middle"))
    for side in (0, 1):
        for name, dash in (("inner", "6 4"), ("outer", "2 4")):
            ends = [at(limit.n, getattr(limit, name)[side]) for limit in limits]
            look = Stroke(palette.previous, 1.5, dash)
            parts += [line(a, b, look) for a, b in pairwise(ends)]
    for point in points:
        x, y = at(point.n, point.mean)
        shape = "diamond" if point.is_outside else "circle"
        parts.append(mark((x, y), Stroke(palette.current, 2, "", shape), palette.paper))
        if point.is_outside:
            anchor = "end" if x > width / 2 else "start"
            side = -10 if anchor == "end" else 10
            parts.append(text_line(point.title, (x + side, y + 5), palette.ink, anchor=anchor))
    return picture(width, height, parts, SIZE)
