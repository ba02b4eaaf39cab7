"""The figures of a result: a radar, or bars when too few axes have a value. Static, without hover.

Series differ by colour, dash and marker. What has no value is a gap in the line, never 0. Axes with
thin coverage have open markers and dashed lines.
"""

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from assessment.services.group_lines import GroupLine
from locales import Translator
from reports.charts.axes import is_radar
from reports.identity import FONT, Palette
from reports.wording import results

LABEL_WIDTH = 14  # characters of an axis title before it goes on below
RADAR_HEIGHT = 450  # px
LEGEND_MARGIN = 105  # pixels below a figure for its names
BAR_HEIGHT, BARS_MARGIN = 64, 110  # px per bar, px around all
CONFIG = {"staticPlot": True, "displayModeBar": False, "responsive": True}

Value = float | None


@dataclass(frozen=True)
class Series:
    """How one series looks."""

    colour: str
    dash: str
    symbol: str
    width: float = 2.5


def looks(palette: Palette) -> dict[str, Series]:
    """Return how each series looks, different without colour too."""
    return {
        "now": Series(palette.current, "solid", "circle", 3.5),
        "thin": Series(palette.current, "dash", "circle", 3),
        "target": Series(palette.target, "dot", "diamond"),
        "previous": Series(palette.previous, "dashdot", "square"),
    }


