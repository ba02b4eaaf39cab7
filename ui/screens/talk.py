"""To talk about: the phases of a contact, where being a mentor ends, theses."""

import streamlit as st

from ui import state
from ui.components import talk_boundaries, talk_parts
from ui.workspace import workspace

t = state.words()
catalogue = workspace().catalogue

st.title(t("To talk about"), anchor=False)
st.write(
    t("Nothing here is scored or kept. It helps to start a talk, alone, as a pair or with a team.")
)
if catalogue.relationship:
    talk_parts.relationship(catalogue, catalogue.relationship)
if catalogue.boundaries:
    talk_boundaries.comparison(catalogue.boundaries)
    talk_boundaries.self_check(catalogue, catalogue.boundaries)
if catalogue.theses:
    talk_parts.theses(catalogue)
if not (catalogue.relationship or catalogue.boundaries or catalogue.theses):
    st.write(t("This catalogue has nothing to talk about beside its criteria."))
