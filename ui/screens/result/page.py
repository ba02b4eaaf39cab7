"""The result: what to talk about, where it hurts, what stands, and everything behind it."""

import streamlit as st

from assessment.services.outcome import outcome_of
from ui import assessment_header, navigation, session
from ui.screens.result import criteria, grounds, groups, links, movement, overview, parts, top
from ui.screens.result.criterion import criterion_page
from ui.store import workspace
from ui.widgets.html import asset

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    outcome = outcome_of(space, assessment)
    assessment_header.heading(space, assessment, navigation.RESULT)
    st.html(f"<style>{asset('screens/result/result.css')}</style>")
    links.follow_within_page()
    criterion, part = session.parameter(session.CRITERION), parts.open_part()
    if top.is_empty(outcome):
        st.title(t("Outcome"), anchor=False)
        top.nothing_yet(outcome)
    elif criterion is not None and criterion in outcome.result.criteria:
        parts.navigation("")
        criterion_page(outcome, criterion)
    elif part == parts.OVERVIEW:
        parts.navigation(part)
        overview.overview(outcome)
    else:
        parts.navigation(part)
        st.title(parts.titles()[part], anchor=False)
        top.so_far(outcome)
        if part == parts.GROUPS:
            groups.groups(space, outcome)
        elif part == parts.CRITERIA:
            criteria.criteria(outcome)
        elif part == parts.MOVEMENT:
            movement.movement(outcome)
        else:
            grounds.grounds(outcome)
