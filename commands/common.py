"""What every command needs: the store, and a way to fail in plain words."""

import secrets
from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from assessment.errors import MentorspiegelError
from assessment.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


class Failure(click.ClickException):
    """An expected error: one line per problem, exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the lines as they are."""
        click.echo(self.format_message(), file=file, err=file is None)


def plainly(command: Command) -> Command:
    """Turn expected errors of a command into lines on stderr."""

    @wraps(command)
    def wrapped(*arguments: Any, **options: Any) -> Any:
        try:
            return command(*arguments, **options)
        except MentorspiegelError as error:
            raise Failure(str(error)) from error
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            raise Failure(f"{place}{error.strerror or error}. Check the name and the rights.") from error

    return wrapped  # type: ignore[return-value]


def data_option(command: Command) -> Command:
    """Add `--data`, the folder of the database."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder with the database file; default: the setting MENTORSPIEGEL_DATA, or data/.",
    )(command)


def settings(**changes: Any) -> Settings:
    """Return the settings, with what a command was told on top."""
    return Settings(**{name: value for name, value in changes.items() if value is not None})


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a new random id."""
    return secrets.token_urlsafe(12)


@contextmanager
def workspace(given: Settings) -> Any:
    """Open the store with the catalogue, and close it at the end."""
    from assessment.loader import load_catalogue  # noqa: PLC0415  (start-up stays fast)
    from assessment.services.workspace import Workspace  # noqa: PLC0415
    from storage import open_store  # noqa: PLC0415

    store = open_store(given.database, clock=now)
    try:
        yield Workspace(
            store=store,
            catalogue=load_catalogue(given.criteria),
            now=now,
            new_id=new_id,
            threshold=given.threshold,
        )
    finally:
        store.close()
