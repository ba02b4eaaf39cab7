"""Settings of a project and one of its assessments, or of a project that has none yet."""

import streamlit as st

from assessment.errors import NotFound
from ui import assessment_header, navigation, session
from ui.screens.settings.assessment import name_and_state
from ui.screens.settings.choices import questions_and_targets
from ui.screens.settings.export_erase import export_and_erase
from ui.screens.settings.project import context
from ui.store import workspace

t = session.words()
space = workspace()
project = assessment = None

if session.parameter(session.ASSESSMENT) or not session.parameter(session.PROJECT):
    assessment = assessment_header.current_assessment(space)
    project = space.store.projects.get(assessment.project) if assessment else None
else:
    try:
        project = space.store.projects.get(session.parameter(session.PROJECT) or "")
    except NotFound:
        assessment_header.not_found()

if project is not None:
    if assessment is not None:
        assessment_header.heading(space, assessment, navigation.SETTINGS)
    else:
        session.name_tab(t("Settings"), project.name)
    st.title(t("Settings"), anchor=False)
    if assessment is not None:
        st.header(t("This assessment"), anchor=False)
        name_and_state(space, assessment)
        st.header(t("Questions and targets"), anchor=False)
        questions_and_targets(space, assessment)
    st.header(t("The project"), anchor=False)
    context(space, project)
    st.header(t("Take along or erase"), anchor=False)
    export_and_erase(space, project)
