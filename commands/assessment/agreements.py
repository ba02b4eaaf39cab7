"""Agreements: list, add and change them."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from assessment.agreements import Agreement, AgreementStatus
from assessment.catalogue.reading.text_file import printable
from assessment.errors import NotFound
from assessment.services.agreements import save_agreement
from commands.assessment.opened import Opened, of_assessment, opened
from commands.common import (
    Day,
    Failure,
    Nothing,
    OrNone,
    aligned,
    changes_of,
    data_option,
    format_option,
    settings,
)
from commands.database import check_present, open_store
from commands.lookup import project_of

_LONGEST_SHOWN = 60  # characters of a text in the list


owner_option = click.option("--owner", help="By whom: a role, never the name of a person.")
due_option = click.option("--due", type=OrNone(Day()), help="When; none takes the day away.")


@click.group()
def agreements() -> None:
    """What PROJECT (its id or its exact name) agreed to do."""


@agreements.command("list")
@click.argument("project")
@click.option("--unsettled", is_flag=True, help="Only what is still to be done.")
@format_option
@data_option
def list_agreements(project: str, unsettled: bool, form: str, data: Path | None) -> None:
    """List the agreements of all assessments, the oldest first."""
    given = settings(data=data)
    check_present(given)
    with open_store(given) as store:
        found = [
            agreement
            for agreement in store.agreements.all(project_of(store, project).id)
            if not (unsettled and agreement.is_settled)
        ]
    click.echo(_as_json(found) if form == "json" else _as_text(found))


@agreements.command("add")
@of_assessment
@click.argument("criterion")
@click.argument("text")
@owner_option
@due_option
def add(
    at: Opened, criterion: str, text: str, owner: str | None, due: date | Nothing | None
) -> None:
    """Add an agreement about CRITERION, such as MC-05: what will be done."""
    if criterion not in at.workspace.catalogue_of(at.assessment).by_id:
        raise Failure(f"This assessment has no criterion '{printable(criterion)}'.")
    agreement = Agreement(
        id="",
        project=at.assessment.project,
        assessment=at.assessment.id,
        criterion=criterion,
        text=text,
        **changes_of(owner=owner, due=due),
    )
    saved = save_agreement(at.workspace, agreement)
    click.echo(f"Added agreement {saved.id}.")


@agreements.command("change")
@click.argument("project")
@click.argument("agreement")
@click.option("--text", help="What will be done.")
@owner_option
@due_option
@click.option(
    "--status", type=click.Choice([status.value for status in AgreementStatus]), help="How far."
)
@click.option("--outcome", help="What came of it.")
@data_option
def change(  # noqa: PLR0913  (one per option)
    project: str,
    agreement: str,
    text: str | None,
    owner: str | None,
    due: date | Nothing | None,
    status: str | None,
    outcome: str | None,
    data: Path | None,
) -> None:
    """Change AGREEMENT, an id of the list. What is not named stays."""
    chosen = None if status is None else AgreementStatus(status)
    changes = changes_of(text=text, owner=owner, due=due, status=chosen, outcome=outcome)
    if not changes:
        raise click.UsageError("Say what to change: --text, --owner, --due, --status, --outcome.")
    with opened(project, None, data) as at:
        listed = {a.id: a for a in at.workspace.store.agreements.all(at.assessment.project)}
        if agreement not in listed:
            raise NotFound("agreement", agreement)
        save_agreement(at.workspace, replace(listed[agreement], **changes))
    click.echo(f"Changed agreement {agreement}.")


def _as_json(found: Sequence[Agreement]) -> str:
    listed = [
        {
            "id": a.id,
            "assessment": a.assessment,
            "criterion": a.criterion,
            "text": a.text,
            "owner": a.owner,
            "due": a.due and a.due.isoformat(),
            "status": a.status,
            "outcome": a.outcome,
        }
        for a in found
    ]
    return json.dumps(listed, indent=1)


def _as_text(found: Sequence[Agreement]) -> str:
    if not found:
        return "There are no agreements."
    rows = [
        (a.id, a.criterion, a.status, str(a.due or "-"), printable(a.owner) or "-", _short(a.text))
        for a in found
    ]
    head = ("Id", "Criterion", "Status", "Due", "Owner", "What")
    return "\n".join(aligned([head, *rows], left=set(range(len(head)))))


def _short(text: str) -> str:
    words = printable(text)
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"
