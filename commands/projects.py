"""Projects: list, make and change them, the example, export, import, erase."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Any

import click

from assessment.catalogue.reading.text_file import printable
from assessment.errors import BundleError, Problem
from assessment.projects import Kind, Minors, Project, Stage
from assessment.services import projects as service
from commands.common import (
    Failure,
    OrNone,
    changes_of,
    data_option,
    format_option,
    settings,
    write_new,
)
from commands.database import check_present, open_store, open_workspace
from commands.lookup import project_of
from exchange import example_project, project_file
from locales import LANGUAGES


class OneOf(click.Choice[str]):
    """One word of a fixed list of ours."""

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__([word.value for word in words])
        self.words = words

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> StrEnum:
        """Return the word as the program knows it."""
        return self.words(super().convert(value, param, ctx))


class LanguageList(click.ParamType[Any]):
    """Languages with a comma between, such as nl,en."""

    name = "LANGUAGE,..."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the languages, in their own order."""
        wanted = {word.strip() for word in value.split(",")}
        if unknown := wanted - set(LANGUAGES):
            known = ", ".join(LANGUAGES)
            self.fail(f"There is no language '{min(unknown)}'. Choose from: {known}.", param, ctx)
        return tuple(language for language in LANGUAGES if language in wanted)


def describes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what a project can say about itself; the command gets it as one mapping, `facts`."""

    @wraps(command)
    def run(**options: Any) -> Any:
        facts = changes_of(**{fact: options.pop(fact) for fact in _FACTS})
        return command(**options, facts=facts)

    for name, (wanted, text) in reversed(_FACTS.items()):
        run = click.option(f"--{name.replace('_', '-')}", type=wanted, help=text)(run)
    return run


# in the words of the settings of a project
_FACTS: dict[str, tuple[Any, str]] = {
    "contact": (str, "Whom people can turn to: a function and how to reach it, no name."),
    "languages": (LanguageList(), "Languages of those you invite."),
    "target_group": (str, "For whom."),
    "kind": (OrNone(OneOf(Kind)), "Kind of project."),
    "minors": (OrNone(OneOf(Minors)), "Whether it is for people under eighteen."),
    "stage": (OrNone(OneOf(Stage)), "How far the programme is."),
    "size": (OrNone(click.INT), "Pairs, or else people, in a year."),
    "region": (str, "Place or region."),
    "start_year": (OrNone(click.INT), "Running since."),
}


@click.group()
def projects() -> None:
    """List the projects, make one, or change what one says about itself."""


@projects.command("list")
@format_option
@data_option
def list_projects(form: str, data: Path | None) -> None:
    """List the projects, the newest first; as JSON with all that they say about themselves."""
    given = settings(data=data)
    check_present(given)
    with open_store(given) as store:
        found = store.projects.all()
    click.echo(_as_json(found) if form == "json" else _listed(found))


@projects.command("new")
@click.argument("name")
@describes
@data_option
def new(name: str, facts: Mapping[str, Any], data: Path | None) -> None:
    """Make a project called NAME. The rest may wait; `assessments new` begins the first assessment."""
    with open_workspace(settings(data=data)) as workspace:
        draft = Project("", name, workspace.now(), **facts)
        made = service.create_project(workspace, draft)
    click.echo(f"Made '{printable(made.name)}' as {made.id}.")


@projects.command("change")
@click.argument("project")
@click.option("--name", help="Another name.")
@describes
@data_option
def change(project: str, name: str | None, facts: Mapping[str, Any], data: Path | None) -> None:
    """Change what PROJECT (its id or its exact name) says about itself. What is not named stays."""
    changes = {**changes_of(name=name), **facts}
    if not changes:
        raise click.UsageError("Say what to change, such as --contact.")
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        present = project_of(workspace.store, project)
        changed = service.change_project(workspace, replace(present, **changes))
    click.echo(f"Changed '{printable(changed.name)}'.")


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


def _as_json(projects: list[Project]) -> str:
    listed = [
        {"id": p.id, "name": p.name, **{fact: getattr(p, fact) for fact in _FACTS}}
        for p in projects
    ]
    return json.dumps(listed, indent=1)


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
