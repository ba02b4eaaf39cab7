"""The radar of perspectives or phases, as SVG."""

import math
from collections.abc import Iterator, Sequence

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from assessment.services.group_lines import GroupLine
from locales import Translator
from reports.charts.series import legend, series, strokes
from reports.charts.svg import (
    LINE_HEIGHT,
    Point,
    Stroke,
    line,
    mark,
    picture,
    shape,
    text_line,
    wrapped,
)
from reports.identity import Palette
from reports.wording import results

WIDTH, SIZE, RADIUS = 420.0, 16.0, 92.0  # wide enough for a long name beside it in any font
MISSING_WIDTH = 90  # beside the axis, for why there is no score


def radar(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> str:
    """Render one polygon per series; what has no value is a gap in the line, never 0."""
    look = strokes(palette)
    labels = [_axis_label(group, t) for group in lines]
    top = 14 + SIZE * LINE_HEIGHT * max(map(len, labels))
    centre = (WIDTH / 2, top + RADIUS)
    parts = [*_web(len(lines), centre, palette), *_axis_names(labels, centre, palette)]
    for name, values in (
        ("previous", [group.then for group in lines]),
        ("target", [group.target for group in lines]),
    ):
        parts += _polygon(values, centre, look[name], palette)
    parts += _now(lines, centre, palette)
    shown = [(look[name], title) for name, title in series(lines, t)]
    bottom = centre[1] + RADIUS + SIZE * LINE_HEIGHT * (max(map(len, labels)) + 1)
    named, height = legend(shown, bottom, WIDTH, SIZE, palette)
    return picture(WIDTH, height, [*parts, *named], SIZE)


def _axis_label(group: GroupLine, t: Translator) -> list[str]:
    title = wrapped(group.title.in_language(t.language), 120, SIZE)
    if group.result.score is None:
        return [*title, *wrapped(results.missing(group, t), MISSING_WIDTH, SIZE)]
    score = results.figure(group.result.score, t)
    return [*title, score, *([t("provisional")] if group.result.provisional else [])]


def _corner(number: int, of: int, value: float, centre: Point) -> Point:
    angle = 2 * math.pi * number / of
    reach = RADIUS * value / TOP_LEVEL
    return centre[0] + reach * math.sin(angle), centre[1] - reach * math.cos(angle)


def _web(axes: int, centre: Point, palette: Palette) -> Iterator[str]:
    """Render the lines of the levels and of the axes."""
    thin = Stroke(palette.line, 0.8)
    for level in range(1, LEVELS):
        corners = [_corner(n, axes, level, centre) for n in range(axes)]
        for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
            yield line(start, end, thin)
    for n in range(axes):
        yield line(centre, _corner(n, axes, TOP_LEVEL, centre), thin)
    for level in range(1, LEVELS):
        x, y = _corner(0, axes, level, centre)
        yield text_line(str(level), (x + 5, y + 12), palette.soft_ink, size=SIZE * 0.75)


def _axis_names(labels: Sequence[list[str]], centre: Point, palette: Palette) -> Iterator[str]:
    """Render what stands around: a list of lines per axis, the last one bold."""
    height = SIZE * LINE_HEIGHT
    for number, label in enumerate(labels):
        x, y = _corner(number, len(labels), TOP_LEVEL * 1.1, centre)
        sideways, down = x - centre[0], y - centre[1]
        is_middle = abs(sideways) < RADIUS / 4
        anchor = "middle" if is_middle else "start" if sideways > 0 else "end"
        start = y + SIZE / 3 - height * (len(label) - 1) / 2
        if is_middle:
            start = y + SIZE if down > 0 else y - height * (len(label) - 1) - 2
        for row, text in enumerate(label):
            weight = 600 if row == len(label) - 1 else 400
            at = (x, start + row * height)
            yield text_line(text, at, palette.ink, anchor=anchor, weight=weight)


def _polygon(
    values: Sequence[float | None], centre: Point, stroke: Stroke, palette: Palette
) -> Iterator[str]:
    """Render one series; what has no value is a gap."""
    around = range(len(values))
    corners = [
        None if v is None else _corner(n, len(values), v, centre)
        for n, v in zip(around, values, strict=True)
    ]
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        if start is not None and end is not None:
            yield line(start, end, stroke)
    yield from (mark(corner, stroke, palette.paper) for corner in corners if corner is not None)


def _now(lines: Sequence[GroupLine], centre: Point, palette: Palette) -> Iterator[str]:
    """Render the line of now: firm between firm axes, dashed from and to thin ones."""
    look, of = strokes(palette), len(lines)
    thin = [group.result.provisional for group in lines]
    scores = [group.result.score for group in lines]
    corners = [None if s is None else _corner(n, of, s, centre) for n, s in enumerate(scores)]
    whole = [corner for corner in corners if corner is not None]
    if len(whole) == of:
        yield shape(whole, palette.current, 0.12)
    for n, start in enumerate(corners):
        end = corners[(n + 1) % of]
        if start is not None and end is not None:
            yield line(start, end, look["thin" if thin[n] or thin[(n + 1) % of] else "now"])
    for n, corner in enumerate(corners):
        if corner is not None:
            yield mark(corner, look["thin" if thin[n] else "now"], palette.paper, 5.5)
