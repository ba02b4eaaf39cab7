"""The voices beside each other: figure, words and table, per perspective or phase."""

import streamlit as st

from assessment.services.outcome import Outcome
from assessment.voice_groups import GroupBy, voice_lines
from reports import charts, tables, voice_charts, voices
from ui import state
from ui.components.html import details, text
from ui.components.result_picture import palette
from ui.components.result_row import draw_table

_BY = "voices_by"


@st.fragment
def picture(outcome: Outcome) -> None:
    """Draw every voice per perspective or phase, where at least two are heard."""
    t = state.words()
    kinds = {"perspective": t("by perspective"), "phase": t("by phase")}
    chosen = st.segmented_control(
        t("Show the groups"),
        list(kinds),
        default=state.kept(_BY, "perspective"),
        required=True,
        format_func=kinds.__getitem__,
        key=state.translated(_BY),
    )
    by: GroupBy = "phase" if state.keep(_BY, chosen) == "phase" else "perspective"
    lines = voice_lines(outcome.result, outcome.catalogue, by)
    if not lines:
        st.write(
            t(
                "There is no criterion on which two groups may be shown, so there is nothing to "
                "compare."
            )
        )
        return
    said = voices.picture(lines, outcome.catalogue, t)
    st.plotly_chart(
        voice_charts.picture(lines, outcome.catalogue, t, palette()),
        theme=None,
        config=charts.CONFIG,
        key="voice_picture",
        alt=said,
    )
    first = t("Phase") if by == "phase" else t("Perspective")
    st.html(draw_table(tables.voice_lines(outcome, lines, first, t)))
    in_words = details(t("The groups in words"), f"<p>{text(said)}</p>")
    st.html(f'<p class="ms-soft">{text(voices.what_counts(t))}</p>{in_words}')
