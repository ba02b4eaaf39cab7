"""Erasing leaves no trace: also not in the log of a file of SQLite, nor in the places where rows stood."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from secrets import randbelow
from threading import Lock, Timer
from time import monotonic
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from assessment.errors import StorageError
from storage.engine import database_name, write_transaction
from storage.errors import as_storage_errors

# another number from every erasure on, until no trace of it is left; then 0
ERASED = "PRAGMA user_version"
_EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
MOST_AT_ONCE = 32_000_000  # bytes of a file that is written anew while others wait: half a second
BETWEEN = 60.0  # seconds between two such times: who erases without end must not stop the others


@contextmanager
def erasing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that erases; after it no trace is left where it is a file of SQLite."""
    with write_transaction(engine) as connection:
        yield connection
        if connection.dialect.name == "sqlite":
            # with what is erased, so that a kill right after it does not forget the rest
            connection.exec_driver_sql(f"{ERASED}={1 + randbelow(2**30)}")
    forget_old_pages(engine)


def forget_old_pages(engine: Engine) -> None:
    """Empty the log of a file of SQLite and write the file anew, so that no trace is left in either.

    Erasing overwrites what it takes, but not the places where a text stood before the rows around
    it made it move. When that was done a moment ago, the file waits its turn. Never raises because
    of the database: what was erased is erased.
    """
    if engine.dialect.name == "sqlite":
        _tidying(engine).begin(engine)


def forget_what_is_left(engine: Engine) -> None:
    """Do what an earlier program left to do, whatever it takes; for a database that was just opened."""
    if engine.dialect.name == "sqlite":
        _run(engine, _forget_marked)


def stop_waiting(engine: Engine) -> None:
    """Do now what waits its turn: the database is about to be closed."""
    if engine.dialect.name == "sqlite":
        _tidying(engine).end(engine)


def _tidying(engine: Engine) -> "_Tidying":
    return _TIDYINGS.setdefault(engine, _Tidying())


class _Tidying:
    """Writes one file anew: at once, and then at most once in BETWEEN seconds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._next = 0.0  # not before
        self._timer: Timer | None = None

    def begin(self, engine: Engine) -> None:
        with self._lock:
            wait = self._next - monotonic()
            if wait <= 0:
                self._next = monotonic() + BETWEEN
            elif self._timer is None:
                self._timer = Timer(wait, self._turn, [engine])
                self._timer.daemon = True  # the mark stays, so the next start does it
                self._timer.start()
        _run(engine, _forget if wait <= 0 else _empty_log)

    def _turn(self, engine: Engine) -> None:
        with self._lock:
            self._timer, self._next = None, monotonic() + BETWEEN
        _run(engine, _forget)

    def end(self, engine: Engine) -> None:
        with self._lock:
            waiting, self._timer = self._timer, None
        if waiting is not None:
            waiting.cancel()
            _run(engine, _forget_marked)


_TIDYINGS: WeakKeyDictionary[Engine, _Tidying] = WeakKeyDictionary()


def _run(engine: Engine, do: Callable[[DBAPICursor], object]) -> None:
    with (
        suppress(StorageError, sqlite3.Error),
        as_storage_errors(database_name(engine.url)),
        closing(engine.raw_connection()) as connection,
    ):
        do(connection.cursor())


def _forget(cursor: DBAPICursor) -> None:
    size = _number(cursor, "PRAGMA page_count") * _number(cursor, "PRAGMA page_size")
    if size <= MOST_AT_ONCE:
        _write_anew(cursor)
    else:
        _empty_log(cursor)


def _forget_marked(cursor: DBAPICursor) -> None:
    if _number(cursor, ERASED):
        _write_anew(cursor)


def _write_anew(cursor: DBAPICursor) -> None:
    mark = _number(cursor, ERASED)
    cursor.execute("VACUUM")
    if not _empty_log(cursor):
        return
    cursor.execute("BEGIN IMMEDIATE")
    if _number(cursor, ERASED) == mark:  # else somebody erased meanwhile
        cursor.execute(f"{ERASED}=0")
    cursor.execute("COMMIT")
    _empty_log(cursor)


def _empty_log(cursor: DBAPICursor) -> bool:
    """Return whether the log is empty: not while somebody reads what stands there."""
    return not _number(cursor, _EMPTY_LOG)


def _number(cursor: DBAPICursor, question: str) -> int:
    cursor.execute(question)
    return int(cursor.fetchall()[0][0])
