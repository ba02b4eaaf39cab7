"""A button that asks once more before something that cannot be undone."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ui import session
from ui.widgets.html import asking
from ui.widgets.refusal import attempt


@dataclass(frozen=True)
class Confirmation:
    """The words of something that asks once more."""

    label: str  # of the button that asks
    consequence: str
    yes: str  # the label of the button that does it
    no: str = ""  # that of the one that does not, where several may stand on a screen


def confirmed(name: str, words: Confirmation, action: Callable[[], object]) -> None:
    """Render the button, and once it was pressed what happens, with yes and no."""
    asked = f"asked:{name}"
    if not st.session_state.get(asked):
        st.button(
            words.label,
            key=f"{name}:ask",
            on_click=st.session_state.update,
            args=({asked: True},),
            wrap=True,
        )
        return
    st.html(asking(words.consequence))

    def act() -> None:
        st.session_state.pop(asked, None)
        attempt(action)

    with st.container(horizontal=True):
        st.button(words.yes, key=f"{name}:yes", on_click=act, wrap=True)
        st.button(
            words.no or session.words()("No, leave it"),
            key=f"{name}:no",
            on_click=st.session_state.pop,
            args=(asked, None),
            wrap=True,
        )
