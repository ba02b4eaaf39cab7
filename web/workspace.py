"""The one place where the routes open the store."""

import secrets
from datetime import UTC, datetime
from functools import lru_cache

from assessment.catalogue.model import Catalogue, Text
from assessment.services.context import Workspace
from assessment.store import Store
from settings import Settings
from storage import open_store

# an assessment brings the catalogue it was made with; that of today does not matter here
NO_CATALOGUE = Catalogue(
    id="none",
    version="",
    title=Text({}),
    description=Text({}),
    languages=(),
    roles=(),
    perspectives=(),
    phases=(),
    ambitions=(),
    scales=(),
    criteria=(),
    profiles=(),
)


def store() -> Store:
    """Return the store of the routes. Raises StorageError."""
    return _opened(Settings().database)


@lru_cache(maxsize=4)
def _opened(url: str) -> Store:
    return open_store(url, clock=now)


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a new random id."""
    return secrets.token_hex(8)


def new_token() -> str:
    """Return a new secret for a link: 24 random bytes."""
    return secrets.token_urlsafe(24)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()


@lru_cache(maxsize=1)
def workspace() -> Workspace:
    """Return the workspace of the participants' pages. Raises StorageError."""
    return Workspace(
        store=_opened(settings().database),
        catalogue=NO_CATALOGUE,
        now=now,
        new_id=new_id,
        new_token=new_token,
        threshold=settings().threshold,
    )
