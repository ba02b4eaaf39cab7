"""Migrations make exactly the tables of this code, on every kind of database."""

import sqlite3
import stat
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

import storage
from storage import migrate, open_store
from storage.engine import address, create, write_transaction
from storage.migrate import VERSION_TABLE, check_revision, revisions, upgrade
from storage.tables import metadata
from tests.support.builders import Clock, begin


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return compare_metadata(context, metadata)


def limits(index: Mapping[str, Any]) -> list[str]:
    """Return the rows that an index holds, if they are not all."""
    return [f"{name} {value}" for name, value in index.get("dialect_options", {}).items()]


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
            "indexes": {
                (rule["name"], rule["unique"], *rule["column_names"], *limits(rule))
                for rule in look.get_indexes(name)
            },
            "key": look.get_pk_constraint(name)["name"],
        }
        for name in (*metadata.tables, VERSION_TABLE)
    }


@pytest.fixture
def empty(database_url: str) -> Iterator[Engine]:
    """An empty database, of each kind in turn."""
    engine = create(address(database_url))
    if engine.dialect.name == "sqlite":
        Path(engine.url.database or "").parent.mkdir()
    yield engine
    engine.dispose()


def test_all_revisions_make_the_tables_that_an_empty_database_gets_at_once(
    empty: Engine, database_url: str
) -> None:
    with write_transaction(empty) as connection:
        upgrade(connection)
        revision = check_revision(connection, "It")
        assert differences(connection) == []
        migrated = rules(connection)
        metadata.drop_all(connection)
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))

    migrate(database_url)

    with write_transaction(empty) as connection:
        assert differences(connection) == []
        assert rules(connection) == migrated
        assert check_revision(connection, "It") == revision == revisions()[0]


def test_the_revisions_are_those_of_the_migrations() -> None:
    folder = Path(storage.__file__).with_name("migrations")
    config = Config()
    config.set_main_option("script_location", str(folder))
    scripts = ScriptDirectory.from_config(config).walk_revisions()

    assert list(revisions()) == [script.revision for script in scripts]


@pytest.mark.parametrize("revision", revisions())
def test_every_older_revision_is_brought_up_to_date(
    empty: Engine, database_url: str, revision: str
) -> None:
    with write_transaction(empty) as connection:
        upgrade(connection, revision)

    migrate(database_url)

    with write_transaction(empty) as connection:
        assert differences(connection) == []


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
