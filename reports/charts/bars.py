"""Charts as SVG: radar or bars of groups, gap bars, spread bars.

They can be read in grey: series differ by dash and marker, levels by lightness and their number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from assessment.scoring.results import CriterionResult
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from locales import Translator
from reports.charts.axes import is_radar
from reports.charts.radar import radar
from reports.charts.series import legend, series, strokes
from reports.charts.svg import (
    LINE_HEIGHT,
    Point,
    Stroke,
    bar,
    line,
    mark,
    picture,
    text_line,
    wrapped,
)
from reports.identity import Palette
from reports.wording import choices, results

WIDTH, SIZE = 640.0, 14.0  # of bars, and their letters
LABEL = 270.0  # px for the names of bars
NARROW, NARROW_LABEL = 440.0, 130.0  # where bars stand in half a page or on a phone
ROW, BAR = 12.0, 16.0  # px between bars, height of one
SHADES = (0.0, 0.18, 0.4, 0.8, 1.0)  # how dark each level is


@dataclass(frozen=True)
class VoiceSpread:
    """The levels one voice gave, with a sentence on them."""

    name: str
    levels: Sequence[int]
    sentence: str


def groups(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> str:
    """Render perspectives or phases: a radar, or bars when it would have no shape."""
    return (radar if is_radar(lines) else group_bars)(lines, t, palette)


def group_bars(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> str:
    """Render a bar per perspective or phase, with its target and last time as marks."""
    rows = [
        _Row(
            group.title.in_language(t.language),
            group.result.score,
            group.target,
            results.figure(group.result.score, t)
            if group.result.score is not None
            else results.missing(group, t),
            is_thin=group.result.provisional,
            then=group.then,
        )
        for group in lines
    ]
    return _bars(rows, series(lines, t), palette, NARROW, NARROW_LABEL)


def gap_bars(
    outcome: Outcome, criteria: Sequence[CriterionResult], t: Translator, palette: Palette
) -> str:
    """Render score and target of criteria with a gap."""
    rows = [
        _Row(
            choices.criterion_title(outcome.catalogue, result.criterion, t),
            result.score,
            result.target,
            f"{results.figure(result.score, t)} → {results.target(result, t)}",
        )
        for result in criteria
    ]
    return _bars(rows, [("now", t("Now")), ("target", t("Target"))], palette, WIDTH, LABEL)


@dataclass(frozen=True)
class _Row:
    title: str
    score: float | None
    target: float | None
    text: str
    is_thin: bool = False
    then: float | None = None


def _bars(
    rows: Sequence[_Row],
    shown: Sequence[tuple[str, str]],
    palette: Palette,
    width: float,
    label: float,
) -> str:
    left, right = label + 12, width - 96
    step, y = (right - left) / TOP_LEVEL, SIZE * 1.6
    parts: list[str] = []
    for row in rows:
        title = wrapped(row.title, label, SIZE)
        height = max(BAR, len(title) * SIZE * LINE_HEIGHT)
        parts += _bar_row(row, title, (left, y + height / 2), step, palette)
        y += height + ROW
    parts = [*_grid(left, step, y - ROW / 2, palette), *parts]
    look = strokes(palette)
    named, end = legend([(look[n], title) for n, title in shown], y + 2, width, SIZE, palette)
    return picture(width, end, [*parts, *named], SIZE)


def _grid(left: float, step: float, bottom: float, palette: Palette) -> Iterator[str]:
    for level in range(LEVELS):
        x = left + level * step
        yield line((x, SIZE * 1.3), (x, bottom), Stroke(palette.line, 0.6))
        yield text_line(str(level), (x, SIZE), palette.soft_ink, anchor="middle", size=SIZE * 0.85)


def _bar_row(
    row: _Row, title: Sequence[str], at: Point, step: float, palette: Palette
) -> Iterator[str]:
    left, middle = at
    look, upper = strokes(palette), middle - (len(title) - 1) * SIZE * LINE_HEIGHT / 2 + SIZE / 3
    yield from _lines(title, (left - 12, upper), palette.ink, anchor="end")
    if row.score is not None:
        if row.target is not None and row.target > row.score:
            start, end = left + row.score * step, left + row.target * step
            yield line((start, middle), (end, middle), look["target"])
        corner, wide = (left, middle - BAR / 2), row.score * step
        edge = Stroke(palette.current, 1.5, "5 3" if row.is_thin else "")
        yield bar(corner, wide, BAR, palette.paper if row.is_thin else palette.current, edge)
    for value, name in ((row.then, "previous"), (row.target, "target")):
        if value is not None:
            yield mark((left + value * step, middle), look[name], palette.paper)
    corner = (left + TOP_LEVEL * step + 14, middle + SIZE / 3)
    yield text_line(row.text, corner, palette.ink, weight=600)


def spread_bars(voices: Sequence[VoiceSpread], palette: Palette) -> str:
    """Render per voice how often each level was given: a part per level, darker for a higher one.

    A voice of one person has no bar: it would look as if it weighed as much as a group.
    """
    y, left, wide = 4.0, 190.0, WIDTH - 190 - 4
    parts: list[str] = []
    for voice in voices:
        title = wrapped(voice.name, left - 16, SIZE)
        parts += _lines(title, (left - 10, y + SIZE * 1.1), palette.ink, anchor="end", weight=600)
        below = y
        if sum(voice.levels) > 1:
            parts += _segments(voice.levels, (left, y), wide, palette)
            below += 22
        sentence = wrapped(voice.sentence, wide, SIZE)
        parts += _lines(sentence, (left, below + SIZE * 1.1), palette.soft_ink)
        high = below - y + len(sentence) * SIZE * LINE_HEIGHT
        y += max(high, len(title) * SIZE * LINE_HEIGHT) + 10
    return picture(WIDTH, y, parts, SIZE)


def _lines(
    texts: Sequence[str], at: Point, fill: str, *, anchor: str = "start", weight: int = 400
) -> Iterator[str]:
    for number, text in enumerate(texts):
        start = (at[0], at[1] + number * SIZE * LINE_HEIGHT)
        yield text_line(text, start, fill, anchor=anchor, weight=weight)


def _segments(levels: Sequence[int], at: Point, wide: float, palette: Palette) -> Iterator[str]:
    x, y = at
    edge = Stroke(palette.ink, 0.8)
    for level, number in enumerate(levels):
        if not number:
            continue
        width = wide * number / sum(levels)
        yield bar((x, y), width, 20, palette.surface)
        yield f'<g fill-opacity="{SHADES[level]:g}">{bar((x, y), width, 20, palette.current)}</g>'
        yield bar((x, y), width, 20, "none", edge)
        if width >= SIZE:
            ink = palette.on_primary if level >= LEVELS - 2 else palette.ink
            yield text_line(str(level), (x + width / 2, y + 15), ink, anchor="middle", weight=600)
        x += width
