"""SQL on the driver itself: what goes wrong is told as everywhere, and nothing is half written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assessment.errors import DatabaseUnavailable, StaleWrite
from storage import SqlStore, open_store, tables
from storage.direct.driver import Driver, Statement
from storage.engine import create, whole_transaction, write_transaction
from tests.storage.direct.conftest import BothWays
from tests.support.builders import Clock, an_answer, begin

ADD = Statement(
    "INSERT INTO snapshots (hash, snapshot) VALUES (:hash, '{}')",
    takes={"hash": tables.snapshots.c.hash},
)
HASHES = Statement("SELECT {gives} FROM snapshots", takes={}, gives=[tables.snapshots.c.hash])


def hashes(driver: Driver) -> list[str]:
    with driver.reading() as transaction:
        return sorted(hash_ for (hash_,) in transaction.all(HASHES))


def write_and_fail(driver: Driver) -> None:
    with driver.writing() as transaction:
        transaction.change(ADD, hash="half")
        raise ZeroDivisionError


def test_what_an_error_leaves_is_not_kept_also_after_reading(store: SqlStore) -> None:
    driver = Driver(store.engine)
    assert hashes(driver) == []

    with pytest.raises(ZeroDivisionError):
        write_and_fail(driver)
    assert hashes(driver) == []

    with driver.writing() as transaction:
        transaction.change(ADD, hash="whole")
    assert hashes(driver) == ["whole"]


def test_what_is_done_together_is_kept_whole_or_not_at_all(store: SqlStore) -> None:
    begin(store)

    def save_and_fail() -> None:
        with store.all_or_nothing():
            saved = store.answers.save("R1", an_answer(comment="half"))
            assert store.answers.get("R1", saved.criterion) == saved
            with pytest.raises(StaleWrite):
                store.answers.save("R1", an_answer(version=7, comment="stale"))
            assert store.answers.get("R1", saved.criterion) == saved
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_fail()
    assert store.answers.all("R1") == {}

    with store.all_or_nothing():
        saved = store.answers.save("R1", an_answer(comment="whole"))
    assert list(store.answers.all("R1").values()) == [saved]


def test_what_fails_in_between_takes_back_its_own_part_alone(store: SqlStore) -> None:
    driver = Driver(store.engine)

    with store.all_or_nothing():
        with driver.writing() as transaction:
            transaction.change(ADD, hash="kept")
        with pytest.raises(ZeroDivisionError):
            write_and_fail(driver)
        assert hashes(driver) == ["kept"]
    assert hashes(driver) == ["kept"]


def test_what_cannot_be_written_in_between_is_told_where_it_is_written(store: SqlStore) -> None:
    begin(store)
    only_read = {"sqlite": "PRAGMA query_only = ON", "postgresql": "SET TRANSACTION READ ONLY"}

    with store.all_or_nothing():
        whole = whole_transaction(store.engine)
        whole.exec_driver_sql(only_read[whole.dialect.name])
        with pytest.raises(DatabaseUnavailable, match="may only be read"):
            store.answers.save("R1", an_answer())
    assert store.answers.all("R1") == {}


def test_what_goes_wrong_in_between_is_the_same_error(store: SqlStore) -> None:
    def add_twice() -> None:
        with store.all_or_nothing(), Driver(store.engine).writing() as transaction:
            transaction.change(ADD, hash="h")
            transaction.change(ADD, hash="h")

    with pytest.raises(DBAPIError):
        add_twice()

    assert hashes(Driver(store.engine)) == []


@pytest.mark.parametrize("table", ["answer_history", "answers", "respondents"])
def test_a_mistake_in_the_program_stays_what_it_is_both_ways(both: BothWays, table: str) -> None:
    raised = []
    for store in both:
        begin(store)
        with renamed(store, table), pytest.raises(DBAPIError) as failed:
            store.answers.save("R1", an_answer(comment="geheim"))
        raised.append(failed.type)
        assert "geheim" not in str(failed.value)

    assert raised[0] is raised[1]


@contextmanager
def renamed(store: SqlStore, table: str) -> Iterator[None]:
    """Take a table away for a while."""
    for names in ((table, "gone"), ("gone", table)):
        with write_transaction(store.engine) as connection:
            connection.execute(text("ALTER TABLE {} RENAME TO {}".format(*names)))
        if names[0] == table:
            yield


def test_what_breaks_a_rule_of_a_table_is_the_same_error_both_ways(store: SqlStore) -> None:
    def usual() -> None:
        with write_transaction(store.engine) as connection:
            connection.execute(tables.snapshots.insert(), {"hash": "h", "snapshot": "{}"})

    def direct() -> None:
        with Driver(store.engine).writing() as transaction:
            transaction.change(ADD, hash="h")

    usual()
    with pytest.raises(DBAPIError) as one:
        usual()
    with pytest.raises(DBAPIError) as other:
        direct()

    assert one.type is other.type
    assert type(one.value.orig) is type(other.value.orig)


def test_a_file_that_cannot_be_opened_is_told(
    sqlite_url: str, sqlite_file: Path, open_sqlite
) -> None:
    store = open_sqlite(sqlite_url)
    store.close()
    for file in sqlite_file.parent.iterdir():
        file.unlink()
    sqlite_file.mkdir()

    with pytest.raises(DatabaseUnavailable, match="cannot be opened"):
        store.answers.get("R1", "MC-01")
    sqlite_file.rmdir()


def test_a_file_that_stays_locked_is_told_and_taken_up_again(
    sqlite_url: str, sqlite_file: Path, open_sqlite
) -> None:
    store = begin(open_sqlite(sqlite_url, busy_timeout=0.05))

    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable, match="stays locked"):
            store.answers.save("R1", an_answer())
        assert store.answers.get("R1", "MC-01").version == 0

    assert store.answers.save("R1", an_answer()).version == 1


def test_a_row_that_stays_locked_on_a_server_is_told_and_taken_up_again(
    postgres_tables: str, clock: Clock
) -> None:
    store = begin(open_store(postgres_tables, clock=clock, busy_timeout=0.05))

    with psycopg.connect(postgres_tables.replace("+psycopg", "")) as other:
        other.execute("SELECT * FROM assessments FOR UPDATE")  # as who closes it
        with pytest.raises(DatabaseUnavailable, match="stays locked"):
            store.answers.save("R1", an_answer())

    assert store.answers.save("R1", an_answer()).version == 1
    store.close()


@pytest.mark.parametrize("kind", ["reading", "writing"])
def test_a_server_that_goes_away_in_between_is_told_and_found_again(
    postgres_tables: str, clock: Clock, kind: str
) -> None:
    store = open_store(f"{postgres_tables}&application_name=gone", clock=clock)
    driver = Driver(store.engine)

    def use() -> None:
        with getattr(driver, kind)() as transaction:
            transaction.all(HASHES)
            drop_connections(postgres_tables)
            with suppress(psycopg.Error):  # what the server said in parting
                transaction.all(HASHES)
            transaction.all(HASHES)

    with pytest.raises(DatabaseUnavailable):
        use()

    assert hashes(driver) == []
    store.close()


def drop_connections(url: str) -> None:
    with psycopg.connect(url.replace("+psycopg", "")) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gone'"
        )


def test_a_server_that_is_not_there_is_told_without_the_password(
    postgres_tables: str, clock: Clock
) -> None:
    store = open_store(postgres_tables, clock=clock)
    store.close()
    away = store.engine.url.set(port=1, username="mentor", password="geheim")

    with pytest.raises(DatabaseUnavailable, match="cannot be reached") as failed:
        SqlStore(create(away), clock).answers.get("R1", "MC-01")

    assert "geheim" not in str(failed.value)
