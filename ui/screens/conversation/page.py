"""To talk about: the phases of a contact, where being a mentor ends, theses."""

import streamlit as st

from ui import session
from ui.screens.conversation import boundaries, theses
from ui.store import workspace

t = session.words()
catalogue = workspace().catalogue

session.name_tab(t("To talk about"))
st.title(t("To talk about"), anchor=False)
st.write(
    t("Nothing here is scored or kept. It helps to start a talk, alone, as a pair or with a team.")
)
if catalogue.relationship:
    theses.relationship(catalogue, catalogue.relationship)
if catalogue.boundaries:
    boundaries.comparison(catalogue.boundaries)
    boundaries.self_check(catalogue, catalogue.boundaries)
if catalogue.theses:
    theses.show_theses(catalogue)
if not (catalogue.relationship or catalogue.boundaries or catalogue.theses):
    st.write(t("This catalogue has nothing to talk about beside its criteria."))
