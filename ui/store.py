"""The one place where the screens open the store."""

import secrets
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.watcher import CatalogueWatch
from assessment.services.context import Workspace
from assessment.store import Store
from storage import open_store
from ui import session


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a new random id."""
    return secrets.token_hex(8)


def new_token() -> str:
    """Return a new secret for a link: 24 random bytes."""
    return secrets.token_urlsafe(24)


@st.cache_resource(show_spinner=False, on_release=lambda store: store.close())
def _store(url: str) -> Store:
    return open_store(url, clock=now)


@st.cache_resource(show_spinner=False)
def catalogue_watch(folder: str) -> CatalogueWatch:
    """Return the watch on a criteria folder, shared by everybody."""
    return CatalogueWatch(Path(folder))


@st.cache_resource(show_spinner=False)
def _older_catalogues() -> dict[str, Catalogue]:
    return {}


def workspace() -> Workspace:
    """Return the workspace of today. Raises StorageError or CatalogueError."""
    settings = session.settings()
    return Workspace(
        store=_store(settings.database),
        catalogue=catalogue_watch(str(settings.criteria)).current(),
        now=now,
        new_id=new_id,
        new_token=new_token,
        threshold=settings.threshold,
        _shelf=_older_catalogues(),
    )
