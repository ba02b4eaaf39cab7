"""XLSForm: a questionnaire for KoboToolbox and ODK, and criteria back from one."""

import shutil
from pathlib import Path

import click

from assessment.catalogue.reading.loader import check_folder, load_catalogue, write_ids_lock
from assessment.errors import FileProblems
from commands.common import Failure, output_option, settings, write_new
from commands.lookup import read_at_most
from exchange.spreadsheets.archive import MAX_BYTES


@click.group()
def xlsform() -> None:
    """Exchange criteria with KoboToolbox and ODK as XLSForm."""


@xlsform.command("export")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--role", help="Whose questions; default: the role that is asked everything.")
@output_option("New file to write.")
def export_form(folder: Path | None, role: str | None, output: Path) -> None:
    """Write the criteria in DIR, by default our own, as an XLSForm."""
    from exchange.xlsform import write

    catalogue = load_catalogue(settings(criteria=folder).criteria)
    wanted = role or catalogue.own_role.id
    if wanted not in catalogue.role_ids:
        roles = ", ".join(catalogue.role_ids)
        raise click.UsageError(f"There is no role '{wanted}'. Choose one of: {roles}.")
    write_new(output, write.xlsform(catalogue, wanted))
    click.echo(f"Written to {output}.")


@xlsform.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@output_option("New folder to write.", metavar="DIR")
def import_form(file: Path, output: Path) -> None:
    """Write the criteria of an XLSForm that was exported here as a criteria folder."""
    from exchange.spreadsheets.read import read_workbook
    from exchange.xlsform.criteria_folder import yaml_files
    from exchange.xlsform.read import read_xlsform

    workbook = read_workbook(read_at_most(file, MAX_BYTES), file.name)
    files = yaml_files(read_xlsform(workbook, file.name))
    if output.exists():
        raise Failure(f"{output} exists already and was not overwritten. Choose another name.")
    try:
        _write_folder(output, files)
    except (FileProblems, OSError):
        shutil.rmtree(output, ignore_errors=True)
        raise
    click.echo(f"Written to {output}. Check it: python cli.py check-criteria {output}")


def _write_folder(folder: Path, files: dict[str, str]) -> None:
    """Write a criteria folder. Raises CatalogueError when it cannot be used."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    catalogue, _ = check_folder(folder)
    if catalogue is not None:
        write_ids_lock(folder, catalogue)
    load_catalogue(folder)
