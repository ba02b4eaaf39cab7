"""An empty SQLite database with its tables, made once and copied: tests need thousands of them."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from storage import open_store
from tests.support.builders import Clock

NAME = "mentorspiegel.sqlite3"

NewDatabase = Callable[[Path], None]


class _Compiled(LRUCache[Any, Any]):
    """Statements as SQL, by the kind of database rather than by the one that they were first for."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get((type(key[0]), *key[1:]), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__((type(key[0]), *key[1:]), compiled)


@pytest.fixture(scope="session", autouse=True)
def _compile_statements_once() -> Iterator[None]:
    """To make SQL of a statement takes longer than to run it, and every test has a new database."""
    compiled = _Compiled(2000)

    def take_over(_dialect: type[DefaultDialect], engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=compiled)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DefaultDialect, "engine_created", classmethod(take_over))
        yield


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


def put(source: Path, target: Path) -> None:
    """Put all of one database in the place of all of another one, which may be open."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
