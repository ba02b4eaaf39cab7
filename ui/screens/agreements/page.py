"""Agreements: what did we agree, what happened, and what do we agree now."""

import streamlit as st

from assessment.services.agreements import SUGGESTED
from assessment.services.outcome import outcome_of
from exchange.file_names import file_name
from exchange.organisation import calendar_file
from ui import assessment_header, navigation, session
from ui.screens.agreements.card import card, removed_elsewhere
from ui.screens.agreements.form import form
from ui.store import workspace
from ui.widgets.download import Offer, offer

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    outcome = outcome_of(space, assessment)
    assessment_header.heading(space, assessment, navigation.AGREEMENTS)
    st.title(t("Agreements"), anchor=False)
    if outcome.agreed_before:
        st.header(t("What did we agree, and what came of it?"), anchor=False)
    for agreement in outcome.agreed_before:
        card(space, outcome.catalogue, agreement)
    removed_elsewhere(space, assessment.project)
    st.header(t("What do we agree now?"), anchor=False)
    st.write(
        t(
            "Choose two or three. More is seldom kept. Write what you will do; by whom and when may "
            "follow later: below each agreement stands what is missing."
        )
    )
    for agreement in outcome.agreed_now:
        card(space, outcome.catalogue, agreement)
    number = len(outcome.agreed_now)
    if number > SUGGESTED:
        st.caption(t("There are {n} agreements now. Which two or three matter most?", n=number))
    form(space, outcome)
    if outcome.agreed_now or outcome.agreed_before:
        st.write(t("These days for your calendar; nothing of a result is in the file:"))
        project = space.store.projects.get(assessment.project)
        offer(
            Offer(
                "calendar",
                file_name(project.name, ending="ics"),
                calendar_file.MEDIA_TYPE,
                lambda: calendar_file.calendar_file(space, project.id, t),
            )
        )
