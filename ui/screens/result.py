"""The result: where the project stands, why, and what to do next."""

import streamlit as st

from assessment.services.outcome import outcome_of
from ui import places as at
from ui import state
from ui.components import (
    result_gaps,
    result_movement,
    result_picture,
    result_style,
    result_top,
    result_voices,
    steps,
)
from ui.workspace import workspace

t = state.words()
space = workspace()
assessment = steps.assessment_here(space)

if assessment is not None:
    outcome = outcome_of(space, assessment.id)
    result_style.style()
    steps.heading(space, assessment, at.RESULT)
    st.title(t("Result"), anchor=False)
    if result_top.is_empty(outcome):
        result_top.nothing_yet(outcome)
    else:
        result_top.top(outcome)
        result_picture.picture(outcome)
        result_gaps.floor(outcome)
        result_gaps.gaps(outcome)
        result_gaps.strengths(outcome)
        result_voices.where_voices_differ(space, outcome)
        result_movement.left_out(outcome)
        result_movement.movement(outcome)
        result_movement.every_figure(outcome)
