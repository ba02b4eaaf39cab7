"""Perspectives or phases with target and last time, to point at: a radar, or bars on too few axes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from assessment.services.group_lines import GroupLine
from locales import Translator
from reports.charts import screen
from reports.charts.axes import is_radar
from reports.charts.screen import Points, Value
from reports.charts.series import series, strokes
from reports.identity import Palette
from reports.wording import results


def perspectives(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> go.Figure:
    """Return scores, targets and last time; dashes and open marks say that few answers carry one."""
    axes, drawn = [_axis(line, t) for line in lines], _series(lines, t, palette)
    names = [points.name for points in drawn.values()]
    if not is_radar(lines):
        figure = screen.bars(axes, names, palette)
        figure.add_traces([screen.bar(points, palette) for points in drawn.values()])
        return figure
    figure = screen.radar(axes, names, palette)
    figure.add_traces(_now(lines, drawn, palette))
    figure.add_traces([screen.line(drawn[n]) for n in ("target", "previous") if n in drawn])
    return figure


def _axis(line: GroupLine, t: Translator) -> str:
    """Return the name of an axis with what to know about its value."""
    title = screen.label(line.title.in_language(t.language))
    if line.result.score is None:
        return f"{title}<br><i>{screen.label(results.missing(line, t))}</i>"
    score = f"{title}<br><b>{results.figure(line.result.score, t)}</b>"
    return f"{score}<br><i>{t('provisional')}</i>" if results.is_thin(line) else score


def _series(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> dict[str, Points]:
    """Return each series that is drawn by axis; a score is either firm or thin."""
    values: dict[str, list[Value]] = {
        "now": [None if results.is_thin(line) else line.result.score for line in lines],
        "thin": [line.result.score if results.is_thin(line) else None for line in lines],
        "target": [line.target for line in lines],
        "previous": [line.then for line in lines],
    }
    titles = [line.title.in_language(t.language) for line in lines]
    drawn = {}
    for kind, name in series(lines, t):
        hover = [screen.told(name, *at, t) for at in zip(titles, values[kind], strict=True)]
        drawn[kind] = Points(name, strokes(palette)[kind], values[kind], hover)
    return drawn


def _now(
    lines: Sequence[GroupLine], drawn: Mapping[str, Points], palette: Palette
) -> list[go.Scatterpolar]:
    """Return the lines of now: firm between firm axes, dashed from and to thin ones."""
    thin = [results.is_thin(line) for line in lines]
    fills = [palette.paper if is_thin else palette.current for is_thin in thin]
    kinds = [kind for kind in ("now", "thin") if kind in drawn]
    hover = [drawn["thin" if is_thin else kinds[0]].hover[n] for n, is_thin in enumerate(thin)]
    scores = [line.result.score for line in lines]
    whole = {kind: replace(drawn[kind], values=scores, hover=hover) for kind in kinds}
    area = [] if None in scores else [screen.area(whole[kinds[0]])]
    return area + [
        screen.line(whole[kind], _path(lines, is_thin=kind == "thin"), fills) for kind in kinds
    ]


def _path(lines: Sequence[GroupLine], *, is_thin: bool) -> list[int | None]:
    """Return the axes to join: firm ones with firm ones, thin ones with both their neighbours."""
    thin = [results.is_thin(line) for line in lines]
    there = [number for number, line in enumerate(lines) if line.result.score is not None]
    pieces: list[tuple[int, ...]] = [(n,) for n in there if thin[n] is is_thin]
    for start in there:
        end = (start + 1) % len(lines)
        if end in there and (thin[start] or thin[end]) is is_thin:
            pieces.append((start, end))
    return [n for piece in pieces for n in (*piece, None)]
