"""The guide for coordinators, in the language of the tab."""

import streamlit as st

from ui import session
from ui.screens.guide.text import guide

t = session.words()

session.name_tab(t("Guide"))
found = guide(session.language())
st.title(found.title, anchor=False)
st.markdown(found.introduction)
for section in found.sections:
    st.header(section.title, anchor=False)
    st.markdown(section.text)
