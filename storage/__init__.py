"""The database: SQLAlchemy behind the Store of the domain."""

from storage.backup import backup, restore, sweep
from storage.counting.count_tables import keep_missing
from storage.engine import BUSY_TIMEOUT, Clock, address, create, file_of
from storage.files.erasing import forget_what_is_left
from storage.migrate import migrate
from storage.portfolio.shares import Shares
from storage.store import SqlStore

__all__ = ["BUSY_TIMEOUT", "SqlStore", "backup", "migrate", "open_store", "restore"]


def open_store(url: str, *, clock: Clock, busy_timeout: float = BUSY_TIMEOUT) -> SqlStore:
    """Open a database, created or brought up to date first. `busy_timeout` in seconds.

    Raises DatabaseUnavailable, DatabaseDamaged or DatabaseNewer.
    """
    migrate(url)
    if (file := file_of(address(url))) is not None:
        sweep(file.absolute().parent)
    engine = create(address(url), busy_timeout=busy_timeout)
    forget_what_is_left(engine)
    keep_missing(engine)
    Shares(engine, clock).empty_expired()
    engine.dispose()  # what was opened for this keeps no other program from the file
    return SqlStore(engine, clock)
