"""Pictures of a portfolio as SVG: position on one scale, never length of a rank or a colour alone.

The axis of levels is 0 to 4 in every picture. Projects stand in the order that they are given in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from reports.charts.svg import LINE_HEIGHT, Stroke, line, mark, picture, text_line, wrapped
from reports.identity import Palette

WIDTH, NARROW, SIZE = 640.0, 358.0, 14.0
LABEL, RIGHT = 0.4, 92.0  # part of the width for names, px for figures
ROW = 12.0  # px between rows


@dataclass(frozen=True)
class Dot:
    """A mark at a value; `reach` draws a bar of so much to each side, for a sample alone."""

    value: float
    marker: str = "circle"
    is_open: bool = False
    reach: float | None = None


@dataclass(frozen=True)
class DotRow:
    """One row: a name, its marks, and their figures in words. `joined`: a line from first to last."""

    title: str
    dots: tuple[Dot, ...]
    text: str
    joined: bool = False


def dot_rows(
    rows: Sequence[DotRow], palette: Palette, top: float = TOP_LEVEL, *, width: float = WIDTH
) -> str:
    """Render rows of marks on one axis from 0 to `top`."""
    label = LABEL * width
    left, right = label + 16, width - RIGHT
    step, y = (right - left) / max(top, 1), SIZE * 1.6
    parts: list[str] = []
    for row in rows:
        title, figures = wrapped(row.title, label * 0.88, SIZE), wrapped(row.text, RIGHT - 14, SIZE)
        height = max(len(title), len(figures), 1) * SIZE * LINE_HEIGHT
        middle = y + height / 2
        parts += _texts(title, (left - 14, middle), palette, anchor="end")
        parts += _marks(row, left, middle, step, palette)
        parts += _texts(figures, (right + 16, middle), palette)
        y += height + ROW
    ticks = range(LEVELS) if top == TOP_LEVEL else _whole(top)
    return picture(width, y, [*_axis(ticks, left, step, y - ROW / 2, palette), *parts], SIZE)


def _whole(top: float) -> Sequence[int]:
    """Return a few whole numbers from 0 to `top`."""
    step = max(1, round(top / 5))
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


def _marks(row: DotRow, left: float, middle: float, step: float, palette: Palette) -> Iterator[str]:
    if row.joined and len(row.dots) > 1:
        ends = [(left + dot.value * step, middle) for dot in (row.dots[0], row.dots[-1])]
        yield line(ends[0], ends[1], Stroke(palette.previous, 2))
    for dot in row.dots:
        x = left + dot.value * step
        if dot.reach is not None:
            low, high = (max(left, x - dot.reach * step), x + dot.reach * step)
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
