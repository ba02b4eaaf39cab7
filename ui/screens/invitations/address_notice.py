"""The address that links start with, and what to do when phones elsewhere cannot reach it."""

import streamlit as st

from reports.letters.build import is_local
from ui import session
from ui.widgets.html import bullets, details, text

_EXAMPLE = "http://192.168.1.20:8601"


def notice() -> None:
    """Render the address that links start with, and how to change one of this computer alone."""
    t, base = session.words(), session.settings().public_address
    if not is_local(base):
        st.caption(t("Links start with {address}.", address=base))
        return
    warning = t(
        "Links now start with {address}. That works on this computer only: phones elsewhere cannot "
        "reach it. Change that before you print.",
        address=base,
    )
    ways = (
        t(
            "On the internet: a web server in front of this program, with a name and a certificate. "
            "Set MENTORSPIEGEL_PUBLIC_URL to its address, such as https://spiegel.example."
        ),
        t(
            "In one room with one trusted Wi-Fi: set MENTORSPIEGEL_ADDRESS to 0.0.0.0 and "
            "MENTORSPIEGEL_PUBLIC_URL to the address of this computer, such as {example}. Answers "
            "then travel without encryption.",
            example=_EXAMPLE,
        ),
        t(
            "Phones reach the questionnaires only, never your screens. Start the program again "
            "after a change. The guide, in the sidebar, tells more."
        ),
    )
    body = details(t("How do I change that?"), bullets(ways))
    st.html(f'<div class="ms-note"><p>{text(warning)}</p>{body}</div>')
