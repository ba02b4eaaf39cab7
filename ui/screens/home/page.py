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

session.name_tab(t("My projects"))
st.title(t("Look honestly at your project"), anchor=False)
st.write(
    t(
        "Mentorspiegel takes you past criteria ({catalogue}), one by one. You say where you stand, "
        "what you can point at and what you do not know. You end with a picture of what is strong "
        "and what is still missing, and with two or three agreements.",
        catalogue=" · ".join(c.title.in_language(session.language()) for c in space.catalogues),
    )
)

has_example = any(line.project.is_example for line in lines)
can_have_example = not has_example and example_project.has_example(session.settings().criteria)
if not lines:
    welcome = t("You have no project yet. Make your own.")
    if can_have_example:
        welcome = t("You have no project yet. Make your own, or look around in the example first.")
    st.html(note(welcome))
with st.container(horizontal=True):
    if st.button(t("New project"), type="primary", icon=":material/add:", key="new_project"):
        st.switch_page(navigation.START, query_params=session.home_address())
    if can_have_example:
        project_card.example_button(space)

if lines:
    st.header(t("My projects"), anchor=False)
for line in lines:
    project_card.project_line(space, line)
