"""The parts of a result, each with an address of its own."""

import streamlit as st

from ui import session
from ui.screens.result.links import link
from ui.widgets.html import text

OVERVIEW, GROUPS, CRITERIA = "overview", "groups", "criteria"
MOVEMENT, GROUNDS = "movement", "grounds"


def titles() -> dict[str, str]:
    """Return the parts with their titles, in the order they are shown."""
    t = session.words()
    return {
        OVERVIEW: t("Overview"),
        GROUPS: t("Groups"),
        CRITERIA: t("All criteria"),
        MOVEMENT: t("Since last time"),
        GROUNDS: t("Behind the figures"),
    }


def open_part() -> str:
    """Return the part that the address names, else the overview."""
    named = session.parameter(session.PART) or OVERVIEW
    return named if named in titles() else OVERVIEW


def navigation(here: str) -> None:
    """Render the ways to all parts; `here` is the one that is open, empty on a criterion's page."""
    items = "".join(
        f"<li>{link(title, is_here=part == here, part=part)}</li>"
        for part, title in titles().items()
    )
    label = text(session.words()("Parts of the outcome"))
    st.html(f'<nav class="ms-parts" aria-label="{label}"><ul>{items}</ul></nav>')
