"""To talk about: the phases of a contact, where a role ends, what makes it work, theses."""

import streamlit as st

from ui import session
from ui.catalogue_choice import shown_catalogue
from ui.screens.conversation import boundaries, factors, theses
from ui.store import workspace

t = session.words()

session.name_tab(t("To talk about"))
st.title(t("To talk about"), anchor=False)
catalogue = shown_catalogue(workspace())
st.write(
    t("Nothing here is scored or kept. It helps to start a talk, alone, in twos or with a team.")
)
if catalogue.relationship:
    theses.relationship(catalogue, catalogue.relationship)
if catalogue.boundaries:
    boundaries.comparison(catalogue, catalogue.boundaries)
    boundaries.self_check(catalogue, catalogue.boundaries)
if catalogue.factors:
    factors.factors(catalogue)
if catalogue.theses:
    theses.show_theses(catalogue)
if not any((catalogue.relationship, catalogue.boundaries, catalogue.factors, catalogue.theses)):
    st.write(t("This catalogue has nothing to talk about beside its criteria."))
