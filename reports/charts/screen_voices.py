"""The voices beside each other: a radar with a polygon per voice, or marks when it has no shape."""

import html
import textwrap
from collections.abc import Sequence

import plotly.graph_objects as go

from assessment.catalogue.model import LEVELS, TOP_LEVEL, Catalogue
from assessment.scoring.visibility import OTHER_VOICES
from assessment.scoring.voice_means import VoiceLine
from locales import Translator
from reports.charts import screen
from reports.charts.axes import FEWEST_AXES
from reports.charts.screen import Series, Value
from reports.identity import Palette
from reports.wording import choices
from reports.wording.voices import capital

LEGEND_ROOM = 60  # pixels more than one row of names needs


def looks(palette: Palette) -> tuple[Series, ...]:
    """Return how voices look, in the order of the catalogue's roles; different without colour too."""
    return (
        Series(palette.current, "solid", "circle", 3.5),
        Series(palette.good, "longdashdot", "triangle-up"),
        Series(palette.target, "dot", "diamond"),
        Series(palette.previous, "dashdot", "square"),
        Series(palette.ink, "longdash", "x"),
        Series(palette.soft_ink, "dash", "triangle-down"),
    )


def picture(
    lines: Sequence[VoiceLine], catalogue: Catalogue, t: Translator, palette: Palette
) -> go.Figure:
    """Return the radar of voices over perspectives or phases, or marks on too few axes."""
    is_radar = len(lines) >= FEWEST_AXES
    axes = [_axis(line, t) for line in lines]
    figure = _radar(axes, palette) if is_radar else _rows(axes, palette)
    roles = [*catalogue.role_ids, OTHER_VOICES]
    styles = looks(palette)
    for number, role in enumerate(roles):
        values: list[Value] = [
            line.voices[role].mean if role in line.voices else None for line in lines
        ]
        if all(value is None for value in values):
            continue
        style, title = styles[number % len(styles)], capital(choices.group(catalogue, role, t))
        if is_radar:
            figure.add_trace(screen.polygon(values, axes, style, title))
        else:
            figure.add_trace(screen.marks(values, axes, style, title, palette))
    return figure


def _axis(line: VoiceLine, t: Translator) -> str:
    title = textwrap.wrap(line.title.in_language(t.language), screen.LABEL_WIDTH)
    return "<br>".join(map(html.escape, title))


def _radar(axes: Sequence[str], palette: Palette) -> go.Figure:
    figure = go.Figure(layout=screen.layout(palette, screen.RADAR_HEIGHT + LEGEND_ROOM))
    figure.update_polars(screen.polar(axes, palette))
    figure.update_layout(legend_traceorder="normal", margin_b=screen.LEGEND_MARGIN + LEGEND_ROOM)
    return figure


def _rows(axes: Sequence[str], palette: Palette) -> go.Figure:
    height = screen.BARS_MARGIN + screen.BAR_HEIGHT * len(axes)
    figure = go.Figure(layout=screen.layout(palette, height))
    grid = {"gridcolor": palette.line, "zerolinecolor": palette.line}
    figure.update_xaxes(range=[-0.1, TOP_LEVEL + 0.1], tickvals=list(range(LEVELS)), **grid)
    figure.update_yaxes(
        autorange="reversed", categoryorder="array", categoryarray=axes, automargin=True, **grid
    )
    figure.update_layout(legend_traceorder="normal")
    return figure
