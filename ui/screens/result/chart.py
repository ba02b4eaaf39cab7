"""Score and coverage per perspective or phase: figure, words, table and explanation."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from assessment.catalogue.model import LEVELS
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from reports import tables
from reports.charts import screen
from reports.identity import DARK, LIGHT, Palette
from reports.wording import explanations, results
from ui import session
from ui.screens.result.row import draw_table
from ui.widgets import choose
from ui.widgets.html import bullets, details, soft, table, text

PERSPECTIVE: Literal["perspective"] = "perspective"
PHASE: Literal["phase"] = "phase"


@st.fragment
def picture(outcome: Outcome) -> None:
    """Render the scores by perspective or by phase, as chosen."""
    t = session.words()
    kinds = {PERSPECTIVE: t("by perspective"), PHASE: t("by phase")}
    number = len(outcome.perspective_lines)
    st.header(
        t.plural("One way to look at quality", "{n} ways to look at quality", number), anchor=False
    )
    chosen = choose.segments("picture_by", t("Show"), kinds)
    lines = outcome.phase_lines if chosen == PHASE else outcome.perspective_lines
    _figure(outcome, lines)
    first = t("Phase") if chosen == PHASE else t("Perspective")
    st.html(draw_table(tables.groups(outcome, lines, first, t)))
    st.html("".join(_why(outcome, line) for line in lines))
    st.html(soft(results.no_total(t)))


def _figure(outcome: Outcome, lines: Sequence[GroupLine]) -> None:
    t = session.words()
    in_words = results.picture(lines, t)
    st.plotly_chart(
        screen.picture(lines, t, palette()),
        theme=None,
        config=screen.CONFIG,
        key="picture",
        alt=in_words,
    )
    levels = details(t("What do 0 to 4 mean?"), bullets(_levels(outcome, lines)))
    st.html(f"{levels}{details(t('The picture in words'), f'<p>{text(in_words)}</p>')}")


def palette() -> Palette:
    """Return the colours of the theme that is on."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def _levels(outcome: Outcome, lines: Sequence[GroupLine]) -> list[str]:
    scales = list(dict.fromkeys(scale for line in lines for scale in line.scales))
    t = session.words()
    return [
        f"{level} · {results.level_word(outcome.catalogue, scales, level, t)}"
        for level in range(LEVELS)
    ]


def _why(outcome: Outcome, line: GroupLine) -> str:
    t = session.words()
    title = line.title.in_language(t.language)
    body = bullets(explanations.group(outcome, line, t))
    terms = explanations.group_terms(outcome, line, t)
    if terms:
        caption = t("What goes into {group}", group=title)
        body += table(caption, (t("Criterion"), t("Score"), t("Weight")), terms, figures=2)
    score = line.result.score
    if score is None:
        return details(t("{group}: why is there no figure?", group=title), body)
    question = t("{group}: how does {score} arise?", group=title, score=results.figure(score, t))
    return details(question, body)
