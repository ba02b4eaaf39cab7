"""Settings of a project and one of its assessments, or of a project that has none yet."""

import streamlit as st

from assessment.errors import NotFound
from ui import assessment_header, navigation, session
from ui.screens.settings import assessment as settings_assessment
from ui.screens.settings import choices, export_erase
from ui.screens.settings import project as settings_context
from ui.store import workspace

t = session.words()
space = workspace()
project = assessment = None

if session.current(session.ASSESSMENT) or not session.current(session.PROJECT):
    assessment = assessment_header.assessment_here(space)
    project = space.store.projects.get(assessment.project) if assessment else None
else:
    try:
        project = space.store.projects.get(session.current(session.PROJECT) or "")
    except NotFound:
        assessment_header.nothing_here()

if project is not None:
    if assessment is not None:
        assessment_header.heading(space, assessment, navigation.SETTINGS)
    st.title(t("Settings"), anchor=False)
    if assessment is not None:
        st.header(t("This assessment"), anchor=False)
        settings_assessment.assessment(space, assessment)
        st.header(t("Questions and targets"), anchor=False)
        choices.choices(space, assessment)
    st.header(t("The project"), anchor=False)
    settings_context.context(space, project)
    st.header(t("Take along or erase"), anchor=False)
    export_erase.leaving(space, project)
