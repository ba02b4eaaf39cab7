"""The voices beside each other in one radar, as SVG: a polygon per voice."""

from collections.abc import Sequence

from assessment.catalogue.model import Catalogue
from assessment.scoring.voice_means import VoiceLine
from locales import Translator
from reports.charts import radar
from reports.charts.series import voice_strokes
from reports.charts.svg import LINE_HEIGHT, wrapped
from reports.identity import Palette
from reports.wording import choices
from reports.wording.voices import capital


def voice_radar(
    lines: Sequence[VoiceLine], catalogue: Catalogue, t: Translator, palette: Palette
) -> str:
    """Render the mean of every voice over at least three perspectives or phases."""
    labels = [wrapped(line.title.in_language(t.language), 120, radar.SIZE) for line in lines]
    top = 14 + radar.SIZE * LINE_HEIGHT * max(map(len, labels))
    centre = (radar.WIDTH / 2, top + radar.RADIUS)
    parts = [
        *radar.web(len(lines), centre, palette),
        *radar.axis_names(labels, centre, palette),
    ]
    shown = []
    for role, stroke in voice_strokes(catalogue, palette).items():
        voices = [line.voices.get(role) for line in lines]
        if any(voices):
            means = [None if voice is None else voice.mean for voice in voices]
            parts += radar.polygon(means, centre, stroke, palette)
            shown.append((stroke, capital(choices.group(catalogue, role, t))))
    return radar.with_legend(parts, shown, radar.below(labels, centre), palette)
