"""The result: where the project stands, why, and what to do next."""

import streamlit as st

from assessment.services.outcome import outcome_of
from ui import assessment_header, navigation, session
from ui.screens.result import chart, gaps, movement, top, voices
from ui.store import workspace

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    outcome = outcome_of(space, assessment)
    assessment_header.heading(space, assessment, navigation.RESULT)
    st.title(t("Result"), anchor=False)
    if top.is_empty(outcome):
        top.nothing_yet(outcome)
    else:
        top.top(outcome)
        chart.picture(outcome)
        gaps.floor(outcome)
        gaps.gaps(outcome)
        gaps.strengths(outcome)
        voices.where_voices_differ(space, outcome)
        movement.left_out(outcome)
        movement.movement(outcome)
        movement.every_figure(outcome)
