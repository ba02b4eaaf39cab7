"""One picture of a portfolio on the screen: what it says, the picture, its table."""

import streamlit as st

from reports.portfolio.overview_view import Exhibit
from reports.portfolio.pictures import NARROW, WIDTH
from ui import session
from ui.screens.result.dots import palette, themed_picture
from ui.widgets.html import details, plain, stacked_table, text


def exhibit(shown: Exhibit, level: int = 2) -> None:
    """Render a picture with how to read it, and the same as a table."""
    t = session.words()
    heading = st.header if level == 2 else st.subheader
    heading(plain(shown.title), anchor=False)
    if shown.reading:
        st.html(f"<p>{text(shown.reading)}</p>")
    found = shown.table
    table = stacked_table(found.caption, found.header, found.rows, figures=found.figures)
    if shown.draw is None:
        st.html(table if found.rows else f"<p>{text(t('Nothing to show yet.'))}</p>")
        return
    alt = "; ".join(" ".join(row) for row in found.rows)
    pictures = "".join(
        themed_picture(shown.draw(palette(), width), alt, kind)
        for width, kind in ((WIDTH, "ms-wide"), (NARROW, "ms-narrow"))
    )
    st.html(pictures + details(t("As a table"), table))
