"""What stakeholders judged at home: does it apply, is it a minimum, what is missing."""

import streamlit as st

from assessment.services.judging.outcome import judging_outcome
from ui import assessment_header, navigation, session
from ui.screens.judging import criteria, summary, taking_over
from ui.store import workspace
from ui.widgets.refusal import show_last_refusal

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    assessment_header.heading(space, assessment, navigation.JUDGING)
    st.title(t("What was judged"), anchor=False)
    show_last_refusal()
    if not assessment.is_closed:
        summary.not_yet(space, assessment)
    else:
        outcome = judging_outcome(space, assessment)
        summary.summary(outcome)
        if outcome.criteria:
            criteria.criteria(outcome)
            taking_over.taking_over(space, outcome)
