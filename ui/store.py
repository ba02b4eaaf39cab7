"""The one place where the screens open the store."""

from pathlib import Path

import streamlit as st

import runtime
from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.services.context import CatalogueCache, Workspace
from assessment.store import Store
from ui import session


@st.cache_resource(show_spinner=False, max_entries=1, on_release=lambda store: store.close())
def _store(url: str) -> Store:
    return runtime.open_store(url)


@st.cache_resource(show_spinner=False)
def _shelf(folder: str, more: str) -> CatalogueShelf:
    return CatalogueShelf(Path(folder), Path(more) if more else None)


def catalogue_shelf() -> CatalogueShelf:
    """Return the catalogues of the settings, shared by everybody."""
    settings = session.settings()
    return _shelf(str(settings.criteria), str(settings.catalogues or ""))


@st.cache_resource(show_spinner=False)
def _older_catalogues() -> CatalogueCache:
    return CatalogueCache()


def workspace() -> Workspace:
    """Return the workspace of today. Raises StorageError or CatalogueError."""
    settings = session.settings()
    catalogue, *more = catalogue_shelf().current()
    return runtime.workspace_on(
        _store(settings.database),
        settings,
        catalogue=catalogue,
        more_catalogues=more,
        older_catalogues=_older_catalogues(),
    )
