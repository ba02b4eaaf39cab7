"""Run SQL on the driver under SQLAlchemy.

Values go in and come out through the types of their columns, and errors are wrapped, as SQLAlchemy does
it. What is left out is what it does beside that for every statement. On a server its pool lends the connections; to a file
they are kept here, for lending one from the pool takes longer than most statements.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import PoolProxiedConnection

from storage.engine import database_name, whole_transaction
from storage.errors import as_storage_errors

MOST_FREE = 8  # connections to a file that stay open: light pages need five at once
Row = Sequence[Any]
Convert = Callable[[Any], Any]
_VALUE = re.compile(r":(\w+)")
_LOCK = re.compile(r"FOR ((KEY )?SHARE OF \w+|UPDATE SKIP LOCKED)")


@dataclass(frozen=True, eq=False)
class Statement:
    """SQL as PostgreSQL has it, with `:name` for a value and `{gives}` for the columns to return.

    `takes` are the columns that values go to or are compared with. What a row holds after the columns
    of `gives` comes as it is.
    """

    sql: str
    takes: Mapping[str, Column[Any]]
    gives: Sequence[Column[Any]] = field(default=())


class _Prepared:
    """A statement in the words of one database."""

    def __init__(self, statement: Statement, dialect: Dialect) -> None:
        sql = statement.sql.replace("{gives}", ", ".join(map(str, statement.gives)))
        if dialect.name == "sqlite":
            # who writes there is alone: no row needs a lock
            self.sql = _LOCK.sub("", sql.replace("string_agg(", "group_concat("))
        else:
            self.sql = _VALUE.sub(r"%(\1)s", sql)
        self._takes = [
            (name, convert)
            for name, column in statement.takes.items()
            if (convert := column.type.dialect_impl(dialect).bind_processor(dialect))
        ]
        self._gives = [
            (index, convert)
            for index, column in enumerate(statement.gives)
            if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None))
        ]

    def values(self, given: dict[str, Any]) -> dict[str, Any]:
        for name, convert in self._takes:
            given[name] = convert(given[name])
        return given

    def row(self, given: Row) -> Row:
        row = list(given)
        for index, convert in self._gives:
            row[index] = convert(row[index])
        return row


class Transaction:
    """What runs in one transaction."""

    def __init__(self, driver: "Driver", connection: DBAPIConnection) -> None:
        self._driver = driver
        self._connection: Any = connection

    def change(self, statement: Statement, **values: Any) -> int:
        """Run a statement and return how many rows it changed."""
        prepared = self._driver.prepared(statement)
        number: int = self._connection.execute(prepared.sql, prepared.values(values)).rowcount
        return number

    def one(self, statement: Statement, **values: Any) -> Row | None:
        """Return the first row, None if there is none."""
        prepared = self._driver.prepared(statement)
        row = self._connection.execute(prepared.sql, prepared.values(values)).fetchone()
        return None if row is None else prepared.row(row)

    def all(self, statement: Statement, **values: Any) -> list[Row]:
        """Return all rows."""
        prepared = self._driver.prepared(statement)
        rows = self._connection.execute(prepared.sql, prepared.values(values)).fetchall()
        return [prepared.row(row) for row in rows]


class _Free:
    """The connections to a file that are open and nobody uses. It hangs on their engine, and goes with it."""

    def __init__(self) -> None:
        self._connections: list[PoolProxiedConnection] = []
        self._is_closed = False

    def take(self) -> PoolProxiedConnection | None:
        """Return one, None if there is none."""
        self._is_closed = False
        with suppress(IndexError):
            return self._connections.pop()
        return None

    def keep(self, connection: PoolProxiedConnection) -> bool:
        """Return whether one is kept for the next: not more than MOST_FREE are, and none after `close`."""
        if self._is_closed or len(self._connections) >= MOST_FREE:
            return False
        self._connections.append(connection)
        return True

    def close(self) -> None:
        """Close them all, and from now on each that comes back."""
        self._is_closed = True
        with suppress(IndexError):
            while True:
                self._connections.pop().close()


class Driver:
    """The driver of one engine. All drivers of an engine share their open connections; `close` closes these."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_file = engine.dialect.name == "sqlite"
        self._free: _Free = vars(engine).setdefault("mentorspiegel_free", _Free())
        self._name = database_name(engine.url)
        self._prepared: dict[Statement, _Prepared] = {}

    def prepared(self, statement: Statement) -> _Prepared:
        """Return a statement in the words of this database."""
        prepared = self._prepared.get(statement)
        if prepared is None:
            prepared = self._prepared[statement] = _Prepared(statement, self._engine.dialect)
        return prepared

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Lend a connection for one statement that reads, which is a transaction of its own."""
        if (whole := whole_transaction(self._engine)) is not None:
            with self._part_of(whole) as transaction:
                yield transaction
            return
        with self._connection() as connection:
            if self._is_file:
                yield Transaction(self, connection)
                return
            connection.autocommit = True
            try:
                yield Transaction(self, connection)
            finally:
                with suppress(self._engine.dialect.loaded_dbapi.Error):  # it may be gone
                    connection.autocommit = False

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Open a transaction that writes: all of it is kept, or nothing when an error leaves it."""
        if (whole := whole_transaction(self._engine)) is not None:
            with whole.begin_nested(), self._part_of(whole) as transaction:
                yield transaction
            return
        with self._connection() as connection:
            if (
                self._is_file
            ):  # see storage/engine.py: who writes waits for its turn before it reads
                connection.execute("BEGIN IMMEDIATE")
            yield Transaction(self, connection)
            connection.commit()

    def close(self) -> None:
        """Close what is open and nobody uses."""
        self._free.close()

    @contextmanager
    def _part_of(self, whole: Connection) -> Iterator[Transaction]:
        """Run in a transaction that somebody else commits."""
        dialect = self._engine.dialect
        with as_storage_errors(self._name):
            try:
                connection: Any = whole.connection.dbapi_connection
                yield Transaction(self, connection)
            except dialect.loaded_dbapi.Error as error:
                raise _wrapped(error, dialect) from error

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        """Lend a connection of the driver; what was not committed is rolled back."""
        dialect = self._engine.dialect
        with as_storage_errors(self._name):
            lent, has_failed = None, False
            try:
                lent = self._lend()
                yield lent.dbapi_connection
            except dialect.loaded_dbapi.Error as error:
                has_failed = True
                if lent is not None and dialect.is_disconnect(error, lent.dbapi_connection, None):
                    lent.invalidate(error)
                raise _wrapped(error, dialect) from error
            finally:
                if lent is not None:
                    self._take_back(lent, has_failed=has_failed)

    def _lend(self) -> PoolProxiedConnection:
        free = self._free.take() if self._is_file else None
        if free is not None:
            return free
        lent = self._engine.raw_connection()
        if self._is_file:
            lent.detach()
        return lent

    def _take_back(self, lent: PoolProxiedConnection, *, has_failed: bool) -> None:
        """Make a connection free for the next one. Closing it, as its pool does too, rolls it back."""
        connection: Any = lent.dbapi_connection
        is_kept = False
        try:
            if self._is_file and not has_failed:
                if connection.in_transaction:
                    connection.rollback()
                is_kept = self._free.keep(lent)
        finally:
            if not is_kept:
                lent.close()


def _wrapped(error: Exception, dialect: Dialect) -> BaseException:
    return DBAPIError.instance(
        None, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
    )
