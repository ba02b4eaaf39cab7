"""Figures that answer a pointer (plotly): a radar, or bars when there are too few axes for a shape.

A mark that is pointed at or tapped tells its series, axis and figure; a name in the legend hides its
series. Series differ by dash and marker, bars by their pattern, as in print: never by colour alone.
What has no value is a gap, never 0.
"""

import html
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from locales import Translator
from reports.charts.svg import LETTER, Stroke
from reports.identity import BASE_SIZE, FONT, Palette
from reports.wording import results

CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showLink": False,
    "plotlyServerURL": "",  # nothing leads to another host
}
SIZE, LINE_HEIGHT = 13, 1.3  # px of letters; what the library puts between lines
AXIS_WIDTH, NAME_WIDTH = 12, 22  # letters of an axis and in the legend before they go on below
RADIUS, BAR, EDGE, ROW = 120, 20, 14, 26  # px
NARROW, NARROWEST = 300, 260  # px, what phones leave to a figure
CLEAR = "rgba(0,0,0,0)"

Value = float | None

_SYMBOLS = {
    "circle": "circle",
    "diamond": "diamond",
    "square": "square",
    "triangle": "triangle-up",
    "triangle_down": "triangle-down",
    "cross": "cross",
}
_PATTERNS = {
    "circle": "",
    "diamond": ".",
    "square": "-",
    "triangle": "/",
    "triangle_down": "\\",
    "cross": "+",
}


@dataclass(frozen=True)
class Points:
    """One series: its value on each axis, and what is told of it there."""

    name: str
    look: Stroke
    values: Sequence[Value]
    hover: Sequence[str]


def label(title: str) -> str:
    """Return the name of an axis in short lines, its words whole."""
    lines = textwrap.wrap(title, AXIS_WIDTH, break_long_words=False, break_on_hyphens=False)
    return "<br>".join(map(html.escape, lines))


def radar(axes: Sequence[str], names: Sequence[str], palette: Palette) -> go.Figure:
    """Return an empty radar with room for what stands at its axes and for the names below."""
    around = max(_height(axis) for axis in axes) + EDGE
    corners = [str(number) for number in range(len(axes))]
    upright = 90 - 360 / len(axes)  # the second axis: the name of the first would cover the levels
    thin = {"gridcolor": palette.line, "linecolor": palette.line}
    figure = go.Figure(layout=_layout(palette, 2 * RADIUS, (0, 0, around, around), names))
    figure.update_polars(
        domain_x=_beside(axes),
        bgcolor=CLEAR,
        gridshape="linear",
        angularaxis={
            **thin,
            "type": "category",
            "categoryarray": corners,
            "tickvals": corners,
            "ticktext": list(axes),
            "rotation": 90,
            "direction": "clockwise",
            "ticks": "outside",  # unseen: they keep the names off the corners
            "ticklen": 8,
            "tickcolor": CLEAR,
        },
        radialaxis={
            **thin,
            "range": [0, TOP_LEVEL],
            "tickvals": list(range(LEVELS)),
            "tickfont": {"color": palette.soft_ink, "size": SIZE - 1},
            "angle": upright,
            "tickangle": upright,
            "showline": False,
            "ticks": "",
        },
    )
    return figure


def _beside(axes: Sequence[str]) -> tuple[float, float]:
    """Return which part of the width is left to the radar by the names beside it, on a phone."""
    half = (len(axes) - 1) // 2
    right, left = map(_width, axes[1 : half + 1]), map(_width, axes[-half:])
    return max(left) / NARROW, 1 - max(right) / NARROW


def line(
    points: Points, path: Sequence[int | None] = (), fills: Sequence[str] = ()
) -> go.Scatterpolar:
    """Return one series of a radar, around all axes or along a path in which None is a break."""
    look, of = points.look, len(points.values)
    corners = path or [*range(of), 0]
    return go.Scatterpolar(
        r=[None if n is None else points.values[n] for n in corners],
        theta=[None if n is None else str(n) for n in corners],
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        name=_legend_name(points.name),
        legendgroup=points.name,
        hovertext=["" if n is None else points.hover[n] for n in corners],
        hoverinfo="text",
        line={"color": look.colour, "dash": _dash(look), "width": look.width},
        marker={
            "symbol": _SYMBOLS[look.marker],
            "size": 11,
            "color": [look.colour if n is None else fills[n] for n in corners]
            if fills
            else look.colour,
            "line": {"color": look.colour, "width": 2},
        },
    )


