"""Bring a database to the tables of this code; Alembic's revisions stand in `migrations`.

Alembic is loaded for an older database only: without it a program starts sooner, and in 12 MB less.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from functools import cache
from pathlib import Path

from sqlalchemy import (
    URL,
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
    text,
)

from assessment.errors import DatabaseDamaged, DatabaseNewer
from storage.engine import address, create, database_name, file_of
from storage.errors import as_storage_errors
from storage.tables import metadata

VERSION_TABLE = "mentorspiegel_version"
# as Alembic makes it
_VERSION = Table(
    VERSION_TABLE,
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name=f"{VERSION_TABLE}_pkc"),
)
_MIGRATIONS = Path(__file__).with_name("migrations")
_PATIENCE = 60.0  # seconds to wait while another process migrates
_LOCK_KEY = 0x4D53_5047  # any number that only Mentorspiegel locks


def migrate(url: str) -> None:
    """Create the database, or bring it to the tables of this code; safe in many processes at once.

    Raises DatabaseNewer, DatabaseDamaged or DatabaseUnavailable; nothing is changed then.
    """
    parsed = address(url)
    file = file_of(parsed)
    with (
        as_storage_errors(database_name(parsed)),
        nullcontext() if file is None else lock_file(file),
    ):
        if file is not None and not file.exists():
            file.touch(mode=0o600)
        _migrate(parsed, file)


@contextmanager
def lock_file(file: Path) -> Iterator[None]:
    """Lock a database file against other processes that migrate or replace it.

    The lock is SQLite's own, on an empty file beside it: it works on every system and ends with
    the process.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = file.with_name(f"{file.name}.lock")
    lock.touch(mode=0o600)
    with suppress(PermissionError):
        lock.chmod(0o600)  # who may read it could hold it, and stop us
    with closing(sqlite3.connect(lock, timeout=_PATIENCE, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def _migrate(parsed: URL, file: Path | None) -> None:
    engine = create(parsed, busy_timeout=_PATIENCE)
    try:
        with engine.connect() as connection:
            if file is not None:
                _set(connection, "foreign_keys=OFF")  # rebuilding a table must erase no children
            with connection.execution_options(writes=True).begin():
                _lock_server(connection)
                revision = check_revision(connection, database_name(parsed))
                if revision is None:
                    _create_tables(connection)
                elif revision != revisions()[0]:
                    upgrade(connection)
            if file is not None:
                _set(connection, "journal_mode=WAL")
    finally:
        engine.dispose()


def _set(connection: Connection, pragma: str) -> None:
    # beside SQLAlchemy, which would begin a transaction first
    connection.connection.cursor().execute(f"PRAGMA {pragma}")


def _lock_server(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})


def check_revision(connection: Connection, subject: str) -> str | None:
    """Return the revision of the tables, None for an empty database. Messages begin with `subject`.

    Raises DatabaseNewer, and DatabaseDamaged for the tables of something else.
    """
    tables = inspect(connection).get_table_names()
    revision = None
    if VERSION_TABLE in tables:
        revision = connection.execute(select(_VERSION.c.version_num)).scalar()
    if revision is None and tables:
        raise DatabaseDamaged(
            f"{subject} holds tables that are not Mentorspiegel's. Use another, empty database."
        )
    if revision not in (None, *revisions()):
        raise DatabaseNewer(
            f"{subject} was written by a newer version of Mentorspiegel (revision {revision}). "
            "Install that version; nothing was changed."
        )
    return revision


@cache
def revisions() -> tuple[str, ...]:
    """Return all revisions, the newest first."""
    files = (_MIGRATIONS / "versions").glob("r*.py")
    return tuple(sorted((file.name[1:].partition("_")[0] for file in files), reverse=True))


def _create_tables(connection: Connection) -> None:
    """Make the tables of this code in an empty database: they are what all revisions lead to."""
    metadata.create_all(connection)
    _VERSION.create(connection)
    connection.execute(insert(_VERSION).values(version_num=revisions()[0]))


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the tables up to a revision, in the transaction of the connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
