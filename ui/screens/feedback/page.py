"""Tell those who answered: what they can read, whether they can, and a page to hand out."""

import streamlit as st

from assessment.services.outcome import outcome_of
from ui import assessment_header, navigation, session
from ui.screens.feedback.parts import hand_out, preview, switch
from ui.store import workspace
from ui.widgets.refusal import show_last_refusal

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    assessment_header.heading(space, assessment, navigation.FEEDBACK)
    st.title(t("Tell those who answered"), anchor=False)
    show_last_refusal()
    if not assessment.is_closed:
        st.write(
            t(
                "After closing you can show those who answered, on one page, what came of it. Before "
                "that nobody sees anything."
            )
        )
        st.page_link(navigation.CLOSING, label=t("Look back"), query_params=session.address())
    else:
        outcome = outcome_of(space, assessment)
        st.write(
            t(
                "Who takes the trouble to answer likes to hear what came of it. Below stands all that "
                "they would read: nothing of groups that are not shown, and nobody by name."
            )
        )
        switch(space, assessment)
        passages = preview(space, outcome)
        hand_out(space, outcome, passages)
