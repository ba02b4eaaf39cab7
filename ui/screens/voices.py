"""Other voices: invite mentors, mentees and partners, and see how many took part."""

import streamlit as st

from assessment.services.rounds import rounds_of
from ui import places as at
from ui import state
from ui.components import (
    confirming,
    steps,
    voices_address,
    voices_fresh,
    voices_invite,
    voices_pairs,
    voices_rounds,
    voices_start,
)
from ui.workspace import workspace

t = state.words()
space = workspace()
assessment = steps.assessment_here(space)

if assessment is not None:
    lines = rounds_of(space, assessment)
    steps.heading(space, assessment, at.VOICES)
    st.title(t("Other groups"), anchor=False)
    if not lines:
        voices_start.explained(space, assessment)
    voices_start.why_no_more(assessment)
    confirming.trouble()
    if assessment.takes_voices:
        voices_address.notice()
    voices_fresh.fresh_links(space, assessment)
    voices_rounds.rounds(space, assessment, lines)
    voices_pairs.pairs(space, assessment, lines)
    if assessment.takes_voices:
        voices_invite.invite(space, assessment, lines)
        voices_pairs.invite(space, assessment)
    voices_start.privacy(space)
