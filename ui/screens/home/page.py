"""My projects: what this is, the example, where I was."""

import streamlit as st

from assessment.services import projects
from exchange import example_project
from ui import navigation, session
from ui.screens.home import project_card
from ui.store import workspace
from ui.widgets.html import note

t = session.words()
space = workspace()
lines = projects.project_lines(space)

st.title(t("Look honestly at your project"))
st.write(
    t(
        "Mentorspiegel takes you past criteria ({catalogue}), one by one. You say where you stand, "
        "what you can point at and what you do not know. You end with a picture of what is strong "
        "and what is still missing, and with two or three agreements.",
        catalogue=" · ".join(c.title.in_language(session.language()) for c in space.catalogues),
    )
)

if not lines:
    st.html(note(t("You have no project yet. Make your own, or look around in the example first.")))
with st.container(horizontal=True):
    if st.button(t("New project"), type="primary", icon=":material/add:", key="new_project"):
        st.switch_page(navigation.START, query_params=session.home_address())
    has_example = any(line.project.is_example for line in lines)
    if not has_example and example_project.has_example(session.settings().criteria):
        project_card.example_button(space)

if lines:
    st.header(t("My projects"))
for line in lines:
    project_card.project_line(space, line)
