"""The Streamlit script: page settings, navigation, and what stops everything."""

import streamlit as st

from assessment.errors import CatalogueError, StorageError
from ui import layout, navigation

st.set_page_config(layout="centered")
layout.style()
page = st.navigation(navigation.pages(), position="hidden")
try:
    layout.sidebar(navigation.path_of(page))
    layout.author_notes()
    page.run()
except CatalogueError as error:
    layout.broken_catalogue(error)
except StorageError as error:
    layout.broken_database(error)
