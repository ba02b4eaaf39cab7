"""Agreements: what did we agree, what happened, and what do we agree now."""

import streamlit as st

from assessment.services import agreements as service
from assessment.services.outcome import outcome_of
from ui import places as at
from ui import state
from ui.components import action_card, new_action, steps
from ui.workspace import workspace

t = state.words()
space = workspace()
assessment = steps.assessment_here(space)

if assessment is not None:
    outcome = outcome_of(space, assessment.id)
    earlier = service.carried_over(space, assessment)
    made = service.actions_of(space, assessment)
    steps.heading(space, assessment, at.AGREEMENTS)
    st.title(t("Agreements"), anchor=False)
    if earlier:
        st.header(t("What did we agree, and what came of it?"), anchor=False)
    for action in earlier:
        action_card.card(space, outcome.catalogue, action)
    action_card.removed_elsewhere(space, assessment.project)
    st.header(t("What do we agree now?"), anchor=False)
    st.write(
        t(
            "Choose two or three. More is seldom kept. Write with each agreement: what, who and "
            "when."
        )
    )
    for action in made:
        action_card.card(space, outcome.catalogue, action)
    if len(made) > service.SUGGESTED:
        st.caption(t("There are {n} agreements now. Which two or three matter most?", n=len(made)))
    new_action.form(space, outcome, made)
