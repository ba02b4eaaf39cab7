"""A new project, or the next assessment of one that exists."""

import streamlit as st

from assessment.errors import NotFound
from ui import assessment_header, session
from ui.screens.start import new_project, next_assessment
from ui.store import workspace

t = session.words()
space = workspace()

if session.parameter(session.PROJECT) is None:
    st.title(t("New project"), anchor=False)
    st.write(
        t(
            "A name is enough to start. The rest helps you and others to read the outcome fairly; you can fill it in later."
        )
    )
    new_project.form(space)
else:
    try:
        project = space.store.projects.get(session.parameter(session.PROJECT) or "")
    except NotFound:
        assessment_header.not_found()
    else:
        next_assessment.next_assessment(space, project)
