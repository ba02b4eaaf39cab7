"""Other groups: invite them, and see how many took part."""

import streamlit as st

from assessment.services.invitations import invitations_of
from ui import assessment_header, navigation, session
from ui.screens.invitations import address_notice, form, introduction, new_links, overview, pairs
from ui.store import workspace
from ui.widgets.refusal import show_last_refusal

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    lines = invitations_of(space, assessment)
    assessment_header.heading(space, assessment, navigation.INVITATIONS)
    st.title(t("Other groups"), anchor=False)
    if not lines:
        introduction.introduction(space, assessment)
    introduction.why_closed(assessment)
    show_last_refusal()
    if assessment.accepts_respondents:
        address_notice.notice()
    new_links.show_new_links(space, assessment)
    overview.show_invitations(space, assessment, lines)
    pairs.show_pairs(space, assessment, lines)
    if assessment.accepts_respondents:
        form.invite(space, assessment, lines)
        pairs.invite(space, assessment, lines)
    introduction.privacy(space, assessment)
