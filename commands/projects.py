"""Projects: the example, export, import, erase."""

from pathlib import Path

import click

from assessment.catalogue.reading.text_file import printable
from assessment.errors import BundleError, Problem
from assessment.projects import Project
from commands.common import Failure, data_option, settings, write_new
from commands.database import check_present, open_store, open_workspace
from commands.lookup import project_of
from exchange import example_project, project_file
from locales import LANGUAGES


@click.command()
@data_option
@click.option(
    "--language",
    type=click.Choice(tuple(LANGUAGES)),
    help="Language of its texts; default: the setting MENTORSPIEGEL_LANGUAGE, or nl.",
)
def demo(data: Path | None, language: str | None) -> None:
    """Add the example project: two assessments a year apart, several voices, agreements."""
    given = settings(data=data, language=language)
    with open_workspace(given) as workspace:
        present = next((p for p in workspace.store.projects.all() if p.is_example), None)
        example = present or example_project.add_example(
            workspace, given.criteria, given.first_language
        )
    click.echo(f"{'It is there already' if present else 'Added'}: '{printable(example.name)}'.")
    option = f" --data {data}" if data else ""
    click.echo(f"To see it, run: python cli.py serve{option}")


@click.command("export")
@click.argument("project", required=False)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="New file to write."
)
@data_option
def export_project(project: str | None, output: Path | None, data: Path | None) -> None:
    """Write PROJECT (its id or its exact name) to a file; without PROJECT, list the projects.

    The file holds everything that the organisation wrote, and of closed assessments the figures.
    """
    if (project is None) != (output is None):
        raise click.UsageError("Give a project and a file: PROJECT -o FILE, or neither for a list.")
    given = settings(data=data)
    check_present(given)
    if project is None or output is None:
        with open_store(given) as store:
            click.echo(_listed(store.projects.all()))
        return
    with open_workspace(given) as workspace:
        text = project_file.export_project(workspace, project_of(workspace.store, project).id)
    write_new(output, text.encode())
    click.echo(f"Exported to {output}.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@data_option
def import_project(file: Path, data: Path | None) -> None:
    """Add the project in FILE, which `export` wrote, as a new project."""
    text = _read(file)
    with open_workspace(settings(data=data)) as workspace:
        project = project_file.import_project(workspace, text, file.name)
    click.echo(f"Imported '{printable(project.name)}' as {project.id}.")


@click.command()
@click.argument("project")
@click.option("--yes", is_flag=True, help="Do not ask for its name.")
@data_option
def erase(project: str, yes: bool, data: Path | None) -> None:
    """Erase PROJECT (its id or its exact name) with everything in it, for good.

    Backups and exported files that were made before still hold it.
    """
    given = settings(data=data)
    check_present(given)
    with open_store(given) as store:
        erased = project_of(store, project)
        name = printable(erased.name)
        if not yes and click.prompt(f"Type the name to erase it for good ({name})") != name:
            raise Failure("That is not its name. Nothing was erased.")
        store.projects.erase(erased.id)
    click.echo(f"Erased '{name}'.")


def _listed(projects: list[Project]) -> str:
    if not projects:
        return "There are no projects."
    width = max(len(project.id) for project in projects)
    return "\n".join(f"{p.id:<{width}}  {printable(p.name)}" for p in projects)


def _read(file: Path) -> str:
    with file.open("rb") as source:
        data = source.read(project_file.MAX_BYTES + 1)
    if len(data) > project_file.MAX_BYTES:
        raise BundleError([Problem(file.name, 0, 0, "is too large. Export the project again.")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = "not written in UTF-8. Export the project again."
        raise BundleError([Problem(file.name, line, 0, text)]) from error
