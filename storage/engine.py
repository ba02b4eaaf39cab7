"""Engines and transactions. SQLite waits for its turn to write before it reads what it changes.

A repository holds the rows of one noun; its methods get their transaction from a decorator.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from assessment.errors import DatabaseUnavailable
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


@dataclass(frozen=True)
class DatabaseName:
    """The name of a database in a message; it is made only when there is one."""

    url: URL

    def __str__(self) -> str:
        return database_name(self.url)


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


# of an engine, the connection of the transaction that what is done now is part of
_WHOLE: ContextVar[tuple[Engine, Connection] | None] = ContextVar("whole", default=None)


@contextmanager
def read_transaction(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only reads."""
    with as_storage_errors(DatabaseName(engine.url)):
        if (whole := whole_transaction(engine)) is not None:
            yield whole
            return
        with engine.begin() as connection:
            yield connection


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that writes: all of it is kept, or nothing when an error leaves it."""
    with as_storage_errors(DatabaseName(engine.url)):
        if (whole := whole_transaction(engine)) is not None:
            with whole.begin_nested():
                yield whole
            return
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            yield connection


@contextmanager
def one_transaction(engine: Engine) -> Iterator[None]:
    """Make all transactions that this thread opens meanwhile one: all is kept, or nothing."""
    with write_transaction(engine) as connection:
        token = _WHOLE.set((engine, connection))
        try:
            yield
        finally:
            _WHOLE.reset(token)


def whole_transaction(engine: Engine) -> Connection | None:
    """Return the connection of the transaction that what is done now is part of, if there is one."""
    whole = _WHOLE.get()
    return whole[1] if whole is not None and whole[0] is engine else None


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
