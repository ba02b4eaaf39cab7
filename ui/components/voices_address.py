"""Where the links lead: say it clearly when phones elsewhere cannot get there."""

import streamlit as st

from reports.invitations import is_local
from ui import state
from ui.components.html import bullets, details, text

_EXAMPLE = "http://192.168.1.20:8501"


def notice() -> None:
    """Draw the address that links start with, and how to change it when it is of this machine alone."""
    t, base = state.words(), state.settings().public_address
    if not is_local(base):
        st.caption(t("Links start with {address}.", address=base))
        return
    said = t(
        "Links now start with {address}. That works on this computer only: phones elsewhere cannot "
        "reach it. Change that before you print.",
        address=base,
    )
    how = (
        t(
            "Ask whoever runs this program to set MENTORSPIEGEL_PUBLIC_URL to an address that phones "
            "can reach, such as {example} within one building, or https:// and a name on the internet.",
            example=_EXAMPLE,
        ),
        t(
            "To let phones in, MENTORSPIEGEL_ADDRESS has to be 0.0.0.0 as well. They reach the "
            "questionnaires only, never your screens."
        ),
        t("Start the program again after that. docs/settings.md tells more."),
    )
    body = details(t("How do I change that?"), bullets(how))
    st.html(f'<div class="ms-note"><p>{text(said)}</p>{body}</div>')
