"""Rows that count their changes, on every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from assessment.errors import NotFound, StaleWrite
from assessment.pairs import Pair
from assessment.projects import Project
from storage import SqlStore, tables, versioned_rows
from storage.engine import read_transaction, write_transaction
from tests.support.builders import NOW, a_project, begin

PAIRS = tables.pairs
PAIR = Pair("D1", "A1")


def write(store: SqlStore, pair: Pair) -> bool:
    with write_transaction(store.engine) as connection:
        return versioned_rows.write(connection, PAIRS, ("id",), vars(pair))


def stored(store: SqlStore) -> list[Pair]:
    with read_transaction(store.engine) as connection:
        rows = connection.execute(select(*versioned_rows.columns(PAIRS, Pair)))
        return [Pair(*row) for row in rows]


@pytest.fixture
def pairs(store: SqlStore) -> SqlStore:
    """A store with an assessment and no pair yet."""
    begin(store)
    return store


def test_columns_come_in_the_order_of_the_fields() -> None:
    names = [column.name for column in versioned_rows.columns(tables.projects, Project)]

    assert names == list(vars(a_project()))


def test_a_row_of_version_zero_is_inserted_at_version_one(pairs: SqlStore) -> None:
    assert write(pairs, PAIR)

    assert stored(pairs) == [versioned_rows.next_version(PAIR)] == [replace(PAIR, version=1)]


def test_a_row_that_is_there_is_not_inserted_again(pairs: SqlStore) -> None:
    write(pairs, PAIR)

    assert not write(pairs, replace(PAIR, agreement="anders"))

    assert stored(pairs) == [replace(PAIR, version=1)]


def test_a_row_is_updated_at_the_version_it_was_read_at(pairs: SqlStore) -> None:
    write(pairs, PAIR)

    assert write(pairs, replace(PAIR, agreement="bellen", version=1))
    assert not write(pairs, replace(PAIR, agreement="te laat", version=1))
    assert not write(pairs, replace(PAIR, agreement="nooit geweest", version=7))

    assert stored(pairs) == [replace(PAIR, agreement="bellen", version=2)]


def test_a_row_is_updated_alone(pairs: SqlStore) -> None:
    for name in ("D1", "D2"):
        write(pairs, replace(PAIR, id=name))

    write(pairs, Pair("D2", "A1", "bellen", version=1))

    assert {pair.id: pair.agreement for pair in stored(pairs)} == {"D1": "", "D2": "bellen"}


def get(connection: Connection, pair_id: str) -> Pair:
    return versioned_rows.get(connection, PAIRS, Pair, "pair", pair_id)


def save(store: SqlStore, pair: Pair, **more: object) -> Pair:
    with write_transaction(store.engine) as connection:
        return versioned_rows.save(connection, PAIRS, pair, get, **more)


def test_a_thing_is_saved_and_what_stands_there_is_returned(pairs: SqlStore) -> None:
    saved = save(pairs, PAIR)
    changed = save(pairs, replace(saved, agreement="bellen"))

    assert (saved.version, changed.version) == (1, 2)
    assert save(pairs, replace(saved, agreement="bellen")) == changed
    assert stored(pairs) == [changed]


def test_a_thing_that_was_changed_meanwhile_is_stale(pairs: SqlStore) -> None:
    saved = save(pairs, PAIR)
    theirs = save(pairs, replace(saved, agreement="bellen"))

    with pytest.raises(StaleWrite) as stale:
        save(pairs, replace(saved, agreement="te laat"))

    assert stale.value.current == theirs


def test_a_row_may_hold_more_than_the_fields_of_its_thing(pairs: SqlStore) -> None:
    saved = save(pairs, PAIR, row={**vars(PAIR), "agreement": "of the row"})

    assert saved == replace(PAIR, version=1)
    assert stored(pairs) == [replace(saved, agreement="of the row")]


def test_a_thing_that_is_not_there_is_not_found(pairs: SqlStore) -> None:
    with pytest.raises(NotFound) as missing:
        save(pairs, replace(PAIR, version=3))

    assert (missing.value.kind, missing.value.identifier) == ("pair", "D1")


def test_rows_are_inserted_or_none(pairs: SqlStore) -> None:
    with write_transaction(pairs.engine) as connection:
        insert = versioned_rows.insert_new(connection, PAIRS)
        versioned_rows.insert_all(connection, insert, [])
        versioned_rows.insert_all(connection, insert, [vars(PAIR), vars(replace(PAIR, id="D2"))])
        versioned_rows.insert_all(connection, insert, [vars(replace(PAIR, agreement="anders"))])

    assert {pair.id: pair.agreement for pair in stored(pairs)} == {"D1": "", "D2": ""}


def test_what_holds_the_wanted_values_is_not_stale() -> None:
    current = replace(PAIR, agreement="bellen", version=4)

    assert versioned_rows.check_current(current, replace(current, version=3)) is current
    with pytest.raises(StaleWrite) as stale:
        versioned_rows.check_current(current, replace(PAIR, version=4))
    assert stale.value.current is current


def test_a_change_is_noted_at_its_project(pairs: SqlStore) -> None:
    later = NOW + timedelta(days=1)
    with write_transaction(pairs.engine) as connection:
        versioned_rows.touch(connection, tables.projects, "P1", later)

    assert pairs.projects.last_change("P1") == later


@pytest.mark.parametrize(
    ("table", "kind"), [(tables.projects, "project"), (tables.assessments, "assessment")]
)
def test_a_change_of_nothing_is_not_found(store: SqlStore, table, kind: str) -> None:
    with pytest.raises(NotFound) as missing, write_transaction(store.engine) as connection:
        versioned_rows.touch(connection, table, "unknown", NOW)

    assert missing.value.kind == kind
