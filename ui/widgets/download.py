"""Make a file on demand, and offer it once it is there."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ui import session

KILO = 1000  # bytes


@dataclass(frozen=True)
class Offer:
    """A file that can be made: `made_of` is everything it depends on."""

    name: str
    file_name: str
    media_type: str
    made_of: tuple[object, ...]
    make: Callable[[], bytes]


def offer(offered: Offer, label: str) -> None:
    """Render the button that makes the file, and its download once it is made and still true."""
    t = session.words()
    file_key = f"made:{offered.name}"
    if st.button(label, key=f"make:{offered.name}", type="primary"):
        with st.spinner(t("Making the file …")):
            st.session_state[file_key] = (offered.made_of, offered.make())
    made_of, content = st.session_state.get(file_key, (None, b""))
    if made_of == offered.made_of:
        size = t("{size} kB", size=t.number(max(len(content) / KILO, 1), 0))
        st.download_button(
            f"{t('Download')} · {offered.file_name} · {size}",
            content,
            file_name=offered.file_name,
            mime=offered.media_type,
            key=f"download:{offered.name}",
            on_click="ignore",
        )
