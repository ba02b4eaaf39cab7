"""Every voice as a mark on one line from 0 to 4, with the target: small enough for a row of a table."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.catalogue.model import LEVELS, TOP_LEVEL, Catalogue
from assessment.scoring.results import CriterionResult
from assessment.scoring.visibility import OTHER_VOICES
from locales import Translator
from reports.charts.series import voice_strokes
from reports.charts.svg import Stroke, line, mark, picture, text_line
from reports.identity import Palette
from reports.wording import choices
from reports.wording.results import figure
from reports.wording.voices import capital

WIDTH, HEIGHT, EDGE = 200.0, 36.0, 12.0
MIDDLE, SIZE, MARK = 14.0, 10.0, 4.5
TOO_NEAR = 11.0  # px between marks that would cover each other
ROW, LETTERS = 15.0, 10.0  # px of an entry of a legend, and of its letters
TARGET = "target"  # stands among the roles of a legend
LANES = (0.0, -8.0, 8.0)  # px from the middle, taken in turn by marks that are too near


def voice_line(
    means: Mapping[str, float], target: float | None, catalogue: Catalogue, palette: Palette
) -> str:
    """Render the means of voices by role; shape and colour of a mark are those of its role."""
    look = voice_strokes(catalogue, palette)
    marks = [
        mark((x, MIDDLE + lane), look[role], palette.paper, MARK)
        for role, (x, lane) in _places(means).items()
    ]
    return picture(WIDTH, HEIGHT, [*_scale(palette), *_target(target, palette), *marks], SIZE)


def legend_mark(role: str, catalogue: Catalogue, palette: Palette) -> str:
    """Render the mark of one role, or of TARGET, alone."""
    return picture(16, 16, [_entry(role, 8, catalogue, palette)], SIZE)


def _entry(role: str, y: float, catalogue: Catalogue, palette: Palette) -> str:
    if role == TARGET:
        return _upright(8, y, palette)
    return mark((8, y), voice_strokes(catalogue, palette)[role], palette.paper, MARK)


def means_of(result: CriterionResult) -> dict[str, float]:
    """Return the mean of every shown voice on a criterion."""
    return {role: voice.mean for role, voice in result.voices.items() if voice.mean is not None}


def legend(
    results: Sequence[CriterionResult], catalogue: Catalogue, t: Translator
) -> list[tuple[str, str]]:
    """Return the roles that are drawn on these criteria with their names, and TARGET with its own."""
    heard = {role for result in results for role in means_of(result)}
    named = [
        (role, capital(choices.group(catalogue, role, t)))
        for role in order(catalogue)
        if role in heard
    ]
    has_target = any(result.target is not None for result in results)
    return [*named, *([(TARGET, t("Target"))] if has_target else [])]


def legend_picture(
    entries: Sequence[tuple[str, str]], catalogue: Catalogue, palette: Palette
) -> str:
    """Render the marks with their names below each other."""
    parts = []
    for number, (role, name) in enumerate(entries):
        y = ROW * (number + 0.5)
        parts += [
            _entry(role, y, catalogue, palette),
            text_line(name, (24, y + 4), palette.ink),
        ]
    return picture(WIDTH, ROW * len(entries), parts, LETTERS)


def in_words(
    means: Mapping[str, float], target: float | None, catalogue: Catalogue, t: Translator
) -> str:
    """Return what the line shows."""
    parts = [
        f"{capital(choices.group(catalogue, role, t))} {figure(mean, t)}"
        for role, mean in means.items()
    ]
    if target is not None:
        parts.append(t("target {target}", target=figure(target, t)))
    return " · ".join(parts) or t("no score yet")


def _x(value: float) -> float:
    return EDGE + (WIDTH - 2 * EDGE) * value / TOP_LEVEL


def _scale(palette: Palette) -> Iterator[str]:
    """Render the line with its levels in few letters: a page may hold one per criterion."""
    ticks = "".join(f"M{_x(level):g} {MIDDLE - 3:g}v6" for level in range(LEVELS))
    across = f"M{_x(0):g} {MIDDLE:g}H{_x(TOP_LEVEL):g}"
    yield f'<path d="{across}{ticks}" stroke="{palette.line}"/>'
    digits = "".join(
        f'<text x="{_x(level):g}" y="{HEIGHT - 3:g}">{level}</text>' for level in range(LEVELS)
    )
    yield f'<g fill="{palette.soft_ink}" text-anchor="middle">{digits}</g>'


def _target(target: float | None, palette: Palette) -> Iterator[str]:
    if target is not None:
        yield _upright(_x(target), MIDDLE, palette)


def _upright(x: float, middle: float, palette: Palette) -> str:
    return line((x, middle - 8), (x, middle + 8), Stroke(palette.target, 2.5, "1 4"))


def _places(means: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return where each mark stands: across its value, and beside the line where it is crowded."""
    ends = dict.fromkeys(LANES, -TOO_NEAR)  # where the last mark of each lane stands
    places = {}
    for role, mean in sorted(means.items(), key=lambda item: item[1]):
        x = _x(mean)
        free = [lane for lane in LANES if x - ends[lane] >= TOO_NEAR]
        lane = free[0] if free else min(LANES, key=ends.__getitem__)
        ends[lane] = x
        places[role] = (x, lane)
    return places


def order(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the roles in the order of their marks, the pool of small groups last."""
    return (*catalogue.role_ids, OTHER_VOICES)
