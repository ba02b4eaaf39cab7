"""Engines and transactions. SQLite waits for its turn to write before it reads what it changes.

A repository holds the rows of one noun; its methods get their transaction from a decorator.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import wraps
from pathlib import Path
from secrets import randbelow
from threading import Lock, Timer
from time import monotonic
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import ArgumentError

from assessment.errors import DatabaseUnavailable, StorageError
from storage.errors import as_storage_errors

BUSY_TIMEOUT = 5.0  # seconds to wait for a lock
_CONNECT_TIMEOUT = 10  # seconds to wait for a server
_EXAMPLES = "Write sqlite:///folder/file.sqlite3 or postgresql+psycopg://user:password@host/name."


def address(url: str) -> URL:
    """Return the address that a URL stands for. Raises DatabaseUnavailable for any other text."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # not chained: the text may hold a password
        raise DatabaseUnavailable(f"The URL of the database is not readable. {_EXAMPLES}") from None
    if parsed.get_backend_name() == "sqlite":
        return _file_address(parsed)
    if parsed.get_backend_name() not in ("postgresql", "postgres"):
        kind = parsed.get_backend_name()
        raise DatabaseUnavailable(f"'{kind}' is not a database that is known here. {_EXAMPLES}")
    return parsed.set(drivername="postgresql+psycopg")


def _file_address(parsed: URL) -> URL:
    if not parsed.database or parsed.database == ":memory:" or parsed.query:
        message = "The URL of an SQLite database names one file and has no '?'."
        raise DatabaseUnavailable(f"{message} {_EXAMPLES}")
    return parsed.set(drivername="sqlite")


def file_of(parsed: URL) -> Path | None:
    """Return the file of an SQLite database, None for a server."""
    return Path(parsed.database or "") if parsed.drivername == "sqlite" else None


def database_name(parsed: URL) -> str:
    """Name a database in a message, without user and password."""
    file = file_of(parsed)
    if file is not None:
        return f"The database file {file}"
    return f"The PostgreSQL database '{parsed.database}' on {parsed.host or 'this machine'}"


def create(parsed: URL, *, busy_timeout: float = BUSY_TIMEOUT) -> Engine:
    """Return an engine; nothing is opened yet. `busy_timeout`: seconds to wait for one's turn."""
    if file_of(parsed) is not None:
        return _file_engine(parsed, busy_timeout)
    try:
        return _server_engine(parsed, busy_timeout)
    except ImportError as error:
        raise DatabaseUnavailable(
            f"{database_name(parsed)} needs the package psycopg, which is not installed. "
            "Install it: pip install --require-hashes --no-deps -r requirements-postgres.txt"
        ) from error


def _server_engine(parsed: URL, busy_timeout: float) -> Engine:
    options = " ".join([*parsed.normalized_query.get("options", ()), "-c lock_timeout="])
    return create_engine(
        parsed,
        pool_pre_ping=True,
        pool_timeout=busy_timeout,
        hide_parameters=True,  # errors end up in logs, answers must not
        connect_args={
            "connect_timeout": _CONNECT_TIMEOUT,
            "options": f"{options}{int(busy_timeout * 1000)}",
        },
    )


def _file_engine(parsed: URL, busy_timeout: float) -> Engine:
    engine = create_engine(
        parsed,
        pool_timeout=busy_timeout,
        hide_parameters=True,
        # isolation_level None: `_begin` says BEGIN, not the driver
        connect_args={"timeout": busy_timeout, "isolation_level": None},
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    # temp_store: what is erased would stand once more in a file of a folder for such files
    for pragma in (
        "foreign_keys=ON",
        "synchronous=NORMAL",
        "secure_delete=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # a transaction that reads first and writes later would fail at once when another wrote between
    kind = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {kind}")


@contextmanager
def read_transaction(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only reads."""
    with as_storage_errors(database_name(engine.url)), engine.begin() as connection:
        yield connection


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that writes: all of it is kept, or nothing when an error leaves it."""
    with (
        as_storage_errors(database_name(engine.url)),
        engine.connect() as connection,
        connection.execution_options(writes=True).begin(),
    ):
        yield connection


Clock = Callable[[], datetime]  # gives the time with its zone


class Repository:
    """The rows of one noun. A method with `@reading` or `@writing` is one transaction."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.clock = clock


R = TypeVar("R", bound=Repository)
P = ParamSpec("P")
T = TypeVar("T")


def reading(method: Callable[Concatenate[R, Connection, P], T]) -> Callable[Concatenate[R, P], T]:
    """Hand a method the connection of a transaction that only reads."""

    @wraps(method)
    def run(repository: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with read_transaction(repository.engine) as connection:
            return method(repository, connection, *args, **kwargs)

    return run


def writing(method: Callable[Concatenate[R, Connection, P], T]) -> Callable[Concatenate[R, P], T]:
    """Hand a method the connection of a transaction that writes, all or nothing."""

    @wraps(method)
    def run(repository: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with write_transaction(repository.engine) as connection:
            return method(repository, connection, *args, **kwargs)

    return run


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
