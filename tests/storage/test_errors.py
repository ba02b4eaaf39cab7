"""What a database complains of becomes a clear sentence, and nothing is overwritten."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from assessment.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnavailable
from storage import migrate, open_store
from storage.engine import address, create, read_transaction
from storage.errors import as_storage_errors
from tests.support.builders import Clock, a_project, an_answer, begin


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Room for a hundred pages of four kilobytes: half of them tables and indexes."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=160")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def test_a_full_disk_is_told(small_disk, sqlite_url: str, open_sqlite) -> None:
    store = begin(open_sqlite(sqlite_url))

    with pytest.raises(DatabaseUnavailable, match=r"disk is full.*nothing was written"):
        store.answers.save("R1", an_answer(comment="x" * 100_000, evidence="x" * 100_000))

    assert store.answers.all("R1") == {}


def test_a_file_that_stays_locked_is_told(sqlite_file: Path, sqlite_url: str, open_sqlite) -> None:
    store = open_sqlite(sqlite_url, busy_timeout=0.05)

    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable, match="stays locked") as locked:
            store.projects.save(a_project())

    assert str(sqlite_file) in str(locked.value)
    assert store.projects.save(a_project()).version == 1


def test_reading_goes_on_while_somebody_writes(
    sqlite_file: Path, sqlite_url: str, open_sqlite
) -> None:
    store = open_sqlite(sqlite_url, busy_timeout=0.05)

    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        assert store.projects.all() == []


def test_too_many_at_once_is_told(sqlite_url: str) -> None:
    migrate(sqlite_url)
    engine = create(address(sqlite_url), busy_timeout=0.05)

    def crowd(users: ExitStack) -> None:
        for _ in range(100):
            users.enter_context(read_transaction(engine))

    with ExitStack() as users, pytest.raises(DatabaseUnavailable, match="too many users"):
        crowd(users)

    engine.dispose()


@pytest.mark.parametrize("content", [b"Beste lezer, dit is een brief.\n" * 300, b"\xff" * 10_000])
def test_a_file_that_is_no_database_is_told_and_kept(
    tmp_path: Path, clock: Clock, content: bytes
) -> None:
    file = tmp_path / "letter.sqlite3"
    file.write_bytes(content)

    with pytest.raises(DatabaseDamaged, match="is not a database"):
        open_store(f"sqlite:///{file}", clock=clock)

    assert file.read_bytes() == content


def test_a_truncated_file_is_told_and_kept(
    sqlite_file: Path, sqlite_url: str, clock: Clock
) -> None:
    migrate(sqlite_url)
    content = sqlite_file.read_bytes()[:20_000]
    sqlite_file.write_bytes(content)

    with pytest.raises(DatabaseDamaged, match=r"is damaged.*Restore a backup"):
        open_store(sqlite_url, clock=clock)

    assert sqlite_file.read_bytes() == content


def test_tables_of_another_program_are_left_alone(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (name)")
    content = file.read_bytes()

    with pytest.raises(DatabaseDamaged, match="not Mentorspiegel's"):
        open_store(f"sqlite:///{file}", clock=clock)

    assert file.read_bytes() == content


def test_a_newer_database_is_refused_and_left_alone(
    sqlite_file: Path, sqlite_url: str, clock: Clock
) -> None:
    migrate(sqlite_url)
    with closing(sqlite3.connect(sqlite_file)) as newer:
        newer.execute("PRAGMA journal_mode=DELETE")
        newer.execute("UPDATE mentorspiegel_version SET version_num = '9999'")
        newer.commit()
    content = sqlite_file.read_bytes()

    with pytest.raises(DatabaseNewer, match=r"revision 9999.*nothing was changed"):
        open_store(sqlite_url, clock=clock)

    assert sqlite_file.read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(DatabaseUnavailable, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path}", clock=clock)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "data").write_text("geen map")

    with pytest.raises(DatabaseUnavailable, match="cannot be used"):
        open_store(f"sqlite:///{tmp_path}/data/mentorspiegel.sqlite3", clock=clock)


def test_a_table_that_stays_locked_on_a_server_is_told(postgres_schema: str, clock: Clock) -> None:
    store = open_store(postgres_schema, clock=clock, busy_timeout=0.05)

    with psycopg.connect(postgres_schema.replace("+psycopg", "")) as other:
        other.execute("LOCK TABLE projects")
        with pytest.raises(DatabaseUnavailable, match="stays locked"):
            store.projects.save(a_project())

    assert store.projects.save(a_project()).version == 1
    store.close()


def test_a_server_that_takes_no_writes_is_told(postgres_schema: str, clock: Clock) -> None:
    migrate(postgres_schema)
    url = f"{postgres_schema}%20-c%20default_transaction_read_only%3Don"
    store = open_store(url, clock=clock)

    with pytest.raises(DatabaseUnavailable, match="may only be read"):
        store.projects.save(a_project())

    store.close()


def test_a_server_that_dropped_its_connections_is_found_again(
    postgres_schema: str, clock: Clock
) -> None:
    store = open_store(f"{postgres_schema}&application_name=dropped", clock=clock)
    store.health()

    with psycopg.connect(postgres_schema.replace("+psycopg", "")) as other:
        dropped = other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'dropped'"
        ).fetchall()

    assert dropped == [(True,)]
    assert store.projects.all() == []
    store.close()


def test_a_mistake_in_the_program_stays_what_it_is(sqlite_url: str) -> None:
    migrate(sqlite_url)
    engine = create(address(sqlite_url))

    with (
        pytest.raises(OperationalError, match="no such table"),
        read_transaction(engine) as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM recipes")

    engine.dispose()


def test_a_mistake_with_a_driver_stays_what_it_is() -> None:
    connection = sqlite3.connect(":memory:")
    connection.close()

    with pytest.raises(sqlite3.ProgrammingError), as_storage_errors("Here"):
        connection.execute("SELECT 1")


def test_errors_never_repeat_what_people_wrote(sqlite_file, sqlite_url: str, open_sqlite) -> None:
    store = begin(open_sqlite(sqlite_url, busy_timeout=0.05))

    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("DROP TABLE answer_history")
        with pytest.raises(OperationalError) as failed:
            store.answers.save("R1", an_answer(comment="geheim"))

    assert "geheim" not in str(failed.value)
