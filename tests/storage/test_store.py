"""The store: every noun on one database."""

import os
import time
from pathlib import Path

import pytest

from assessment.errors import DatabaseDamaged, DatabaseUnavailable
from assessment.store import Store
from storage import BUSY_TIMEOUT, SqlStore, open_store
from tests.support.builders import Clock, a_project
from tests.support.empty_database import locked_for_all


def test_a_new_store_is_healthy_and_empty(store: Store) -> None:
    store.health()

    assert store.projects.all() == []


def test_every_noun_works_on_one_database_with_one_clock(store: SqlStore) -> None:
    nouns = [
        noun
        for name, noun in vars(store).items()
        if name not in ("engine", "clock", "access") and not name.startswith("_")
    ]

    assert len(nouns) == 22  # and the part about who may come in
    assert {(noun.engine, noun.clock) for noun in nouns} == {(store.engine, store.clock)}


def test_a_store_whose_tables_are_gone_is_not_healthy(
    sqlite_file: Path, sqlite_url: str, open_sqlite
) -> None:
    store = open_sqlite(sqlite_url)
    store.close()
    for file in sqlite_file.parent.iterdir():
        file.write_bytes(b"kapot" * 1000)

    with pytest.raises(DatabaseDamaged):
        store.health()


def test_a_closed_store_holds_no_connection(
    sqlite_file: Path, sqlite_url: str, open_sqlite
) -> None:
    store = open_sqlite(sqlite_url)
    store.projects.save(a_project())
    log = sqlite_file.with_name(f"{sqlite_file.name}-wal")
    assert log.exists()

    store.close()

    assert not log.exists()  # the last connection takes it away


def test_a_file_that_may_only_be_read_is_not_healthy(
    sqlite_url: str, open_sqlite, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_sqlite(sqlite_url)
    store.health()
    # root may write whatever the rights say, so the system is asked in its place
    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)

    with pytest.raises(DatabaseUnavailable, match="may only be read"):
        store.health()


def test_a_file_is_also_read_without_waiting(
    sqlite_url: str, sqlite_file: Path, open_sqlite
) -> None:
    store = open_sqlite(sqlite_url)
    with locked_for_all(sqlite_file):
        begun = time.monotonic()
        with pytest.raises(DatabaseUnavailable):
            store.at_once().health()
        assert time.monotonic() - begun < BUSY_TIMEOUT / 5

    store.projects.save(a_project())
    assert store.at_once().projects.all() == [a_project(version=1)]
    store.close()
    assert not sqlite_file.with_name(f"{sqlite_file.name}-wal").exists()


def test_a_server_may_always_take_a_while(postgres_schema: str, clock: Clock) -> None:
    store = open_store(postgres_schema, clock=clock)

    assert store.at_once() is None
    store.close()
