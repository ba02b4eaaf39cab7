"""The database as a whole: bring up to date, back up, restore."""

from pathlib import Path

import click

from commands.common import data_option, now, plainly, settings


@click.command()
@data_option
@plainly
def migrate(data: Path | None) -> None:
    """Make the database, or bring it up to date."""
    import storage  # noqa: PLC0415  (start-up stays fast)

    given = settings(data=data)
    storage.migrate(given.database)
    click.echo("The database is up to date.")


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@data_option
@plainly
def backup(target: Path, data: Path | None) -> None:
    """Copy the database to TARGET, also while people work."""
    import storage  # noqa: PLC0415

    storage.backup(settings(data=data).database, target)
    click.echo(f"Backup written: {target} ({target.stat().st_size:,} bytes).")


@click.command()
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@data_option
@plainly
def restore(source: Path, data: Path | None) -> None:
    """Put the backup SOURCE in place of the database; the present one is kept beside it."""
    import storage  # noqa: PLC0415

    kept = storage.restore(source, settings(data=data).database, clock=now)
    click.echo("Restored." + (f" The database of before is kept as {kept}." if kept else ""))
