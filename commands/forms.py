"""Forms to fill in away from the program: make them, and read them in."""

from pathlib import Path

import click

from commands.common import Failure, data_option, output_option, settings, write_new
from commands.database import check_present, open_workspace
from commands.lookup import assessment_of, project_of, read_at_most
from exchange.forms.import_plan import Decision
from exchange.spreadsheets.archive import MAX_BYTES
from locales import LANGUAGES

MOST = 200  # forms in one go


@click.group()
def offline() -> None:
    """Fill in a spreadsheet without internet: make a form, and read it in."""


@offline.command()
@click.argument("project")
@click.option("--assessment", help="Its id or exact name; default: the newest.")
@click.option("--role", help="Whose questions; default: the organisation's own self-audit.")
@click.option(
    "--number",
    type=click.IntRange(1, MOST),
    default=1,
    show_default=True,
    help="How many forms, one per person; more than one go into a zip.",
)
@click.option(
    "--language",
    type=click.Choice(tuple(LANGUAGES)),
    default="nl",
    show_default=True,
    help="Language of the form.",
)
@output_option("New file to write.")
@data_option
def make(  # noqa: PLR0913 (one per option)
    project: str,
    assessment: str | None,
    role: str | None,
    number: int,
    language: str,
    output: Path,
    data: Path | None,
) -> None:
    """Write a form for PROJECT (its id or exact name) as .xlsx."""
    from exchange.forms.files import forms

    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        wanted = assessment_of(workspace.store, project_of(workspace.store, project), assessment)
        asked_role = role or workspace.own_respondent(wanted).role
        contents = forms(workspace, wanted, asked_role, language, number)
    write_new(output, contents)
    click.echo(f"Written to {output}.")


@offline.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--assessment", help="Id of the assessment; default: the one that the form was made for."
)
@click.option(
    "--conflicts",
    type=click.Choice([decision.value for decision in Decision]),
    help="What to do where both were changed: keep what is there, take the file, or both texts.",
)
@click.option("--preview", is_flag=True, help="Only say what would change.")
@data_option
def read(
    file: Path, assessment: str | None, conflicts: str | None, preview: bool, data: Path | None
) -> None:
    """Read in FILE, a filled-in form (.xlsx or .ods), after saying what it changes.

    Where the form and the database were both changed, each line is asked about on a terminal;
    elsewhere nothing is written unless --conflicts says what to do.
    """
    from commands.forms_output import asked, lines
    from exchange.forms import service

    given = settings(data=data)
    check_present(given)
    form = service.read(read_at_most(file, MAX_BYTES), file.name)
    with open_workspace(given) as workspace:
        wanted = workspace.store.assessments.get(assessment or form.head.assessment)
        plan = service.prepare(workspace, wanted, form, file.name)
        click.echo("\n".join(lines(plan)))
        if preview or not plan.steps:
            return
        decisions = dict.fromkeys(
            (s.criterion for s in plan.open), Decision(conflicts or Decision.KEEP)
        )
        if plan.open and conflicts is None:
            decisions = asked(plan)
        written = service.take_over(workspace, plan, decisions)
    if not written:
        raise Failure("Nothing was written.")
    click.echo(f"Written: {len(written)}.")
