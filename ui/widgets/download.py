"""A file that is made when somebody asks for it, in one click."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ui import session
from ui.store import while_at_work
from ui.widgets.html import plain


@dataclass(frozen=True)
class Offer:
    """A file that can be made."""

    name: str  # of the button
    file_name: str
    media_type: str
    make: Callable[[], bytes | str]  # called on another thread, where no page is


def offer(offered: Offer) -> None:
    """Render the button that makes the file and hands it over.

    While the file is made the button turns, and it says so when that fails.
    """
    st.download_button(
        f"{session.words()('Download')} · {plain(offered.file_name)}",
        while_at_work(offered.make),
        file_name=offered.file_name,
        mime=offered.media_type,
        key=f"download:{offered.name}",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )
