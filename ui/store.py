"""The one place where the screens open the store."""

from pathlib import Path

import streamlit as st

import runtime
from assessment.catalogue.reading.watcher import CatalogueWatch
from assessment.services.context import CatalogueCache, Workspace
from assessment.store import Store
from ui import session


@st.cache_resource(show_spinner=False, max_entries=1, on_release=lambda store: store.close())
def _store(url: str) -> Store:
    return runtime.open_store(url)


@st.cache_resource(show_spinner=False)
def catalogue_watch(folder: str) -> CatalogueWatch:
    """Return the watch on a criteria folder, shared by everybody."""
    return CatalogueWatch(Path(folder))


@st.cache_resource(show_spinner=False)
def _older_catalogues() -> CatalogueCache:
    return CatalogueCache()


def workspace() -> Workspace:
    """Return the workspace of today. Raises StorageError or CatalogueError."""
    settings = session.settings()
    return runtime.workspace_on(
        _store(settings.database),
        settings,
        catalogue=catalogue_watch(str(settings.criteria)).current(),
        older_catalogues=_older_catalogues(),
    )
