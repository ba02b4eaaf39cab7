"""The voices on one criterion as marks on one line, as HTML, and what each mark means."""

from collections.abc import Iterable

import streamlit as st

from assessment.scoring.results import CriterionResult
from assessment.services.outcome import Outcome
from reports.charts import voice_line
from reports.identity import DARK, LIGHT, Palette
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
    means = voice_line.means_of(result)
    in_words = voice_line.in_words(means, result.target, outcome.catalogue, session.words())
    drawn = voice_line.voice_line(means, result.target, outcome.catalogue, palette())
    return themed_picture(drawn, in_words, "ms-dots")


def legend(outcome: Outcome, results: Iterable[CriterionResult]) -> str:
    """Return what the marks of these criteria mean."""
    catalogue, colours = outcome.catalogue, palette()
    items = "".join(
        f"<li>{themed_picture(voice_line.legend_mark(role, catalogue, colours), '')} {text(name)}</li>"
        for role, name in voice_line.legend(list(results), catalogue, session.words())
    )
    return f'<ul class="ms-legend">{items}</ul>' if items else ""
