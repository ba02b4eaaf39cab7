"""The series of charts: how each looks, which are drawn, and their legend."""

from collections.abc import Sequence

from assessment.catalogue.model import Catalogue
from assessment.scoring.visibility import OTHER_VOICES
from assessment.services.group_lines import GroupLine
from locales import Translator
from reports.charts.svg import Stroke, line, mark, text_line
from reports.identity import Palette


def strokes(palette: Palette) -> dict[str, Stroke]:
    """Return how each series looks."""
    return {
        "now": Stroke(palette.current, 3),
        "thin": Stroke(palette.current, 2.5, "7 5", is_open=True),
        "target": Stroke(palette.target, 2, "2 5", "diamond"),
        "previous": Stroke(palette.previous, 2, "9 4 2 4", "square"),
    }


def voice_strokes(catalogue: Catalogue, palette: Palette) -> dict[str, Stroke]:
    """Return how each voice looks, in the order of the catalogue's roles and the pool last."""
    looks = (
        Stroke(palette.current, 3),
        Stroke(palette.good, 2, "12 4 2 4", "triangle"),
        Stroke(palette.previous, 2, "9 4", "square"),
        Stroke(palette.attention, 2, "2 5", "diamond"),
        Stroke(palette.ink, 2, "14 5", "cross"),
        Stroke(palette.soft_ink, 2, "6 4", "triangle_down"),
    )
    roles = (*catalogue.role_ids, OTHER_VOICES)
    return {role: looks[number % len(looks)] for number, role in enumerate(roles)}


def series(lines: Sequence[GroupLine], t: Translator) -> list[tuple[str, str]]:
    """Return the series that are drawn, with their names."""
    scored = [drawn for drawn in lines if drawn.result.score is not None]
    drawn = []
    if any(not group.result.provisional for group in scored):
        drawn.append(("now", t("Now")))
    if any(group.result.provisional for group in scored):
        drawn.append(("thin", t("Now, few answers: provisional")))
    if any(group.target is not None for group in lines):
        drawn.append(("target", t("Target")))
    if any(group.then is not None for group in lines):
        drawn.append(("previous", t("Last time")))
    return drawn


def legend(
    series: Sequence[tuple[Stroke, str]], top: float, width: float, size: float, palette: Palette
) -> tuple[list[str], float]:
    """Render the names of series in rows; return them with where they end."""
    x, y = 4.0, top + size
    parts = []
    for look, title in series:
        wide = 46 + len(title) * size * 0.5
        if x > 4 and x + wide > width:
            x, y = 4.0, y + size * 1.6
        middle = y - size / 3
        parts += [
            line((x, middle), (x + 30, middle), look),
            mark((x + 15, middle), look, palette.paper, 4.5),
            text_line(title, (x + 38, y), palette.ink),
        ]
        x += wide + 14
    return parts, y + size * 0.7
