"""My projects: what this is, the example, where I was."""

import streamlit as st

from assessment.services import example, projects
from ui import places as at
from ui import state
from ui.components import home_lines
from ui.workspace import workspace

t = state.words()
space = workspace()
lines = projects.project_lines(space)

st.title(t("Look honestly at your mentoring project"))
st.write(
    t(
        "Mentorspiegel takes you past the quality criteria for mentoring, one by one. You say "
        "where you stand, what you can point at and what you do not know. You end with a picture "
        "of what is strong and what is still missing, and with two or three agreements."
    )
)

if not lines:
    st.html(
        f'<p class="ms-note">{t("You have no project yet. Make your own, or look around in the example first.")}</p>'
    )
with st.container(horizontal=True):
    if st.button(t("New project"), type="primary", icon=":material/add:", key="new_project"):
        st.switch_page(at.PROJECT, query_params={state.LANGUAGE: state.language()})
    has_example = any(line.project.is_example for line in lines)
    if not has_example and example.has_example(state.settings().criteria):
        home_lines.example_button(space)

if lines:
    st.header(t("My projects"))
for line in lines:
    home_lines.project_line(space, line)
