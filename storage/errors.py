"""Errors of a database as our own errors: where, what, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import InterfaceError, OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assessment.errors import (
    DatabaseDamaged,
    DatabaseUnavailable,
    MentorspiegelError,
    StorageError,
)

_TRY_LATER = "Try again in a moment; nothing was written."
_RESTORE = "Restore a backup: python cli.py restore FILE."
_RIGHTS = "Give the user that runs Mentorspiegel the right to write the file and its folder."
_CHECK_URL = "Check that it runs and that the URL is right."
_CHECK_FOLDER = "Check that its folder exists and that it is a file which may be read and written."

Explanation = tuple[type[StorageError], str, str]  # class, what, what to do

_FILE: dict[int, Explanation] = {
    sqlite3.SQLITE_BUSY: (DatabaseUnavailable, "stays locked by another program", _TRY_LATER),
    sqlite3.SQLITE_LOCKED: (DatabaseUnavailable, "stays locked by another program", _TRY_LATER),
    sqlite3.SQLITE_FULL: (
        DatabaseUnavailable,
        "cannot grow: the disk is full",
        "Free some space and try again; nothing was written.",
    ),
    sqlite3.SQLITE_READONLY: (DatabaseUnavailable, "may only be read", _RIGHTS),
    sqlite3.SQLITE_PERM: (DatabaseUnavailable, "may not be opened", _RIGHTS),
    sqlite3.SQLITE_CANTOPEN: (DatabaseUnavailable, "cannot be opened", _CHECK_FOLDER),
    sqlite3.SQLITE_IOERR: (
        DatabaseUnavailable,
        "cannot be read or written",
        "Check the disk, then try again.",
    ),
    sqlite3.SQLITE_CORRUPT: (DatabaseDamaged, "is damaged", _RESTORE),
    sqlite3.SQLITE_NOTADB: (
        DatabaseDamaged,
        "is not a database",
        f"Check the name of the file. {_RESTORE}",
    ),
}

# by SQLSTATE, or by its class when the state itself is not listed
_SERVER: dict[str, Explanation] = {
    "08": (DatabaseUnavailable, "does not answer any more", _TRY_LATER),
    "25006": (
        DatabaseUnavailable,
        "may only be read",
        "Connect to the server that takes writes.",
    ),
    "40": (DatabaseUnavailable, "is too busy", _TRY_LATER),
    "42501": (
        DatabaseUnavailable,
        "refuses: its user lacks a right",
        "Give that user all rights on the schema.",
    ),
    "53": (DatabaseUnavailable, "has too many users", _TRY_LATER),
    "53100": (
        DatabaseUnavailable,
        "cannot grow: the disk of the server is full",
        "Free some space and try again; nothing was written.",
    ),
    "55P03": (DatabaseUnavailable, "stays locked by another program", _TRY_LATER),
    "57": (DatabaseUnavailable, "is shutting down or starting", _TRY_LATER),
    "XX": (DatabaseDamaged, "is damaged", "Ask the administrator of the server."),
}


@contextmanager
def as_storage_errors(subject: object) -> Iterator[None]:
    """Raise what goes wrong inside as a StorageError about `subject`, such as "The backup x"."""
    try:
        yield
    except (StatementError, sqlite3.Error) as error:
        failure = _failure(subject, error)
        if failure is None:
            raise
        raise failure from error
    except PoolTimeout as error:
        raise DatabaseUnavailable(f"{subject} has too many users. {_TRY_LATER}") from error
    except OSError as error:
        raise DatabaseUnavailable(
            f"{subject} cannot be used: {error.strerror}. {_CHECK_FOLDER}"
        ) from error


def _failure(subject: object, error: StatementError | sqlite3.Error) -> MentorspiegelError | None:
    """Return our error for one of the database, None for a mistake in this program."""
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, MentorspiegelError):  # a column refused the value
        return cause
    is_of_file = isinstance(cause, sqlite3.Error)
    explanation = _of_file(cause) if is_of_file else _of_server(error, cause)
    if explanation is None:
        return None
    kind, what, remedy = explanation
    return kind(f"{subject} {what}. {remedy}")


def _of_file(cause: BaseException | None) -> Explanation | None:
    return _FILE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)


def _of_server(error: Exception, cause: BaseException | None) -> Explanation | None:
    state = getattr(cause, "sqlstate", None)
    if state is None and isinstance(error, OperationalError | InterfaceError):
        # the driver knows no state of a server that it cannot reach, only words
        words = str(cause).strip().partition("\n")[0]
        return DatabaseUnavailable, f"cannot be reached ({words})", _CHECK_URL
    return _SERVER.get(state or "") or _SERVER.get((state or "")[:2])