def area(points: Points) -> go.Scatterpolar:
    """Return the filled shape of a series, hidden together with it."""
    of = len(points.values)
    return go.Scatterpolar(
        r=list(points.values),
        theta=[str(number) for number in range(of)],
        mode="none",
        fill="toself",
        fillcolor=points.look.colour,
        opacity=0.12,
        legendgroup=points.name,
        showlegend=False,
        hoverinfo="skip",
    )


def bars(axes: Sequence[str], names: Sequence[str], palette: Palette) -> go.Figure:
    """Return an empty figure for a bar per axis and series."""
    row = max(BAR * (len(names) + 1), *(_height(axis) + EDGE for axis in axes))
    margins = (max(map(_width, axes)), EDGE, EDGE, 2 * EDGE)
    figure = go.Figure(layout=_layout(palette, row * len(axes), margins, names))
    figure.update_layout(barmode="group", bargap=0.25)
    figure.update_xaxes(
        range=[0, TOP_LEVEL + 0.1],
        tickvals=list(range(LEVELS)),
        gridcolor=palette.line,
        zerolinecolor=palette.line,
        fixedrange=True,
    )
    figure.update_yaxes(
        range=[len(axes) - 0.5, -0.5],
        tickvals=list(range(len(axes))),
        ticktext=list(axes),
        ticks="outside",
        ticklen=8,
        tickcolor=CLEAR,
        fixedrange=True,
    )
    return figure


def bar(points: Points, palette: Palette) -> go.Bar:
    """Return one series of bars."""
    look = points.look
    return go.Bar(
        x=list(points.values),
        y=list(range(len(points.values))),
        orientation="h",
        name=_legend_name(points.name),
        legendgroup=points.name,
        hovertext=list(points.hover),
        hoverinfo="text",
        textposition="none",
        marker={
            "color": look.colour,
            "pattern": {
                "shape": "x" if look.is_open else _PATTERNS[look.marker],
                "fgcolor": look.colour,
                "bgcolor": palette.paper,
            },
            "line": {"color": look.colour, "width": 2},
        },
    )


def told(name: str, title: str, value: Value, t: Translator) -> str:
    """Return what is told of one point: its series, its axis and its figure."""
    return f"<b>{html.escape(name)}</b><br>{html.escape(title)}: {results.figure(value, t)}"


def _dash(look: Stroke) -> str:
    """Return the dash of a stroke as the library writes it."""
    return ",".join(f"{part}px" for part in look.dash.split()) or "solid"


def _height(axis: str) -> float:
    return (axis.count("<br>") + 1) * SIZE * LINE_HEIGHT


def _width(axis: str) -> float:
    """Return how wide the name of an axis is, with what stands between it and the figure."""
    longest = max(len(html.unescape(re.sub("<.*?>", "", part))) for part in axis.split("<br>"))
    return longest * SIZE * LETTER + EDGE


def _legend_name(name: str) -> str:
    lines = textwrap.wrap(name, NAME_WIDTH, break_long_words=False)
    return "<br>".join(map(html.escape, lines))


def _legend_height(names: Sequence[str], beside: float) -> float:
    """Return what a legend takes on a phone: names that do not fit beside each other are stacked."""
    wide = sum(50 + len(name) * BASE_SIZE * LETTER for name in names)
    rows = sum(_legend_name(name).count("<br>") + 1 for name in names)
    return ROW * (1 if wide <= NARROWEST - beside else rows) + EDGE


def _layout(
    palette: Palette, high: float, margins: tuple[float, ...], names: Sequence[str]
) -> go.Layout:
    """Return what all figures share; margins are left and right of, above and below the axes."""
    left, right, above, below = margins
    legend = _legend_height(names, left + right)
    return go.Layout(
        height=high + above + below + legend,
        margin={"l": left, "r": right, "t": above, "b": below + legend, "autoexpand": False},
        dragmode=False,
        hovermode="closest",
        hoverlabel={
            "bgcolor": palette.surface,
            "font": {"family": FONT, "size": SIZE + 1, "color": palette.ink},
            "align": "left",
            "namelength": -1,
        },
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font={"family": FONT, "size": SIZE, "color": palette.ink},
        legend={
            "orientation": "h",
            "x": 0.5,
            "xanchor": "center",
            "y": -below / high,
            "yanchor": "top",
            "traceorder": "normal",
            "itemdoubleclick": False,
            "font": {"size": BASE_SIZE},  # rows high enough for a finger
        },
    )
