"""The Streamlit script: page settings, navigation, and what stops everything."""

import streamlit as st

from assessment.errors import CatalogueError, StorageError
from ui import state
from ui.components import frame
from ui.places import pages

t = state.words()
st.set_page_config(
    page_title="Mentorspiegel", page_icon=":material/psychology_alt:", layout="centered"
)
frame.style()
page = st.navigation(pages(), position="hidden")
try:
    frame.sidebar()
    frame.author_notes()
    page.run()
except CatalogueError as error:
    frame.broken_catalogue(error)
except StorageError as error:
    frame.broken_database(error)
