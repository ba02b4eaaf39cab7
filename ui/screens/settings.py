"""Settings of a project and one of its assessments, or of a project that has none yet."""

import streamlit as st

from assessment.errors import NotFound
from ui import places as at
from ui import state
from ui.components import (
    settings_assessment,
    settings_choices,
    settings_context,
    settings_leaving,
    steps,
)
from ui.workspace import workspace

t = state.words()
space = workspace()
project = assessment = None

if state.current(state.ASSESSMENT) or not state.current(state.PROJECT):
    assessment = steps.assessment_here(space)
    project = space.store.project(assessment.project) if assessment else None
else:
    try:
        project = space.store.project(state.current(state.PROJECT) or "")
    except NotFound:
        steps.nothing_here()

if project is not None:
    if assessment is not None:
        steps.heading(space, assessment, at.SETTINGS)
    st.title(t("Settings"), anchor=False)
    if assessment is not None:
        st.header(t("This assessment"), anchor=False)
        settings_assessment.assessment(space, assessment)
        st.header(t("Questions and targets"), anchor=False)
        settings_choices.choices(space, assessment)
    st.header(t("The project"), anchor=False)
    settings_context.context(space, project)
    st.header(t("Take along or erase"), anchor=False)
    settings_leaving.leaving(space, project)
