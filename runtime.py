"""What the running program works with: its clock, ids and tokens, its settings, and the database."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

import storage
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.services.context import CatalogueCache, Workspace
from assessment.store import Store
from settings import Settings
from storage import SqlStore


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a new random id; it never starts with a dash, so that it may stand in a command."""
    return secrets.token_hex(8)


def new_token() -> str:
    """Return a new secret for a link: 24 random bytes."""
    return secrets.token_urlsafe(24)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()


def open_store(url: str) -> SqlStore:
    """Open a database, made or brought up to date first. Close it in the end. Raises StorageError."""
    return storage.open_store(url, clock=now)


def workspace_on(
    store: Store,
    given: Settings,
    *,
    catalogue: Catalogue | None = None,
    more_catalogues: Sequence[Catalogue] = (),
    numbers: Mapping[str, tuple[HelpNumber, ...]] | None = None,
    older_catalogues: CatalogueCache | None = None,
) -> Workspace:
    """Return a workspace with the clock, ids and tokens of this program.

    `catalogue` is that of today, the default one, beside which there may be more. Whoever makes a workspace anew for every click brings the cache of
    older ones, too.
    """
    return Workspace(
        store=store,
        now=now,
        new_id=new_id,
        new_token=new_token,
        threshold=given.threshold,
        current_catalogue=catalogue,
        more_catalogues=tuple(more_catalogues),
        numbers=numbers or {},
        older_catalogues=CatalogueCache() if older_catalogues is None else older_catalogues,
    )


@lru_cache(maxsize=4)
def _shared_store(url: str) -> SqlStore:
    return open_store(url)


def shared_store() -> SqlStore:
    """Return the store that all HTTP routes share. Raises StorageError."""
    return _shared_store(Settings().database)


@lru_cache(maxsize=1)
def participants_workspace() -> Workspace:
    """Return the workspace of the pages of participants. Raises StorageError.

    The numbers to call are those that the criteria folders hold when the program starts.
    """
    shelf = CatalogueShelf(settings().criteria, settings().catalogues)
    store = _shared_store(settings().database)
    return workspace_on(store, settings(), numbers=shelf.numbers())
