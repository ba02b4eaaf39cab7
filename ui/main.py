"""The Streamlit script: page settings, navigation, and what stops everything."""

import streamlit as st

from assessment.errors import CatalogueError, StorageError
from ui import layout
from ui.navigation import pages

st.set_page_config(
    page_title="Mentorspiegel", page_icon=":material/psychology_alt:", layout="centered"
)
layout.style()
page = st.navigation(pages(), position="hidden")
try:
    layout.sidebar()
    layout.author_notes()
    page.run()
except CatalogueError as error:
    layout.broken_catalogue(error)
except StorageError as error:
    layout.broken_database(error)
