"""Projects: the example, export, import, erase."""

import sys
from pathlib import Path

import click

from assessment.errors import BundleError, Problem
from assessment.projects import Project
from assessment.services import bundle, example
from assessment.services.workspace import Workspace
from commands.common import Failure, data_option, plainly, settings, workspace


@click.command()
@data_option
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@plainly
def demo(data: Path | None, language: str) -> None:
    """Add the example project: two assessments, several voices, agreements."""
    given = settings(data=data)
    with workspace(given) as space:
        if any(project.is_example for project in space.store.projects()):
            click.echo("The example project is there already.")
            return
        made = example.add_example(space, given.criteria, language)
    click.echo(f"Added '{made.name}'. See it with: python cli.py serve")


@click.command("export")
@click.argument("project", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write.")
@data_option
@plainly
def export_project(project: str | None, output: Path | None, data: Path | None) -> None:
    """Write PROJECT (id or exact name) as one JSON file; without PROJECT, list what there is."""
    with workspace(settings(data=data)) as space:
        if project is None:
            for line in space.store.projects():
                click.echo(f"{line.id}  {line.name}")
            return
        text = bundle.export_project(space, _found(space, project).id)
    if output is None:
        click.echo(text)
        return
    with output.open("x", encoding="utf-8") as file:  # never over an existing file
        file.write(text)
    click.echo(f"Exported to {output}.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@data_option
@plainly
def import_project(file: Path, data: Path | None) -> None:
    """Add the project in FILE as a new project."""
    if file.stat().st_size > bundle.MAX_BYTES:
        raise BundleError([Problem(file.name, 0, 0, "is too large. Export the project again.")])
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        problem = Problem(file.name, 0, 0, "is not written in UTF-8. Export the project again.")
        raise BundleError([problem]) from error
    with workspace(settings(data=data)) as space:
        made = bundle.import_project(space, text, file.name)
    click.echo(f"Imported '{made.name}' as {made.id}.")


@click.command()
@click.argument("project")
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
@plainly
def erase(project: str, yes: bool, data: Path | None) -> None:  # noqa: FBT001  (click's way)
    """Erase PROJECT (id or exact name) with everything in it, for good."""
    with workspace(settings(data=data)) as space:
        found = _found(space, project)
        if not yes and _typed(found) != found.name:
            raise Failure("That is not its name. Nothing was erased.")
        space.store.erase_project(found.id)
    click.echo(f"Erased '{found.name}'.")


def _typed(project: Project) -> str:
    if not sys.stdin.isatty():
        raise Failure("Nothing was erased: add --yes, or run this where the name can be typed.")
    return str(click.prompt(f"Type the name of the project to erase it ({project.name})"))


def _found(space: Workspace, wanted: str) -> Project:
    found = [p for p in space.store.projects() if wanted in (p.id, p.name)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(project.id for project in found)
        raise Failure(f"Several projects are called '{wanted}'. Give an id: {ids}")
    raise Failure(f"There is no project '{wanted}'. List them: python cli.py export")
