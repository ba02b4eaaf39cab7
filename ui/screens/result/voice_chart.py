"""The voices beside each other: figure, words and table, per perspective or phase."""

import streamlit as st

from assessment.scoring.voice_means import GroupBy, voice_lines
from assessment.services.outcome import Outcome
from reports import tables
from reports.charts import screen, screen_voices
from reports.wording import voices
from ui import session
from ui.screens.result.chart import palette
from ui.screens.result.row import draw_table
from ui.widgets import choose
from ui.widgets.html import details, soft, text


@st.fragment
def picture(outcome: Outcome) -> None:
    """Render every voice per perspective or phase, where at least two are heard."""
    t = session.words()
    kinds = {"perspective": t("by perspective"), "phase": t("by phase")}
    chosen = choose.segments("voices_by", t("Show the groups"), kinds)
    by: GroupBy = "phase" if chosen == "phase" else "perspective"
    lines = voice_lines(outcome.result, outcome.catalogue, by)
    if not lines:
        st.write(
            t(
                "There is no criterion on which two groups may be shown, so there is nothing to "
                "compare."
            )
        )
        return
    in_words = voices.picture(lines, outcome.catalogue, t)
    st.plotly_chart(
        screen_voices.picture(lines, outcome.catalogue, t, palette()),
        theme=None,
        config=screen.CONFIG,
        key="voice_picture",
        alt=in_words,
    )
    first = t("Phase") if by == "phase" else t("Perspective")
    st.html(draw_table(tables.voice_lines(outcome, lines, first, t)))
    st.html(
        soft(voices.what_counts(t)) + details(t("The groups in words"), f"<p>{text(in_words)}</p>")
    )
