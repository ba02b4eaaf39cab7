"""The voices beside each other, to point at and to hide: a radar, or bars on fewer than three axes."""

from collections.abc import Sequence

import plotly.graph_objects as go

from assessment.catalogue.model import Catalogue
from assessment.scoring.voice_means import VoiceLine
from locales import Translator
from reports.charts import screen
from reports.charts.axes import FEWEST_AXES
from reports.charts.series import voice_strokes
from reports.identity import Palette
from reports.wording import choices
from reports.wording.voices import capital


def voices(
    lines: Sequence[VoiceLine], catalogue: Catalogue, t: Translator, palette: Palette
) -> go.Figure:
    """Return the mean of every voice over perspectives or phases."""
    titles = [line.title.in_language(t.language) for line in lines]
    axes = [screen.label(title) for title in titles]
    heard = {
        role: look
        for role, look in voice_strokes(catalogue, palette).items()
        if any(role in line.voices for line in lines)
    }
    names = {role: capital(choices.group(catalogue, role, t)) for role in heard}
    is_radar = len(lines) >= FEWEST_AXES
    figure = (screen.radar if is_radar else screen.bars)(axes, list(names.values()), palette)
    for role, look in heard.items():
        means = [line.voices[role].mean if role in line.voices else None for line in lines]
        hover = [
            screen.told(names[role], title, mean, t)
            for title, mean in zip(titles, means, strict=True)
        ]
        points = screen.Points(names[role], look, means, hover)
        figure.add_trace(screen.line(points) if is_radar else screen.bar(points, palette))
    return figure
