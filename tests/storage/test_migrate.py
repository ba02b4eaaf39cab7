"""Migrations make exactly the tables of this code, on every kind of database."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from storage import migrate, open_store
from storage.engine import address, create, write_transaction
from storage.migrate import VERSION_TABLE, revisions, upgrade
from storage.tables import metadata
from tests.support.builders import Clock, begin


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return compare_metadata(context, metadata)


def rules(connection: Connection) -> dict[str, object]:
    """Return what rules every table, by name, of which `compare_metadata` sees only a part."""
    look = inspect(connection)
    return {
        name: {
            "checks": {
                (rule["name"], rule["sqltext"]) for rule in look.get_check_constraints(name)
            },
            "parents": {
                (rule["name"], *rule["constrained_columns"], rule["options"].get("ondelete"))
                for rule in look.get_foreign_keys(name)
            },
            "unique": {
                (rule["name"], *rule["column_names"]) for rule in look.get_unique_constraints(name)
            },
            "indexes": {(rule["name"], *rule["column_names"]) for rule in look.get_indexes(name)},
            "key": look.get_pk_constraint(name)["name"],
        }
        for name in metadata.tables
    }


def test_migrations_make_the_tables_of_this_code(database_url: str) -> None:
    migrate(database_url)

    engine = create(address(database_url))
    with write_transaction(engine) as connection:
        assert differences(connection) == []
        migrated = rules(connection)
        metadata.drop_all(connection)
        metadata.create_all(connection)
        assert rules(connection) == migrated
    engine.dispose()


@pytest.mark.parametrize("revision", revisions())
def test_every_older_revision_is_brought_up_to_date(database_url: str, revision: str) -> None:
    engine = create(address(database_url))
    if engine.dialect.name == "sqlite":
        Path(engine.url.database).parent.mkdir()
    with write_transaction(engine) as connection:
        upgrade(connection, revision)

    migrate(database_url)

    with write_transaction(engine) as connection:
        assert differences(connection) == []
    engine.dispose()


def test_opening_again_keeps_everything(database_url: str, clock: Clock) -> None:
    first = open_store(database_url, clock=clock)
    begin(first)

    again = open_store(database_url, clock=clock)

    assert again.projects.all() == first.projects.all()
    first.close()
    again.close()


def test_a_database_file_is_private_and_keeps_a_log(sqlite_file: Path, sqlite_url: str) -> None:
    migrate(sqlite_url)

    lock = sqlite_file.with_name(f"{sqlite_file.name}.lock")
    assert [stat.S_IMODE(file.stat().st_mode) for file in (sqlite_file, lock)] == [0o600] * 2
    with closing(sqlite3.connect(sqlite_file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_lock_of_an_earlier_release_becomes_private_too(
    sqlite_file: Path, sqlite_url: str
) -> None:
    lock = sqlite_file.with_name(f"{sqlite_file.name}.lock")
    lock.parent.mkdir(exist_ok=True)
    lock.touch()
    lock.chmod(0o644)

    migrate(sqlite_url)

    assert stat.S_IMODE(lock.stat().st_mode) == 0o600


def test_an_empty_file_becomes_a_database(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "empty.sqlite3"
    file.touch()

    store = open_store(f"sqlite:///{file}", clock=clock)

    assert store.projects.all() == []
    store.close()
