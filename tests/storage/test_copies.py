"""Copies that a killed backup or restore left, and what is no copy of ours."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assessment.errors import DatabaseDamaged
from storage import backup, restore
from tests.support.builders import Clock, begin


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copies" / "copy.sqlite3"


def test_what_a_killed_backup_left_is_erased_by_the_next_one(
    sqlite_url: str, open_sqlite, copy: Path
) -> None:
    begin(open_sqlite(sqlite_url)).close()
    left, busy = (copy.parent / f".mentorspiegel-copy-{name}" for name in ("killed", "busy"))
    for folder in (left, busy):
        folder.mkdir(parents=True)
        (folder / "copy.sqlite3").write_bytes(b"every answer")
    for path in (left / "copy.sqlite3", left):
        os.utime(path, (0, 0))

    backup(sqlite_url, copy)

    assert (left.exists(), busy.exists()) == (False, True)


def test_what_a_killed_restore_left_is_erased_when_the_database_is_opened(
    sqlite_url: str, open_sqlite
) -> None:
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent
    left = folder / ".mentorspiegel-copy-killed"
    left.mkdir(parents=True)
    os.utime(left, (0, 0))

    open_sqlite(sqlite_url).close()

    assert not left.exists()


def test_what_is_not_a_copy_of_ours_is_never_erased(
    sqlite_url: str, open_sqlite, copy: Path
) -> None:
    begin(open_sqlite(sqlite_url)).close()
    mine = copy.parent / ".mentorspiegel-copy-of-my-thesis"
    mine.mkdir(parents=True)
    (mine / "chapter.txt").write_text("years of work", encoding="utf-8")
    for path in (mine / "chapter.txt", mine):
        os.utime(path, (0, 0))

    backup(sqlite_url, copy)

    assert (mine / "chapter.txt").exists()


TRIGGER = "CREATE TRIGGER away AFTER INSERT ON answers BEGIN DELETE FROM answers; END"
DISGUISED = "UPDATE sqlite_master SET type = '{kind}' WHERE type IN ('trigger', 'view')"
NO_TIES = "UPDATE sqlite_master SET sql = replace(sql, 'ON DELETE CASCADE', '')"


def spoiled(copy: Path, *statements: str) -> Path:
    """Change a backup beside what SQLite looks after."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=1")
        for statement in statements:
            connection.execute(statement)
    return copy


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ([TRIGGER], "acts by itself"),
        ([TRIGGER, DISGUISED.format(kind="Trigger")], "acts by itself"),
        (["CREATE VIEW seen AS SELECT 1", DISGUISED.format(kind="VIEW")], "acts by itself"),
        (["CREATE VIRTUAL TABLE found USING fts5(words)"], "acts by itself"),
        ([NO_TIES], "not complete"),
        (["CREATE TABLE kept (id TEXT REFERENCES projects(id))"], "not complete"),
    ],
)
def test_a_backup_that_does_something_else_than_a_database_of_ours_is_refused(
    sqlite_url: str, open_sqlite, copy: Path, statements: list[str], words: str
) -> None:
    begin(open_sqlite(sqlite_url)).close()
    backup(sqlite_url, copy)

    with pytest.raises(DatabaseDamaged, match=words):
        restore(spoiled(copy, *statements), sqlite_url, clock=Clock())


def test_a_table_of_somebody_else_and_what_sqlite_counts_for_itself_do_no_harm(
    sqlite_url: str, open_sqlite, copy: Path
) -> None:
    begin(open_sqlite(sqlite_url)).close()
    backup(sqlite_url, copy)

    restore(spoiled(copy, "CREATE TABLE kept (id TEXT)", "ANALYZE"), sqlite_url, clock=Clock())

    store = open_sqlite(sqlite_url)
    store.projects.erase("P1")
    assert store.projects.all() == []
