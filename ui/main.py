"""The Streamlit script: page settings, navigation, and what stops everything."""

import streamlit as st

from assessment.errors import CatalogueError, NotPermitted, StorageError
from ui import layout, navigation

st.set_page_config(layout="centered")
layout.style()
page = st.navigation(navigation.pages(), position="hidden")
try:
    path = navigation.path_of(page)
    layout.sidebar(path)
    layout.author_notes()
    layout.check_may_open(path)
    page.run()
except CatalogueError as error:
    layout.broken_catalogue(error)
except StorageError as error:
    layout.broken_database(error)
except NotPermitted:
    layout.not_permitted()
