"""The database: the one place where commands open it, and what they do with it as a whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

import runtime
import storage
from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.errors import DatabaseUnavailable
from assessment.services.context import Workspace
from assessment.store import Store
from commands.common import data_option, settings
from settings import Settings

_FILE_URL = "sqlite:///"


@contextmanager
def open_store(given: Settings) -> Iterator[Store]:
    """Open the store, made or brought up to date first, and close it at the end."""
    _warn_if_empty(given)
    store = runtime.open_store(given.database)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def open_workspace(given: Settings) -> Iterator[Workspace]:
    """Open the store with the catalogues of today. Broken criteria leave the database alone."""
    catalogue, *more = CatalogueShelf(given.criteria, given.catalogues).current()
    with open_store(given) as store:
        yield runtime.workspace_on(store, given, catalogue=catalogue, more_catalogues=more)


def _warn_if_empty(given: Settings) -> None:
    """Warn of a database file of 0 bytes: whoever lost one should know before going on."""
    file = Path(given.database.removeprefix(_FILE_URL))
    if given.database.startswith(_FILE_URL) and file.exists() and not file.stat().st_size:
        click.echo(
            f"The database file {file} is empty, so a new one is made in it. Did you lose one? "
            "Bring a backup back: python cli.py restore FILE",
            err=True,
        )


def check_present(given: Settings) -> None:
    """Refuse a database file that is not there: opening it would make an empty one.

    Raises DatabaseUnavailable.
    """
    file = Path(given.database.removeprefix(_FILE_URL))
    if given.database.startswith(_FILE_URL) and not file.exists():
        raise DatabaseUnavailable(f"There is no database file {file}. Name its folder with --data.")


@click.command()
@data_option
def migrate(data: Path | None) -> None:
    """Make the database, or bring it to the tables of this version. `serve` does this by itself."""
    storage.migrate(settings(data=data).database)
    click.echo("The database is up to date.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@data_option
def backup(file: Path, data: Path | None) -> None:
    """Copy the database to a new FILE, also while people work."""
    storage.backup(settings(data=data).database, file)
    click.echo(f"Backup written: {file} ({file.stat().st_size:,} bytes).")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@data_option
def restore(file: Path, data: Path | None) -> None:
    """Put the backup FILE in place of the database. What is there now is kept beside it."""
    kept = storage.restore(file, settings(data=data).database, clock=runtime.now)
    click.echo(f"Restored {file}.")
    if kept is not None:
        click.echo(f"The database of before is kept as {kept}.")
    with open_store(settings(data=data)) as store:
        if store.access.accounts.any():
            click.echo(
                "Everybody signs in again, and links to join are made anew. Memberships, disabled accounts, "
                "passwords and recovery codes are those of the backup: end again what was ended since."
            )
