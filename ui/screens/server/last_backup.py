"""When the database was last backed up, as far as the program can see."""

from datetime import timedelta

import streamlit as st

import runtime
from ui import session

LATE = timedelta(hours=36)  # after which a nightly backup was missed


def last_backup() -> None:
    """Render the moment of the last backup, and what to do when there is none or it is old."""
    t = session.words()
    made = runtime.last_backup(session.settings().backups)
    if made is None:
        st.write(
            t(
                "No backup is seen from here. The page on hosting says how one is made every night, and "
                "which setting names its folder."
            )
        )
        return
    st.write(t("{moment} (UTC). It was restored on trial.", moment=f"{made:%Y-%m-%d %H:%M}"))
    if runtime.now() - made > LATE:
        st.warning(t("That is long ago. Look why none was made last night."))
