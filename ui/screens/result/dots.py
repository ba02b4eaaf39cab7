"""The voices on one criterion as marks on one line, as HTML, and what each mark means."""

from collections.abc import Iterable

import streamlit as st

from assessment.scoring.results import CriterionResult
from assessment.services.outcome import Outcome
from reports.charts import voice_line
from reports.identity import DARK, LIGHT, Palette
from reports.wording import choices
from reports.wording.voices import capital
from ui import session
from ui.widgets.html import Markup, picture, text


def palette() -> Palette:
    """Return the colours of the theme that is on."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def themed_picture(svg: str, alt: str, kind: str = "") -> Markup:
    """Return a picture in the colours of the theme, marked so that a dark one prints on white."""
    return picture(svg, alt, f"{kind} ms-dark".strip() if palette() is DARK else kind)


def dots(outcome: Outcome, result: CriterionResult) -> Markup:
    """Return every shown voice on a criterion as a mark between 0 and 4, with the target."""
    means = _means(result)
    in_words = voice_line.in_words(means, result.target, outcome.catalogue, session.words())
    drawn = voice_line.voice_line(means, result.target, outcome.catalogue, palette())
    return themed_picture(drawn, in_words, "ms-dots")


def legend(outcome: Outcome, results: Iterable[CriterionResult]) -> str:
    """Return what the marks of these criteria mean."""
    t, catalogue, shown = session.words(), outcome.catalogue, list(results)
    heard = {role for result in shown for role in _means(result)}
    marks = [
        (
            voice_line.voice_mark(role, catalogue, palette()),
            capital(choices.group(catalogue, role, t)),
        )
        for role in voice_line.order(catalogue)
        if role in heard
    ]
    if any(result.target is not None for result in shown):
        marks.append((voice_line.target_mark(palette()), t("Target")))
    items = "".join(f"<li>{themed_picture(svg, '')} {text(name)}</li>" for svg, name in marks)
    return f'<ul class="ms-legend">{items}</ul>' if items else ""


def _means(result: CriterionResult) -> dict[str, float]:
    return {role: voice.mean for role, voice in result.voices.items() if voice.mean is not None}
