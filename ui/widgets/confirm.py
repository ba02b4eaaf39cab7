"""What cannot be undone asks once more; what could not be done is said once."""

from collections.abc import Callable

import streamlit as st

from assessment.errors import InvalidInput, InvitationClosed, LinkUsed, NotFound, StaleWrite
from ui import session
from ui.widgets.fields import refusal
from ui.widgets.html import text

_TROUBLE = "attempt_trouble"


def attempt(do: Callable[[], object]) -> None:
    """Do something in a callback; when it is refused, `trouble` says why on the page."""
    try:
        do()
    except (InvalidInput, LinkUsed, NotFound, InvitationClosed, StaleWrite) as error:
        st.session_state[_TROUBLE] = refusal(error)


def trouble() -> None:
    """Return why the last thing that was asked could not be done."""
    if said := st.session_state.pop(_TROUBLE, ""):
        st.error(said)


def confirmed(name: str, words: tuple[str, str, str], do: Callable[[], object]) -> None:
    """Render a button that asks once more: its label, what happens, and the label of yes."""
    asked = f"asked:{name}"
    label, consequence, yes = words
    if not st.session_state.get(asked):
        st.button(label, key=f"{name}:ask", on_click=st.session_state.update, args=({asked: True},))
        return
    st.html(f'<p class="ms-note">{text(consequence)}</p>')

    def done() -> None:
        st.session_state.pop(asked, None)
        attempt(do)

    with st.container(horizontal=True):
        st.button(yes, key=f"{name}:yes", on_click=done)
        st.button(
            session.words()("No, leave it"),
            key=f"{name}:no",
            on_click=st.session_state.pop,
            args=(asked, None),
        )
