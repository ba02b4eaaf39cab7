"""Settings of a project and one of its assessments."""

import streamlit as st

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
assessment = steps.assessment_here(space)

if assessment is not None:
    project = space.store.project(assessment.project)
    steps.heading(space, assessment, at.SETTINGS)
    st.title(t("Settings"), anchor=False)
    st.header(t("This assessment"), anchor=False)
    settings_assessment.assessment(space, assessment)
    st.header(t("Questions and targets"), anchor=False)
    settings_choices.choices(space, assessment)
    st.header(t("The project"), anchor=False)
    settings_context.context(space, project)
    st.header(t("Take along or erase"), anchor=False)
    settings_leaving.leaving(space, project)
