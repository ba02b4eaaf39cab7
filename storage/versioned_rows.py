"""Rows and domain objects: a row holds the fields of its object under the same names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import Field, fields, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy import Column, Connection, Insert, Table, Update, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assessment.errors import NotFound, StaleWrite


class Versioned(Protocol):
    """A domain object that counts its changes."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def version(self) -> int:
        """How often it was written."""
        ...


class WithId(Versioned, Protocol):
    """One that is found by its id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


T = TypeVar("T")
V = TypeVar("V", bound=Versioned)
W = TypeVar("W", bound=WithId)
Row = Mapping[str, Any]


def columns(table: Table, kind: type[Any]) -> list[Column[Any]]:
    """Return the columns of the fields of `kind`, in the order in which it takes them."""
    return [table.c[field.name] for field in fields(kind)]


def get(connection: Connection, table: Table, kind: type[T], noun: str, key: str) -> T:
    """Return the object with this id. Raises NotFound, which calls it by its noun."""
    row = connection.execute(select(*columns(table, kind)).where(table.c.id == key)).first()
    if row is None:
        raise NotFound(noun, key)
    make: Callable[..., T] = kind
    return make(*row)


def insert_new(connection: Connection, table: Table) -> Insert:
    """Return an insert that leaves a row alone which is there already, and counts the others."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    skipping = insert(table).on_conflict_do_nothing().inline()
    return skipping.execution_options(preserve_rowcount=True)


def insert_all(connection: Connection, insert: Insert, rows: Iterable[Row]) -> None:
    """Insert rows; none is fine."""
    if prepared := [dict(row) for row in rows]:
        connection.execute(insert, prepared)


def save(
    connection: Connection,
    table: Table,
    thing: W,
    stored: Callable[[Connection, str], W],
    row: Row | None = None,
) -> W:
    """Insert (version 0) or update a thing; return it as it stands then.

    `stored` gets the one that stands there; `row` is what is written, if that is not just its fields.
    Raises StaleWrite, NotFound.
    """
    if write(connection, table, ("id",), vars(thing) if row is None else row):
        return next_version(thing)
    return check_current(stored(connection, thing.id), thing)


def write(connection: Connection, table: Table, key: Sequence[str], row: Row) -> bool:
    """Write a row at the next version; return False when another version stands there.

    A row of version 0 is inserted. Two writers of one version never both succeed.
    """
    values = {**row, "version": row["version"] + 1}
    if row["version"] == 0:
        return connection.execute(insert_new(connection, table), values).rowcount == 1
    present = {f"present_{name}": row[name] for name in (*key, "version")}
    updating = _update_of_version(table, tuple(key), tuple(values))
    return connection.execute(updating, {**values, **present}).rowcount == 1


@lru_cache
def _update_of_version(table: Table, key: tuple[str, ...], names: tuple[str, ...]) -> Update:
    """Return the update of a row at a known version, built once per table."""
    is_same = [table.c[name] == bindparam(f"present_{name}") for name in (*key, "version")]
    return update(table).where(*is_same).values({name: bindparam(name) for name in names})


def next_version(thing: V) -> V:
    """Return a thing as it stands after `write` wrote it."""
    return replace(thing, version=thing.version + 1)


def check_current(current: V, wanted: V) -> V:
    """Return what stands there if it holds the wanted values. Raises StaleWrite."""
    if replace(wanted, version=current.version) != current:
        raise StaleWrite(current)
    return current


def touch(connection: Connection, table: Table, key: str, now: datetime) -> None:
    """Note a change of a project or assessment and lock its row for this transaction.

    Raises NotFound.
    """
    statement = update(table).where(table.c.id == key).values(updated_at=now)
    if connection.execute(statement).rowcount == 0:
        raise NotFound(table.name.removesuffix("s"), key)
