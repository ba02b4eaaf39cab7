"""Write a report of a project, or of a file of answers."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import click

from assessment.assessments import Assessment
from assessment.catalogue.reading.loader import load_catalogue
from assessment.catalogue.reading.text_file import printable
from assessment.errors import NotFound
from assessment.projects import Project
from assessment.store import Store
from commands.common import (
    Failure,
    busy,
    check_new,
    data_option,
    output_option,
    progress_of,
    progress_option,
    settings,
    write_new,
)
from commands.database import check_present, open_workspace
from commands.lookup import assessment_of, project_of
from commands.score import preset, unknown
from exchange import formats
from exchange.answer_files.parquet_blocks import PARQUET
from exchange.answer_files.read import read_assessment
from exchange.csv_outcomes import Setting, outcome
from locales import LANGUAGES
from reports.material import Form, Material
from runtime import now
from settings import Settings

FILES = (".csv", PARQUET)


@dataclass(frozen=True)
class AnswersFile:
    """A file of answers, how to read it, and which of its assessments is wanted."""

    file: Path
    profile: str
    ambition: str
    assessment: str | None
    title: str | None
    progress: bool


@click.command()
@click.argument("source", metavar="PROJECT|ASSESSMENT|ANSWERS")
@click.option(
    "--to", "form", required=True, type=click.Choice(tuple(formats.FORMATS)), help="Format."
)
@output_option("New file to write.")
@click.option("--short", is_flag=True, help="About two pages instead of the whole.")
@click.option(
    "--form",
    "shape",
    type=click.Choice([form.value for form in Form]),
    default=Form.REPORT.value,
    show_default=True,
    help="A report to read, a guide to lead a talk by, or hand-outs for a workshop.",
)
@click.option(
    "--language",
    type=click.Choice(tuple(LANGUAGES)),
    help="Language of the report; default: the setting MENTORSPIEGEL_LANGUAGE, or nl.",
)
@data_option
@click.option(
    "--assessment",
    help="Its id or exact name; default: the newest of a project, the only one of a file.",
)
@click.option("--title", help="Of a file: name of the project; default: the name of the file.")
@click.option("--criteria", type=click.Path(path_type=Path), help="Of a file: criteria folder.")
@click.option("--profile", default="full", show_default=True, help="Of a file: what counts.")
@click.option("--ambition", default="floor", show_default=True, help="Of a file: the targets.")
@progress_option
def report(  # noqa: PLR0913  (one per option)
    source: str,
    form: str,
    output: Path,
    short: bool,
    shape: str,
    language: str | None,
    data: Path | None,
    assessment: str | None,
    title: str | None,
    criteria: Path | None,
    profile: str,
    ambition: str,
    progress: bool,
) -> None:
    """Write a report of a project, of an assessment, or of a file of answers.

    A project is named by its id or exact name, and its newest assessment is meant unless
    --assessment names another. An assessment alone is named by its id. A file of answers ends in
    .csv or .parquet.
    """
    if short and not formats.FORMATS[form].has_short_form:
        raise click.UsageError(f"There is no short form of {form}. Leave out --short.")
    if shape != Form.REPORT and (short or not formats.FORMATS[form].has_short_form):
        raise click.UsageError(f"--form {shape} is for pdf, docx or html, without --short.")
    given = settings(data=data, criteria=criteria, language=language)
    if source.casefold().endswith(FILES):
        answers = AnswersFile(Path(source), profile, ambition, assessment, title, progress)
        result = _of_file(answers, given, short=short)
    else:
        result = _of_project(source, assessment, given, short=short)
    result = replace(result, form=Form(shape))
    with busy("Making the report"):
        contents = formats.files(form, result, output)
    paths = {output.with_name(name): content for name, content in contents.items()}
    for path in paths:
        check_new(path)
    for path, content in paths.items():
        write_new(path, content)
        click.echo(f"Written to {path} ({len(content):,} bytes).")


def _of_project(source: str, assessment: str | None, given: Settings, *, short: bool) -> Material:
    check_present(given)
    with open_workspace(given) as workspace:
        found = _assessment_of(workspace.store, source, assessment)
        return Material.of(workspace, found, given.first_language, now(), short=short)


def _assessment_of(store: Store, source: str, wanted: str | None) -> Assessment:
    """Return an assessment of a project, or with `source` alone one by its id. Raises Failure."""
    if wanted is None:
        with suppress(NotFound):  # then it is a project
            return store.assessments.get(source)
    return assessment_of(store, project_of(store, source), wanted)


def _of_file(source: AnswersFile, given: Settings, *, short: bool) -> Material:
    catalogue = load_catalogue(given.criteria)
    choices = preset(catalogue, source.profile, source.ambition)
    at = now()
    with progress_of(f"Reading {source.file.name}", piped=source.progress) as show:
        tally, rows = read_assessment(source.file, catalogue, source.assessment, show)
        name = _one(tally.assessments, source.assessment)
        setting = Setting(catalogue, choices, source.profile, source.ambition, given.threshold, at)
        one = outcome(tally, name, rows, setting)
    project = Project("", source.title or source.file.stem, at)
    return Material(one, project, given.first_language, at, short)


def _one(names: Sequence[str], wanted: str | None) -> str:
    if not names:
        raise Failure("There are no answers in the file.")
    if wanted is None and len(names) == 1:
        return names[0]
    if wanted is None:
        listed = ", ".join(map(printable, names))
        text = f"The file holds several assessments. Name one with --assessment: {listed}."
        raise click.UsageError(text)
    if wanted not in names:
        raise unknown("assessment", wanted, names)
    return wanted
