"""Method and privacy: how scores arise, and what is kept where."""

import streamlit as st

from assessment.settings import VERSION
from ui import state
from ui.components import method_parts
from ui.workspace import workspace

t = state.words()
space = workspace()

st.title(t("Method and privacy"), anchor=False)
st.header(t("Five ways to answer"), anchor=False)
method_parts.states()
st.header(t("From answers to scores"), anchor=False)
method_parts.steps()
st.header(t("An example, calculated just now"), anchor=False)
method_parts.example(space)
st.header(t("Privacy of respondents"), anchor=False)
method_parts.privacy(space)
st.header(t("What is kept, and where"), anchor=False)
method_parts.storage()
st.caption(
    t(
        "Mentorspiegel {version}, free software under the MIT licence. Catalogue {catalogue}, version {number}.",
        version=VERSION,
        catalogue=space.catalogue.id,
        number=space.catalogue.version,
    )
)
