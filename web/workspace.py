"""The one place where the routes open the store."""

from datetime import UTC, datetime
from functools import lru_cache

from assessment.settings import Settings
from assessment.store import Store
from storage import open_store


def store() -> Store:
    """Return the store of the routes. Raises StorageError."""
    return _opened(Settings().database)


@lru_cache(maxsize=4)
def _opened(url: str) -> Store:
    return open_store(url, clock=lambda: datetime.now(UTC))
