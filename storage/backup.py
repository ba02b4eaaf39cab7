"""Backup and restore of an SQLite database. A server brings its own programs for that."""

import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Engine, Table, inspect, select
from sqlalchemy.engine.interfaces import ReflectedForeignKeyConstraint
from sqlalchemy.exc import SQLAlchemyError

from assessment.errors import DatabaseDamaged, DatabaseUnavailable, StorageError
from storage.engine import (
    BUSY_TIMEOUT,
    Clock,
    address,
    create,
    database_name,
    file_of,
    read_transaction,
)
from storage.errors import as_storage_errors
from storage.migrate import check_revision, lock_file, migrate
from storage.tables import metadata

# what SQLite keeps beside a file that is open or was left in a hurry; it belongs to that file only
_COMPANIONS = ("-journal", "-wal", "-shm")
Ties = set[tuple[str | None, ...]]  # columns, the table they refer to, what happens on erasing
_STATEMENTS = {
    "table": ("CREATE TABLE ",),
    "index": ("CREATE INDEX ", "CREATE UNIQUE INDEX "),
}
_COPY = ".mentorspiegel-copy-"  # how the folder of a copy begins
_COPY_FILE = "copy.sqlite3"
# counts are made anew, of the answers that are there; a login that ended and a link that was used since then would
# work again
_OF_THEN = ("kept_counts", "logins", "account_links")
_BUSY_AT_MOST = 60 * 60  # seconds without a change, after which nobody works on a copy any more


def backup(url: str, target: Path) -> None:
    """Copy the database to a new file while people go on writing; the copy is checked.

    Raises StorageError, also when `target` exists.
    """
    sweep(target.parent)
    source = _file(url, "Use pg_dump for a backup, or export the projects.")
    if target.exists():
        raise StorageError(f"{target} exists already and was not overwritten. Choose another name.")
    with _sound_copy(source, target.parent) as copy, as_storage_errors(f"The backup {target}"):
        copy.replace(target)


def restore(source: Path, url: str, *, clock: Clock) -> Path | None:
    """Put a backup in the place of the database and bring it to the tables of this code.

    Return the name under which the present database is kept, None if there was none. Raises
    StorageError for an unsound backup and while another program has the database open.
    """
    file = _file(url, "Use pg_restore for a backup, or import the projects.")
    with (
        as_storage_errors(f"The database file {file}"),
        lock_file(file),
        _sound_copy(source, file.parent) as copy,
    ):
        _check_origin(copy, source)
        _check_complete(copy, source)
        kept = _name_to_keep(file, clock())
        _check_unused(file)
        _rename(file, kept)
        copy.replace(file)
    return kept if kept.exists() else None


def sweep(folder: Path) -> None:
    """Erase copies that a killed backup or restore left here: they hold every answer."""
    for left in folder.glob(f"{_COPY}*"):
        with suppress(OSError):
            held = list(left.iterdir())
            is_ours = {path.name for path in held} <= {
                _COPY_FILE + end for end in ("", *_COMPANIONS)
            }
            newest = max(path.stat().st_mtime for path in (left, *held))
            if is_ours and newest < time.time() - _BUSY_AT_MOST:
                shutil.rmtree(left)


def _file(url: str, remedy: str) -> Path:
    parsed = address(url)
    file = file_of(parsed)
    if file is None:
        raise StorageError(f"{database_name(parsed)} is no file. {remedy}")
    return file


@contextmanager
def _sound_copy(source: Path, folder: Path) -> Iterator[Path]:
    """Give a checked copy of a database, in a folder that is gone afterwards."""
    with as_storage_errors(f"The folder {folder}"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = TemporaryDirectory(dir=folder, prefix=_COPY)
    with temporary as name:
        copy = Path(name, _COPY_FILE)
        copy.touch(mode=0o600)
        with as_storage_errors(f"The database file {source}"):
            _copy(source, copy)
        yield copy


def _copy(source: Path, copy: Path) -> None:
    address = f"{source.absolute().as_uri()}?mode=rw"  # never create it
    with (
        closing(sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT)) as original,
        closing(sqlite3.connect(copy)) as new,
    ):
        original.execute("PRAGMA schema_version")  # copying would wait for a lock without end
        original.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")  # one file, complete without companions
        (verdict,) = new.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise DatabaseDamaged(f"The database file {source} is damaged. Use an older backup.")


