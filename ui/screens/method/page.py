"""Method and privacy: how scores arise, and what is kept where."""

import streamlit as st

from settings import VERSION
from ui import session
from ui.catalogue_choice import shown_catalogue
from ui.screens.method import parts
from ui.store import workspace

t = session.words()
space = workspace()

st.title(t("Method and privacy"), anchor=False)
catalogue = shown_catalogue(space)
st.header(t("Five ways to answer"), anchor=False)
parts.states()
st.header(t("From answers to scores"), anchor=False)
parts.steps(catalogue)
st.header(t("An example, calculated just now"), anchor=False)
parts.example(space, catalogue)
st.header(t("Privacy of respondents"), anchor=False)
parts.privacy(space, catalogue)
st.header(t("What is kept, and where"), anchor=False)
parts.storage()
st.caption(
    t(
        "Mentorspiegel {version}, free software under the MIT licence. Catalogue {catalogue}, version {number}.",
        version=VERSION,
        catalogue=catalogue.id,
        number=catalogue.version,
    )
)
