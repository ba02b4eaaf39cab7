"""Engines and transactions."""

import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from assessment.errors import DatabaseUnavailable, NotFound
from storage import SqlStore, open_store, tables
from storage.engine import (
    Repository,
    address,
    database_name,
    file_of,
    one_transaction,
    read_transaction,
    reading,
    write_transaction,
    writing,
)
from storage.files.erasing import forget_old_pages
from tests.support.builders import Clock, a_project


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mentorspiegel.sqlite3",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a.sqlite3?mode=ro",
        "mysql://mentor:geheim@localhost/mentorspiegel",
        "postgresql://mentor:geheim@localhost:poort/mentorspiegel",
    ],
)
def test_a_wrong_url_is_told_without_its_password(url: str, clock: Clock) -> None:
    with pytest.raises(DatabaseUnavailable, match="Write sqlite:///") as wrong:
        open_store(url, clock=clock)

    assert "geheim" not in str(wrong.value)


def test_a_missing_driver_is_told(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(DatabaseUnavailable, match=r"requirements-postgres\.txt"):
        open_store("postgresql://localhost/mentorspiegel", clock=clock)


def test_a_server_that_is_not_there_is_told_without_the_password(clock: Clock) -> None:
    url = "postgresql+psycopg://mentor:geheim@127.0.0.1:1/mentorspiegel"

    with pytest.raises(DatabaseUnavailable, match="cannot be reached") as gone:
        open_store(url, clock=clock)

    assert "'mentorspiegel' on 127.0.0.1" in str(gone.value)
    assert "geheim" not in str(gone.value)


def test_an_address_is_a_file_or_a_server() -> None:
    assert file_of(address("sqlite:///folder/a.sqlite3")) == Path("folder/a.sqlite3")
    assert file_of(address("postgresql://server/name")) is None
    assert address("postgres://server/name").drivername == "postgresql+psycopg"


def test_a_database_is_named_without_user_and_password() -> None:
    server = address("postgresql://mentor:geheim@server/name")

    assert database_name(server) == "The PostgreSQL database 'name' on server"
    assert database_name(address("postgresql:///name")).endswith("on this machine")
    assert database_name(address("sqlite:///a.sqlite3")) == "The database file a.sqlite3"


class Names(Repository):
    """A repository of project names, as small as can be."""

    @reading
    def all(self, connection: Connection, *, without: str = "") -> list[str]:
        """Return all names but one."""
        column = tables.projects.c.name
        return sorted(connection.execute(select(column).where(column != without)).scalars())

    @writing
    def add(self, connection: Connection, *names: str, fails: bool = False) -> int:
        for name in names:
            row = {**vars(a_project(name, name=name)), "updated_at": self.clock()}
            connection.execute(insert(tables.projects), row)
        if fails:
            raise NotFound("name", "")
        return len(names)


@pytest.fixture
def names(store: SqlStore) -> Names:
    return Names(store.engine, store.clock)


def test_a_method_gets_its_connection_and_the_rest_as_it_was_given(names: Names) -> None:
    assert names.add("a", "b") == 2

    assert names.all() == ["a", "b"]
    assert names.all(without="a") == ["b"]
    assert (Names.all.__name__, Names.all.__doc__) == ("all", "Return all names but one.")


def test_a_method_writes_all_or_nothing(names: Names) -> None:
    with pytest.raises(NotFound):
        names.add("a", "b", fails=True)

    assert names.all() == []


def add_and_fail(names: Names, others: Names) -> None:
    """Add to both in one transaction of the first, and fail in the end."""
    with one_transaction(names.engine):
        names.add("c")
        others.add("d")
        names.add("e", fails=True)


def test_what_is_done_in_one_transaction_is_kept_whole_or_not_at_all(names: Names) -> None:
    with one_transaction(names.engine):
        names.add("a")
        assert names.all() == ["a"]  # it sees what it wrote itself
        with one_transaction(names.engine):
            names.add("b")
    assert names.all() == ["a", "b"]

    with pytest.raises(NotFound):
        add_and_fail(names, names)
    assert names.all() == ["a", "b"]
    names.add("e")  # the next one stands by itself again

    assert names.all() == ["a", "b", "e"]


def test_a_part_that_failed_leaves_the_rest_of_one_transaction(names: Names) -> None:
    with one_transaction(names.engine):
        names.add("a")
        with pytest.raises(NotFound):
            names.add("b", "c", fails=True)
        names.add("d")

    assert names.all() == ["a", "d"]


def test_another_database_is_no_part_of_one_transaction(
    names: Names, tmp_path: Path, open_sqlite
) -> None:
    other = open_sqlite(f"sqlite:///{tmp_path}/other.sqlite3")
    others = Names(other.engine, other.clock)
    with pytest.raises(NotFound):
        add_and_fail(names, others)

    assert (names.all(), others.all()) == ([], ["d"])


def test_who_writes_waits_before_reading_what_it_changes(sqlite_url: str, open_sqlite) -> None:
    first, second = (open_sqlite(sqlite_url, busy_timeout=0.05) for _ in range(2))

    with write_transaction(first.engine):
        with read_transaction(second.engine) as connection:
            assert connection.execute(select(tables.projects)).all() == []
        with pytest.raises(DatabaseUnavailable, match="stays locked"):
            Names(second.engine, second.clock).add()


def test_a_file_keeps_its_rules(sqlite_url: str, open_sqlite) -> None:
    wanted = {"foreign_keys": 1, "synchronous": 1, "secure_delete": 1, "temp_store": 2}

    with read_transaction(open_sqlite(sqlite_url).engine) as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted
        }

    assert pragmas == wanted


def test_the_log_of_a_file_is_emptied(sqlite_file: Path, sqlite_url: str, open_sqlite) -> None:
    store = open_sqlite(sqlite_url)
    store.projects.save(a_project())
    log = sqlite_file.with_name(f"{sqlite_file.name}-wal")
    assert log.stat().st_size > 0

    forget_old_pages(store.engine)

    assert log.stat().st_size == 0