def _check_origin(copy: Path, source: Path) -> None:
    engine = create(URL.create("sqlite", database=str(copy)))
    try:
        with read_transaction(engine) as connection:
            revision = check_revision(connection, f"The backup {source}")
    finally:
        engine.dispose()
    if revision is None:
        raise DatabaseDamaged(f"The backup {source} is empty. Use another backup.")


def _check_complete(copy: Path, source: Path) -> None:
    """Bring a copy to the tables of this code, and read all of it as this code does.

    Raises DatabaseDamaged for tables, columns or ties between them that are not there, values that cannot be,
    and what this code did not make.
    """
    url = URL.create("sqlite", database=str(copy))
    damaged = DatabaseDamaged(f"The backup {source} is not complete. Use another backup.")
    try:
        migrate(url.render_as_string())
        engine = create(url)
        try:
            if _holds_bytes(engine) or not _is_tied(engine):
                raise damaged
        finally:
            engine.dispose()
    except (SQLAlchemyError, ValueError, LookupError, TypeError, DatabaseUnavailable) as error:
        raise damaged from error
    with closing(sqlite3.connect(copy)) as connection:
        for table in _OF_THEN:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 (names of our own)
        connection.commit()
        made = connection.execute("SELECT type, sql FROM sqlite_master").fetchall()
        connection.execute("PRAGMA journal_mode=DELETE")
    if any(_acts(*each) for each in made):
        raise DatabaseDamaged(f"The backup {source} holds what acts by itself. Use another backup.")


def _acts(kind: str, statement: str | None) -> bool:
    """Return whether something is more than a table or an index, such as a trigger.

    What made it counts, too: SQLite runs that, whatever it is said to be.
    """
    if statement is None:
        return kind != "index"  # one that belongs to a table has no statement of its own
    made = " ".join(statement.split()).upper()
    return not made.startswith(_STATEMENTS.get(kind, ()))


def _is_tied(engine: Engine) -> bool:
    """Return whether erasing a row takes along what belongs to it, as in the tables of this code."""
    found = inspect(engine)
    return all(
        _found(found.get_foreign_keys(name)) == _wanted(metadata.tables.get(name))
        for name in found.get_table_names()
    )


def _found(keys: Iterable[ReflectedForeignKeyConstraint]) -> Ties:
    return {
        (*k["constrained_columns"], k["referred_table"], k["options"].get("ondelete")) for k in keys
    }


def _wanted(table: Table | None) -> Ties:
    """Return the ties of a table of this code; one that it does not know has none."""
    keys = () if table is None else table.foreign_key_constraints
    return {(*k.column_keys, k.referred_table.name, k.ondelete) for k in keys}


def _holds_bytes(engine: Engine) -> bool:
    """Read all that this code keeps; return whether a value is no text and no number."""
    with engine.connect() as connection:
        return any(
            isinstance(value, bytes)
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
            for value in row
        )


def _name_to_keep(file: Path, now: datetime) -> Path:
    kept = file.with_name(f"{file.name}.before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    if kept.exists():
        raise StorageError(f"{kept} exists already and was not overwritten. Try again in a moment.")
    return kept


def _check_unused(file: Path) -> None:
    """Refuse while another program has the file open: it would go on writing to the old one."""
    if not file.exists():
        return
    subject = f"The database file {file}"
    with (
        suppress(DatabaseDamaged),
        as_storage_errors(subject),
        closing(sqlite3.connect(file)) as connection,
    ):
        try:
            connection.execute("PRAGMA journal_mode=DELETE")  # only the last one out may do this
        except sqlite3.OperationalError as error:
            raise DatabaseUnavailable(
                f"{subject} cannot be replaced ({error}). Stop Mentorspiegel, then restore again."
            ) from error


def _rename(file: Path, kept: Path) -> None:
    for ending in ("", *_COMPANIONS):
        with suppress(FileNotFoundError):
            file.with_name(file.name + ending).rename(kept.with_name(kept.name + ending))
