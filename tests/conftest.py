"""Fixtures that every test may ask for."""

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage import SqlStore, open_store
from tests.support.builders import Clock

MEASURED = 3  # tests of a file about a screen

pytest_plugins = [
    "tests.support.empty_database",
    "tests.support.postgres",
    "tests.support.workspace",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests in a browser last: its event loop runs on, and no other test could start one.

    Measuring what lines run makes a test up to twice as slow. Where a program runs in a process of its own it
    shows nothing; and of the screens, each of which runs whole every time, a few tests of a file
    show enough. What is covered is never less than what was measured.
    """
    items.sort(key=_is_in_browser)
    seen: Counter[Path] = Counter()
    for item in items:
        seen[item.path] += 1
        is_enough = item.nodeid.startswith("tests/ui/") and seen[item.path] > MEASURED
        if is_enough or _is_in_browser(item):
            item.add_marker("no_cover")


def _is_in_browser(item: pytest.Item) -> bool:
    return item.nodeid.startswith("tests/browser/")


def pytest_collection_finish() -> None:
    """Leave all that was collected alone: it stays, and to look through it is a tenth of the time."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of this machine leaks into a test."""
    for name in [name for name in os.environ if name.startswith("MENTORSPIEGEL_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def clock() -> Clock:
    """The time of a test."""
    return Clock()


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """The name of a database file that is not there yet."""
    return tmp_path / "data" / "mentorspiegel.sqlite3"


@pytest.fixture
def sqlite_url(sqlite_file: Path) -> str:
    """The URL of `sqlite_file`."""
    return f"sqlite:///{sqlite_file}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, of each kind in turn."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_schema"
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, clock: Clock) -> Iterator[SqlStore]:
    """An empty store, on each kind of database in turn."""
    fixture = "sqlite_tables" if request.param == "sqlite" else "postgres_tables"
    opened = open_store(request.getfixturevalue(fixture), clock=clock, busy_timeout=10)
    yield opened
    opened.close()


@pytest.fixture
def open_sqlite(clock: Clock) -> Iterator[Callable[..., SqlStore]]:
    """Open stores on SQLite by URL; they are closed at the end."""
    opened: list[SqlStore] = []

    def open_one(url: str, **options: float) -> SqlStore:
        opened.append(open_store(url, clock=clock, **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()
