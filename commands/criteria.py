"""Check the criteria that authors write."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from assessment.catalogue.effort import profile_effort
from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.entries import is_identifier
from assessment.catalogue.reading.file_kinds import HEADER
from assessment.catalogue.reading.json_schema import KINDS, json_schema
from assessment.catalogue.reading.loader import check_folder, load_catalogue, write_ids_lock
from assessment.catalogue.reading.text_file import printable
from commands.common import Failure, aligned, format_option, settings
from commands.readability_output import readability_lines
from reports.catalogue_page.page import overview_page

STARTER = Path(__file__).resolve().parent / "starter_catalogue"


@click.command("check-criteria")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--lock", is_flag=True, help="Write new ids to ids.lock, and mark ids that are gone.")
@click.option(
    "--readability", is_flag=True, help="Also name texts for other people that may be hard to read."
)
def check_criteria(folder: Path | None, lock: bool, readability: bool) -> None:
    """Check the criteria in DIR and name everything that is wrong in it, with its line.

    DIR is the shipped folder, or the setting MENTORSPIEGEL_CRITERIA, when it is left away. A text
    that may be hard to read is not wrong: it is only named.
    """
    checked = settings(criteria=folder).criteria
    catalogue, problems = check_folder(checked)
    if lock and catalogue is not None:
        write_ids_lock(checked, catalogue)
        catalogue, problems = check_folder(checked)
    if problems or catalogue is None:
        raise Failure("\n".join(map(str, problems)))
    click.echo(f"{checked}: nothing is wrong. {_counts(catalogue)}.")
    for line in _in_the_words_of_the_lead(catalogue):
        click.echo(line)
    if readability:
        click.echo("\n".join(readability_lines(checked, catalogue)))


@click.command("profiles")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--language", help="Language in which the texts are read; default: the first one.")
@format_option
def profiles(folder: Path | None, language: str | None, form: str) -> None:
    """List the questionnaires in DIR: how many questions each asks of whom, and for how long.

    The minutes come from the texts: 160 words in one, and time to answer.
    """
    catalogue = load_catalogue(settings(criteria=folder).criteria)
    if language is not None and language not in catalogue.languages:
        known = ", ".join(catalogue.languages)
        raise click.UsageError(f"There is no language '{language}'. Choose one of: {known}.")
    read_in = language or catalogue.languages[0]
    asked = [
        (profile.id, role, profile_effort(catalogue, profile, role, read_in))
        for profile in catalogue.profiles
        for role in catalogue.role_ids
        if role != catalogue.own_role.id or profile in catalogue.audit_profiles
    ]
    rows = [(name, role, e.questions, e.minutes) for name, role, e in asked if e.questions]
    head = ("profile", "role", "questions", "minutes")
    if form == "json":
        click.echo(json.dumps([dict(zip(head, row, strict=True)) for row in rows], indent=1))
    else:
        written = [tuple(map(str, row)) for row in rows]
        click.echo("\n".join(aligned([head, *written], left={0, 1})))


@click.command("schema")
@click.argument("kind", required=False, type=click.Choice(list(KINDS)))
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    metavar="FILE",
    help="The file to write; default: to the screen.",
)
def schema(kind: str | None, output: IO[str]) -> None:
    """Write the JSON Schema of KIND of file, or of all kinds together, for editors."""
    click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False), file=output)


@click.command("overview")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs"),
    show_default=True,
    help="The folder to write to.",
)
def overview(folder: Path | None, output: Path) -> None:
    """Write the criteria in DIR as a page per language: catalogue.nl.md, catalogue.en.md."""
    catalogue = load_catalogue(settings(criteria=folder).criteria)
    output.mkdir(parents=True, exist_ok=True)
    for language in catalogue.languages:
        path = output / f"catalogue.{language}.md"
        path.write_text(overview_page(catalogue, language), encoding="utf-8", newline="\n")
        click.echo(path)


@click.command("new-catalogue")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new_catalogue(folder: Path) -> None:
    """Write a small catalogue to begin with into the new folder DIR, with comments that explain it.

    It can be used at once. The name of the folder becomes its id.
    """
    name = folder.resolve().name
    if not is_identifier(name):
        text = f"'{printable(name)}' cannot be an id: use letters, digits, - and _, at most 40."
        raise click.UsageError(f"{text} Give the folder another name.")
    if folder.exists():
        raise Failure(f"{folder} exists already and was not changed. Choose another name.")
    shutil.copytree(STARTER, folder)
    header = folder / HEADER
    text = header.read_text(encoding="utf-8").replace("id: starter ", f"id: {name} ", 1)
    header.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"Written to {folder}. Change its files, and check them meanwhile:")
    click.echo(f"  python cli.py check-criteria {folder}")
    click.echo("To choose it when a project begins, name the folder around it:")
    click.echo(f"  MENTORSPIEGEL_CATALOGUES={folder.resolve().parent}")


def _in_the_words_of_the_lead(catalogue: Catalogue) -> Iterator[str]:
    """Name per role the criteria of which it reads the levels as they were written for another."""
    for role in catalogue.role_ids:
        found = [c.id for c in catalogue.criteria if role in catalogue.in_the_words_of_the_lead(c)]
        if found:
            yield (
                f"Notice: {role} reads the levels in the words of the lead role, having none in "
                f"`rubric_for`, in {len(found)} criteria: {', '.join(found)}."
            )


def _counts(catalogue: Catalogue) -> str:
    numbers = {
        "perspectives": catalogue.perspectives,
        "criteria": catalogue.criteria,
        "theses": catalogue.theses,
        "profiles": catalogue.profiles,
        "languages": catalogue.languages,
    }
    counts = ", ".join(f"{len(parts)} {name}" for name, parts in numbers.items())
    return f"Catalogue {catalogue.id} {catalogue.version}: {counts}"
