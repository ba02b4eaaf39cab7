"""Connections to a file that stay open: used again, not too many, and none of them half-way."""

import gc
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Barrier

import psutil
import pytest

from assessment.errors import StaleWrite
from storage import open_store
from storage.direct.driver import MOST_FREE, Driver, Statement
from tests.storage.direct.test_driver import HASHES, hashes
from tests.support.builders import Clock, an_answer, begin


def handles(file: Path) -> int:
    """Return how often this process has a file open."""
    return sum(Path(one.path) == file.resolve() for one in psutil.Process().open_files())


def test_connections_to_a_file_are_used_again_and_closed_with_the_store(
    sqlite_url: str, sqlite_file: Path, clock: Clock
) -> None:
    store = begin(open_store(sqlite_url, clock=clock))
    before = handles(sqlite_file)
    drivers = [Driver(store.engine) for _ in range(5)]
    at_work = Barrier(4)

    def use(driver: Driver) -> None:
        for _ in range(10):
            with driver.writing() as transaction:
                transaction.all(HASHES)
            with driver.reading():
                at_work.wait(timeout=60)  # all at once

    for driver in drivers:
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(use, [driver] * 4))

    assert handles(sqlite_file) <= before + 4
    store.close()
    assert handles(sqlite_file) == 0
    assert hashes(drivers[0])  # it can be opened again
    assert handles(sqlite_file) == 1
    store.close()


def connections() -> int:
    """Return how many connections there are; SQLite keeps the file open a little longer."""
    gc.collect()
    return sum(isinstance(found, sqlite3.Connection) for found in gc.get_objects())


def test_after_a_crowd_only_a_few_connections_stay_open_and_none_after_closing_meanwhile(
    sqlite_url: str, sqlite_file: Path, clock: Clock
) -> None:
    store = begin(open_store(sqlite_url, clock=clock))
    store.close()
    driver, before = Driver(store.engine), connections()
    with ExitStack() as crowd:
        for _ in range(2 * MOST_FREE):
            crowd.enter_context(driver.reading())
        assert connections() == before + 2 * MOST_FREE
    assert connections() == before + MOST_FREE

    with driver.reading():
        store.close()
    assert handles(sqlite_file) == 0


def test_who_is_refused_leaves_a_connection_that_goes_on(
    sqlite_url: str, sqlite_file: Path, open_sqlite
) -> None:
    store = begin(open_sqlite(sqlite_url))
    store.answers.save("R1", an_answer())
    before = handles(sqlite_file)
    for _ in range(3):
        with pytest.raises(StaleWrite):
            store.answers.save("R1", an_answer(comment="too late"))

    assert handles(sqlite_file) == before
    assert hashes(Driver(store.engine)) == ["hash-of-the-catalogue"]


@pytest.mark.parametrize("kind", ["reading", "writing"])
def test_what_somebody_left_open_is_not_lent_to_the_next_one(
    sqlite_url: str, sqlite_file: Path, open_sqlite, kind: str
) -> None:
    driver = Driver(open_sqlite(sqlite_url).engine)

    def begin_and_fail() -> None:
        with getattr(driver, kind)() as transaction:
            if kind == "reading":
                transaction.all(Statement("BEGIN IMMEDIATE", takes={}))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin_and_fail()

    with closing(sqlite3.connect(sqlite_file, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert hashes(driver) == []
