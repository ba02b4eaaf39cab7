"""Organisations without a screen: list, export, import and erase."""

import json
from dataclasses import replace
from pathlib import Path

import click

from assessment.access.memberships import Access, Organisation, Reach
from assessment.catalogue.reading.text_file import printable
from assessment.errors import NotFound
from assessment.services.access import members
from assessment.services.context import Workspace
from commands.common import (
    Failure,
    aligned,
    data_option,
    format_option,
    port_option,
    settings,
    write_new,
)
from commands.database import check_present, open_workspace
from exchange.organisation import archive

MOST_BYTES = archive.MOST_BYTES


@click.group()
def organisations() -> None:
    """List organisations, take one along, bring one in, erase one for good."""


@organisations.command("list")
@format_option
@data_option
def list_organisations(form: str, data: Path | None) -> None:
    """List the organisations: id, name, kind."""
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        found = workspace.store.access.organisations.all()
    if form == "json":
        facts = [{"id": o.id, "name": o.name, "kind": o.kind.value} for o in found]
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    rows = [("id", "name", "kind"), *((o.id, printable(o.name), o.kind.value) for o in found)]
    click.echo("\n".join(aligned(rows, {0, 1, 2})) if found else "There are no organisations.")


@organisations.command("export")
@click.argument("organisation")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="New file to write, such as organisation.zip.",
)
@data_option
def export(organisation: str, output: Path, data: Path | None) -> None:
    """Write ORGANISATION (its id or its exact name) to a zip file: its projects, and who its members are.

    The projects are as `export` writes them. No password, passkey or login is in the file.
    """
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        found = _found(workspace, organisation)
        written = archive.export_organisation(_inside(workspace, found))
    write_new(output, written)
    click.echo(f"Exported to {output}.")


@organisations.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@port_option
@data_option
def import_(file: Path, port: int | None, data: Path | None) -> None:
    """Make a new organisation of FILE, and print the address on which its owner joins.

    Members are invited anew: they are listed.
    """
    if file.stat().st_size > MOST_BYTES:
        raise Failure(f"{file} is too large.")
    given = settings(port=port, data=data)
    with open_workspace(given) as workspace:
        done = archive.import_organisation(workspace, file.read_bytes(), file.name)
    name = printable(done.organisation.name)
    click.echo(f"Imported '{name}' as {done.organisation.id}, with {done.projects} projects.")
    click.echo("Its owner joins here within 7 days; the address works once:")
    click.echo(f"{given.screens_address}/account/join/{done.owner.token}")
    for member in done.members:
        click.echo(f"Was a member: {printable(member.address)}, {member.kind.value}")


@organisations.command("erase")
@click.argument("organisation")
@click.option("--yes", is_flag=True, help="Do not ask for its name.")
@data_option
def erase(organisation: str, yes: bool, data: Path | None) -> None:
    """Erase ORGANISATION with its projects, answers, memberships and log, for good.

    Accounts of people stay: they are theirs to erase. Backups and exported files still hold it.
    """
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        found = _found(workspace, organisation)
        name = printable(found.name)
        if not yes and click.prompt(f"Type the name to erase it for good ({name})") != name:
            raise Failure("That is not its name. Nothing was erased.")
        members.erase_organisation(_inside(workspace, found))
    click.echo(f"Erased '{name}'.")


def _found(workspace: Workspace, named: str) -> Organisation:
    known = workspace.store.access.organisations.all()
    found = [o for o in known if named in (o.id, o.name)]
    if len(found) != 1:
        raise NotFound("organisation", printable(named))
    return found[0]


def _inside(workspace: Workspace, organisation: Organisation) -> Workspace:
    """Return the workspace of the person at this machine, opened for one organisation."""
    reach = Reach(organisation.id)
    access = Access(organisation=organisation.id)
    return replace(workspace, access=access, store=workspace.store.within(reach, reach))
