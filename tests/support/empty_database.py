"""An empty SQLite database with its tables, made once and copied: tests need hundreds of them."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage import open_store
from tests.support.builders import Clock

NAME = "mentorspiegel.sqlite3"

NewDatabase = Callable[[Path], None]


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> NewDatabase:
    """Makes an empty database at a path."""
    template = tmp_path_factory.mktemp("empty") / NAME
    open_store(f"sqlite:///{template}", clock=Clock()).close()

    def make(file: Path) -> None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copy(template, file)

    return make


@pytest.fixture
def sqlite_tables(sqlite_url: str, sqlite_file: Path, new_database: NewDatabase) -> str:
    """The URL of an SQLite database with its tables, all empty."""
    new_database(sqlite_file)
    return sqlite_url


@contextmanager
def locked_for_all(file: Path) -> Iterator[None]:
    """Have a database file to oneself, so that nobody can even read it. Nobody may have it open."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield
