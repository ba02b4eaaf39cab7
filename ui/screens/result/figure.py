"""A figure to point at, in the colours of the theme."""

import streamlit as st
from streamlit.elements.plotly_chart import FigureOrData

from reports.charts import screen
from reports.identity import DARK
from ui import session
from ui.screens.result.dots import palette
from ui.widgets.html import script, soft


def figure(drawn: "FigureOrData", in_words: str, name: str) -> None:
    """Render a figure of reports/charts/screen.py, with its words and how to use it."""
    t = session.words()
    with st.container(key=f"figure_{name}_dark" if palette() is DARK else f"figure_{name}"):
        st.plotly_chart(drawn, theme=None, config=screen.CONFIG, key=f"chart_{name}", alt=in_words)
    use = t(
        "Point at a mark or tap it for its figure. Press a name under the picture to hide it, and "
        "once more to show it."
    )
    run = script("screens/result/figure.js")
    st.html(f"{soft(use)}{run}", unsafe_allow_javascript=True)
