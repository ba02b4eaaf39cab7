"""Translate the criteria with a program for translators: PO files out and in."""

from pathlib import Path

import click

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import check_folder, load_catalogue
from commands.common import Commands, Failure, settings
from exchange.translation.po_file import read_entries, write_entries
from exchange.translation.translate import (
    Translation,
    import_into,
    translations,
    updated,
    write_files,
)

_NOTES = 200  # shown at most

folder_option = click.option(
    "--criteria",
    "folder",
    type=click.Path(path_type=Path),
    help="The criteria folder; default: the setting MENTORSPIEGEL_CRITERIA, or the shipped one.",
)


@click.command("export-po")
@click.argument("language", metavar="LANG")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The PO file to write or to bring up to date.",
)
@folder_option
def export_po(language: str, output: Path, folder: Path | None) -> None:
    """Write all texts with their translation into LANG to a PO file.

    When the file is there already it is brought up to date: nothing that was translated gets lost,
    and what was made of a text that has changed is marked fuzzy.
    """
    place, catalogue = _checked(folder)
    present = translations(place, catalogue.languages, language)
    earlier = {entry.context: entry for entry in _read(output)} if output.exists() else {}
    entries, differing = updated(present, earlier)
    project = f"{catalogue.id} {catalogue.version}"
    output.write_bytes(write_entries(entries, project, language))
    for context in differing[:_NOTES]:
        note = "the folder says something else; the words of the PO file stay. Import them."
        click.echo(f"{context}: {note}", err=True)
    open_ones = sum(not text.target for text in entries)
    fuzzy = sum(text.is_fuzzy for text in entries)
    click.echo(f"{output}: {len(entries)} texts, {open_ones} without translation, {fuzzy} fuzzy.")


@click.command("import-po")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--into", "language", required=True, metavar="LANG", help="The language it is in.")
@click.option("--fuzzy", is_flag=True, help="Also take over what is marked fuzzy or out of date.")
@folder_option
def import_po(source: Path, language: str, fuzzy: bool, folder: Path | None) -> None:
    """Write the translations of a PO file into the criteria; comments and layout stay.

    A language that the catalogue does not have yet is added once every text is translated.
    """
    place, catalogue = _checked(folder)
    entries = _read(source)
    result = import_into(place, catalogue.languages, language, entries, take_fuzzy=fuzzy)
    if result.untranslated:
        lines = [*result.notes[:_NOTES], _not_yet(language, result.untranslated)]
        raise Failure("\n".join(lines))
    for note in result.notes[:_NOTES]:
        click.echo(note, err=True)
    write_files(place, result.files)
    problems = check_folder(place)[1]
    if problems:
        raise Failure("\n".join(map(str, problems)))
    number = f"{result.changed} texts in {len(result.files)} files"
    click.echo(f"{place}: {number} changed, {len(result.notes)} entries left aside.")


def _checked(folder: Path | None) -> tuple[Path, Catalogue]:
    place = settings(criteria=folder).criteria
    return place, load_catalogue(place)


def _read(file: Path) -> list[Translation]:
    try:
        return read_entries(file.read_bytes())
    except ValueError as error:
        raise Failure(f"{file}: no PO file: {error}. Give a file of export-po.") from error


def _not_yet(language: str, missing: list[str]) -> str:
    some = ", ".join(missing[:5])
    return (
        f"{len(missing)} texts lack `{language}`, such as {some}. Nothing was written: "
        "a new language is added once every text is translated."
    )


translate = Commands(
    {
        "export-po": ("commands.translate:export_po", "Write the texts to a PO file."),
        "import-po": ("commands.translate:import_po", "Write the translations into the criteria."),
    },
    name="translate",
    help="Translate the criteria with a program for translators.",
)
