"""Other voices: invite mentors, mentees and partners, and see how many took part."""

import streamlit as st

from assessment.services.invitations import invitations_of
from ui import assessment_header, navigation, session
from ui.screens.invitations import address_notice, form, introduction, new_links, overview, pairs
from ui.store import workspace
from ui.widgets import confirm

t = session.words()
space = workspace()
assessment = assessment_header.assessment_here(space)

if assessment is not None:
    lines = invitations_of(space, assessment)
    assessment_header.heading(space, assessment, navigation.INVITATIONS)
    st.title(t("Other groups"), anchor=False)
    if not lines:
        introduction.explained(space, assessment)
    introduction.why_no_more(assessment)
    confirm.trouble()
    if assessment.accepts_respondents:
        address_notice.notice()
    new_links.fresh_links(space, assessment)
    overview.show_invitations(space, assessment, lines)
    pairs.show_pairs(space, assessment, lines)
    if assessment.accepts_respondents:
        form.invite(space, assessment, lines)
        pairs.invite(space, assessment)
    introduction.privacy(space)
