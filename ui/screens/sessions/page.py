"""Group sessions: which there are, and a new one."""

import streamlit as st

from assessment.access.acts import Act
from ui import session
from ui.screens.sessions import listing, new_session
from ui.store import workspace
from ui.widgets.refusal import show_last_refusal

t = session.words()
space = workspace()

session.name_tab(t("Group sessions"))
st.title(t("Group sessions"), anchor=False)
st.write(
    t(
        "Lead 5 to 200 people through an honest talk: they vote on their phone without seeing each "
        "other's vote, see where they differ, talk, vote again, and agree on something with a reason."
    )
)
show_last_refusal()
listing.sessions_alone(space)
if space.access.may(Act.SEE_PROJECTS):
    project = listing.chosen_project(space)
    listing.sessions(space, project)
    if space.access.may(Act.MAKE_SESSION, project):
        new_session.form(space, project)