def picture(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> go.Figure:
    """Return the radar of perspectives or phases, or bars when it would have no shape."""
    return (radar if is_radar(lines) else bars)(lines, t, palette)


def radar(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> go.Figure:
    """Return one polygon per series over the axes of `lines`."""
    axes = [_axis(line, t) for line in lines]
    look = looks(palette)
    figure = go.Figure(layout=layout(palette, RADAR_HEIGHT))
    figure.update_polars(polar(axes, palette))
    scores = [line.result.score for line in lines]
    if None not in scores:
        figure.add_trace(_area(scores, axes, palette))
    for name, title, values in (
        ("previous", t("Last time"), [line.then for line in lines]),
        ("target", t("Target"), [line.target for line in lines]),
    ):
        if any(value is not None for value in values):
            figure.add_trace(polygon(values, axes, look[name], title))
    figure.add_traces(_now(_Scores.of(lines, axes), t, palette))
    return figure


def _axis(line: GroupLine, t: Translator) -> str:
    """Return the title of an axis, in short lines, with what to know about its value."""
    title = "<br>".join(
        map(html.escape, textwrap.wrap(line.title.in_language(t.language), LABEL_WIDTH))
    )
    if line.result.score is None:
        lacking = "<br>".join(textwrap.wrap(results.missing(line, t), LABEL_WIDTH - 4))
        return f"{title}<br><i>{lacking}</i>"
    score = f"{title}<br><b>{results.figure(line.result.score, t)}</b>"
    return f"{score}<br><i>{t('provisional')}</i>" if line.result.provisional else score


def polar(axes: Sequence[str], palette: Palette) -> dict[str, object]:
    """Return the axes of a radar with levels 0 to 4."""
    line = {"gridcolor": palette.line, "linecolor": palette.line}
    second = 90 - 360 / len(axes)  # degrees; the title of the first axis would cover the numbers
    return {
        "bgcolor": "rgba(0,0,0,0)",
        "gridshape": "linear",
        "angularaxis": {
            **line,
            "categoryarray": axes,
            "rotation": 90,
            "direction": "clockwise",
            "ticks": "outside",  # unseen: they keep the titles off the corners
            "ticklen": 10,
            "tickcolor": "rgba(0,0,0,0)",
        },
        "radialaxis": {
            **line,
            "range": [0, TOP_LEVEL],
            "tickvals": list(range(LEVELS)),
            "tickfont": {"color": palette.soft_ink, "size": 13},
            "angle": second,
            "tickangle": second,  # upright
            "showline": False,
            "ticks": "",
        },
    }


def polygon(
    values: Sequence[Value], axes: Sequence[str], look: Series, title: str
) -> go.Scatterpolar:
    """Return one series of a radar; what has no value is a gap."""
    return go.Scatterpolar(
        r=[*values, values[0]],
        theta=[*axes, axes[0]],
        mode="lines+markers",
        connectgaps=False,
        name=title,
        line={"color": look.colour, "dash": look.dash, "width": look.width},
        marker={"symbol": look.symbol, "size": 9, "color": look.colour},
    )


def _area(values: Sequence[Value], axes: Sequence[str], palette: Palette) -> go.Scatterpolar:
    return go.Scatterpolar(
        r=[*values, values[0]],
        theta=[*axes, axes[0]],
        mode="none",
        fill="toself",
        fillcolor=palette.current,
        opacity=0.14,
        showlegend=False,
    )


@dataclass(frozen=True)
class _Scores:
    """The scores of now by axis, and which of them few answers carry."""

    axes: Sequence[str]
    values: Sequence[Value]
    thin: Sequence[bool]

    @classmethod
    def of(cls, lines: Sequence[GroupLine], axes: Sequence[str]) -> "_Scores":
        return cls(
            axes,
            [line.result.score for line in lines],
            [line.result.provisional for line in lines],
        )


def _now(scores: _Scores, t: Translator, palette: Palette) -> list[go.Scatterpolar]:
    """Return the line of now in pieces: firm between firm axes, dashed from and to thin ones."""
    look, values, thin = looks(palette), scores.values, scores.thin
    around = [(n, (n + 1) % len(values)) for n in range(len(values))]
    whole = [pair for pair in around if None not in (values[pair[0]], values[pair[1]])]
    firm_pieces = [pair for pair in whole if not (thin[pair[0]] or thin[pair[1]])]
    # the thin end first: the legend shows the marker of the first point
    thin_pieces = [(a, b) if thin[a] else (b, a) for a, b in whole if thin[a] or thin[b]]
    traces = []
    for pieces, style, is_thin, title in (
        (thin_pieces, look["thin"], True, t("Now, few answers: provisional")),
        (firm_pieces, look["now"], False, t("Now")),
    ):
        alone = [(n,) for n, value in enumerate(values) if value is not None and thin[n] is is_thin]
        points = [n for piece in (*alone, *pieces) for n in (*piece, None)]
        if points:
            traces.append(_pieces(points, scores, style, title, palette))
    return traces


def _pieces(
    points: Sequence[int | None], scores: _Scores, look: Series, title: str, palette: Palette
) -> go.Scatterpolar:
    fills = [palette.paper if n is not None and scores.thin[n] else look.colour for n in points]
    return go.Scatterpolar(
        r=[None if n is None else scores.values[n] for n in points],
        theta=[None if n is None else scores.axes[n] for n in points],
        mode="lines+markers",
        connectgaps=False,
        name=title,
        line={"color": look.colour, "dash": look.dash, "width": look.width},
        marker={
            "symbol": look.symbol,
            "size": 11,
            "color": fills,
            "line": {"color": look.colour, "width": 2.5},
        },
    )


def bars(lines: Sequence[GroupLine], t: Translator, palette: Palette) -> go.Figure:
    """Return a bar per perspective or phase, with its target and last time as marks."""
    look, axes = looks(palette), [_axis(line, t) for line in lines]
    figure = go.Figure(layout=layout(palette, BARS_MARGIN + BAR_HEIGHT * len(lines)))
    grid = {"gridcolor": palette.line, "zerolinecolor": palette.line}
    figure.update_xaxes(range=[-0.05, TOP_LEVEL + 0.1], tickvals=list(range(LEVELS)), **grid)
    figure.update_yaxes(
        autorange="reversed", categoryorder="array", categoryarray=axes, automargin=True
    )
    figure.update_layout(legend_traceorder="normal")
    _add_bars(figure, lines, axes, palette, t)
    for name, title, values in (
        ("target", t("Target"), [line.target for line in lines]),
        ("previous", t("Last time"), [line.then for line in lines]),
    ):
        if any(value is not None for value in values):
            figure.add_trace(marks(values, axes, look[name], title, palette))
    return figure


def _add_bars(
    figure: go.Figure,
    lines: Sequence[GroupLine],
    axes: Sequence[str],
    palette: Palette,
    t: Translator,
) -> None:
    for thin, title in ((False, t("Now")), (True, t("Now, few answers: provisional"))):
        values = [line.result.score if line.result.provisional is thin else None for line in lines]
        if all(value is None for value in values):
            continue
        pattern = {
            "shape": "/" if thin else "",
            "fgcolor": palette.current,
            "bgcolor": palette.paper,
        }
        figure.add_trace(
            go.Bar(
                y=axes,
                x=values,
                orientation="h",
                name=title,
                width=0.42,
                marker={
                    "color": palette.current,
                    "pattern": pattern if thin else {},
                    "line": {"color": palette.current, "width": 2},
                },
            )
        )


def marks(
    values: Sequence[Value], axes: Sequence[str], look: Series, title: str, palette: Palette
) -> go.Scatter:
    """Return one series of marks, one mark per axis."""
    return go.Scatter(
        x=values,
        y=axes,
        mode="markers",
        name=title,
        marker={
            "symbol": look.symbol,
            "size": 15,
            "color": look.colour,
            "line": {"color": palette.paper, "width": 2},
        },
    )


def layout(palette: Palette, height: int) -> go.Layout:
    """Return what all figures share."""
    return go.Layout(
        height=height,
        margin={"l": 82, "r": 82, "t": 50, "b": LEGEND_MARGIN},
        barmode="overlay",
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 14, "color": palette.ink},
        legend={
            "orientation": "h",
            "x": 0.5,
            "xanchor": "center",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "traceorder": "reversed",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
