"""Write a report of a project, or of a file of answers."""

from pathlib import Path

import click

from assessment.assessments import Assessment
from assessment.catalogue.reading.loader import load_catalogue
from assessment.catalogue.reading.text_file import printable
from assessment.errors import NotFound
from assessment.projects import Project
from assessment.services.context import Workspace
from commands.common import Failure, busy, check_new, data_option, settings, write_new
from commands.database import check_present, open_workspace
from commands.projects import found_project
from commands.score import preset, unknown
from exchange import formats
from exchange.answers_csv import read_answers
from exchange.csv_outcomes import FileOutcome, Setting, outcomes
from locales import LANGUAGES
from reports.gather import material
from reports.material import Material
from runtime import now
from settings import Settings

CSV = ".csv"


@click.command()
@click.argument("source", metavar="PROJECT|ASSESSMENT|ANSWERS.csv")
@click.option(
    "--to", "form", required=True, type=click.Choice(tuple(formats.FORMATS)), help="Format."
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="New file to write.",
)
@click.option("--short", is_flag=True, help="Two pages instead of the whole.")
@click.option(
    "--language",
    type=click.Choice(tuple(LANGUAGES)),
    help="Language of the report; default: the setting MENTORSPIEGEL_LANGUAGE, or nl.",
)
@data_option
@click.option("--assessment", help="Of a CSV with several assessments: which one.")
@click.option("--title", help="Of a CSV: name of the project; default: the name of the file.")
@click.option("--criteria", type=click.Path(path_type=Path), help="Of a CSV: criteria folder.")
@click.option("--profile", default="full", show_default=True, help="Of a CSV: what counts.")
@click.option("--ambition", default="floor", show_default=True, help="Of a CSV: the targets.")
def report(  # noqa: PLR0913  (one per option)
    source: str,
    form: str,
    output: Path,
    short: bool,
    language: str | None,
    data: Path | None,
    assessment: str | None,
    title: str | None,
    criteria: Path | None,
    profile: str,
    ambition: str,
) -> None:
    """Write a report of a project (its newest assessment), an assessment, or a CSV of answers.

    A project is named by its id or exact name, an assessment by its id.
    """
    if short and not formats.FORMATS[form].has_short_form:
        raise click.UsageError(f"There is no short form of {form}. Leave out --short.")
    given = settings(data=data, criteria=criteria, language=language)
    if source.casefold().endswith(CSV):
        made = _of_file(Path(source), given, (profile, ambition), assessment, title, short=short)
    else:
        made = _of_project(source, given, short=short)
    with busy("Making the report"):
        contents = formats.files(form, made, output)
    places = {output.with_name(name): content for name, content in contents.items()}
    for place in places:
        check_new(place)
    for place, content in places.items():
        write_new(place, content)
        click.echo(f"Written to {place} ({len(content):,} bytes).")


def _of_project(wanted: str, given: Settings, *, short: bool) -> Material:
    check_present(given)
    with open_workspace(given) as workspace:
        assessment = _found(workspace, wanted)
        return material(workspace, assessment, given.language, now(), short=short)


def _found(workspace: Workspace, wanted: str) -> Assessment:
    """Return an assessment by its id, else the newest one of a project. Raises Failure."""
    store = workspace.store
    try:
        return store.assessments.get(wanted)
    except NotFound:
        project = found_project(store, wanted)
        assessments = store.assessments.all(project.id)
        if not assessments:
            name = printable(project.name)
            raise Failure(f"'{name}' has no assessment yet. Start one first.") from None
        return assessments[0]


def _of_file(
    file: Path,
    given: Settings,
    chosen: tuple[str, str],
    wanted: str | None,
    title: str | None,
    *,
    short: bool,
) -> Material:
    catalogue = load_catalogue(given.criteria)
    choices = preset(catalogue, *chosen)
    at = now()
    with busy(f"Reading {file.name}"):
        rows = read_answers(file, catalogue)
        found = outcomes(rows, Setting(catalogue, choices, *chosen, given.threshold, at))
    one = _one(found, wanted)
    project = Project("", title or file.stem, at)
    return Material(one.outcome, project, [], given.language, at, short, one.comments)


def _one(found: dict[str, FileOutcome], wanted: str | None) -> FileOutcome:
    if not found:
        raise Failure("There are no answers in the file.")
    if wanted is None and len(found) == 1:
        return next(iter(found.values()))
    if wanted is None:
        names = ", ".join(map(printable, found))
        text = f"The file holds several assessments. Name one with --assessment: {names}."
        raise click.UsageError(text)
    if wanted not in found:
        raise unknown("assessment", wanted, found)
    return found[wanted]
