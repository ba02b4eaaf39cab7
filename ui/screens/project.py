"""A new project, or the next assessment of one that exists."""

import streamlit as st

from assessment.errors import NotFound
from ui import state
from ui.components import new_next, new_project, steps
from ui.workspace import workspace

t = state.words()
space = workspace()

if state.current(state.PROJECT) is None:
    st.title(t("New project"), anchor=False)
    st.write(
        t(
            "A name is enough to start. The rest helps you and others to read the result fairly; you can fill it in later."
        )
    )
    new_project.form(space)
else:
    try:
        project = space.store.project(state.current(state.PROJECT) or "")
    except NotFound:
        steps.nothing_here()
    else:
        new_next.next_assessment(space, project)
