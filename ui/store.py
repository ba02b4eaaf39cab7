"""The one place where the screens open the store."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import streamlit as st

import runtime
from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.errors import NotPermitted
from assessment.services.access import sign_in
from assessment.services.access.sign_in import SignedIn
from assessment.services.context import CatalogueCache, Workspace
from assessment.store import Store
from settings import LOGIN_COOKIE
from ui import session
from ui.renewal import HOLDS_FOR, AccessRenewal, Made


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


@st.cache_resource(show_spinner=False, ttl=5)
def _has_accounts(url: str) -> bool:
    return _store(url).access.accounts.any()


@st.cache_resource(show_spinner=False, ttl=HOLDS_FOR, max_entries=1_000)
def _signed_in(_workspace: Workspace, login: str, organisation: str) -> SignedIn | None:
    return sign_in.signed_in(_workspace, login, organisation)


def has_accounts() -> bool:
    """Return whether anybody can sign in, as it was a few seconds ago at most."""
    return _has_accounts(session.settings().database)


def _login(everything: Workspace) -> str:
    """Return the id of the login, from the gate or from the cookie, as the settings say."""
    if session.settings().login_from == "header":
        return session.login()
    token = st.context.cookies.get(LOGIN_COOKIE, "")
    login = sign_in.find_login(everything, token) if token else None
    return "" if login is None else login.id


def signed_in() -> SignedIn | None:
    """Return who is at work; None without accounts. Raises NotPermitted for a login that ended."""
    if not has_accounts():
        return None
    everything = _workspace_without_catalogues()
    asked = session.parameter(session.ORGANISATION) or ""
    found = _signed_in(everything, _login(everything), asked)
    if found is None:
        raise NotPermitted("sign_in")
    return found


def workspace() -> Workspace:
    """Return the workspace of who is at work. Raises StorageError, CatalogueError or NotPermitted."""
    who = signed_in()
    everything = _whole_workspace()
    opened = everything if who is None else sign_in.opened_workspace(everything, who.access)
    return replace(opened, renew=AccessRenewal(everything, _login(everything), opened.access))


def while_at_work(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return what makes a file only as long as who sees the button is at work here."""
    everything, who = _workspace_without_catalogues(), signed_in()
    access = everything.access if who is None else who.access
    return AccessRenewal(everything, _login(everything), access).holding(make)


def _workspace_without_catalogues() -> Workspace:
    """Return all there is to ask who is at work; no file is looked at for it."""
    settings = session.settings()
    return runtime.workspace_on(_store(settings.database), settings)


def _whole_workspace() -> Workspace:
    settings = session.settings()
    catalogue, *more = catalogue_shelf().current()
    return runtime.workspace_on(
        _store(settings.database),
        settings,
        catalogue=catalogue,
        more_catalogues=more,
        older_catalogues=_older_catalogues(),
    )
