"""Assessments of a project: list them, begin the next one, change its name or its preset."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import click

from assessment.assessments import Assessment, is_soon
from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.text_file import printable
from assessment.projects import Project
from assessment.services import assessments as service
from assessment.services.context import Workspace
from commands.assessment.opened import Opened, of_assessment
from commands.common import (
    Failure,
    aligned,
    confirm,
    data_option,
    format_option,
    settings,
    yes_option,
)
from commands.database import check_present, open_store, open_workspace
from commands.lookup import project_of
from locales import SOURCE, translator
from reports.wording import next_assessment as wording

profile_option = click.option("--profile", help="Which questions: one of `profiles`.")
ambition_option = click.option("--ambition", help="How high you aim, such as floor.")


@click.group()
def assessments() -> None:
    """Begin an assessment of PROJECT (its id or its exact name), or change one."""


@assessments.command("list")
@click.argument("project")
@format_option
@data_option
def list_assessments(project: str, form: str, data: Path | None) -> None:
    """List the assessments of PROJECT, the newest first."""
    given = settings(data=data)
    check_present(given)
    with open_store(given) as store:
        found = store.assessments.all(project_of(store, project).id)
    click.echo(_as_json(found) if form == "json" else _as_text(found))


@assessments.command("new")
@click.argument("project")
@click.option("--name", help="Its name; default: with the year, in the language of the settings.")
@profile_option
@ambition_option
@click.option("--catalogue", help="Of a first assessment: which criteria, when there are several.")
@data_option
def new(
    project: str,
    name: str | None,
    profile: str | None,
    ambition: str | None,
    catalogue: str | None,
    data: Path | None,
) -> None:
    """Begin an assessment of PROJECT.

    The first one has the shortest questionnaire and the lowest ambition, unless others are named. A
    next one has the same questions and targets as the last, unless --profile or --ambition sets them
    anew. Answer it with `offline make` and `offline read`.
    """
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        found = project_of(workspace.store, project)
        earlier = workspace.store.assessments.all(found.id)
        asked = _catalogue(workspace, found, earlier, catalogue)
        proposed, aim = service.proposed_preset(asked, next(iter(earlier), None))
        taken = {assessment.name for assessment in earlier}
        t = translator(given.first_language)
        started = service.start_assessment(
            workspace,
            found.id,
            name=name or wording.new_name(workspace.now(), taken, t),
            profile=_profile(asked, profile) or proposed.id,
            ambition=_ambition(asked, ambition) or aim.id,
            catalogue_id=asked.id,
        )
        if earlier and profile is None and ambition is None:
            service.continue_choices(workspace, started)
        _warn(earlier[:1], workspace.now())
    click.echo(f"Started '{printable(started.name)}' as {started.id}.")


@assessments.command("change")
@of_assessment
@click.option("--name", help="Another name.")
@profile_option
@ambition_option
@yes_option
def change(
    at: Opened, name: str | None, profile: str | None, ambition: str | None, yes: bool
) -> None:
    """Change the name of an assessment, or replace what counts, how heavy and how high.

    Answers and reasons stay. What is not named stays.
    """
    if not (name or profile or ambition):
        raise click.UsageError("Say what to change: --name, --profile, --ambition.")
    catalogue, present = at.workspace.catalogue_of(at.assessment), at.assessment
    if profile or ambition:
        wanted = _profile(catalogue, profile) or present.profile
        aim = _ambition(catalogue, ambition) or present.ambition
        changes = service.preset_changes(at.workspace, present, wanted, aim)
        if changes:
            confirm(f"This replaces what you chose for {len(changes)} criteria.", yes=yes)
        present = service.apply_preset(at.workspace, present, wanted, aim)
    changed = service.rename_assessment(at.workspace, present, name or "")
    click.echo(f"Changed '{printable(changed.name)}'.")


def _warn(last: Sequence[Assessment], now: datetime) -> None:
    """Print on stderr what the screen says of the last assessment."""
    t = translator(SOURCE)
    for assessment in last:
        if not assessment.is_closed:
            click.echo(wording.still_open(printable(assessment.name), t), err=True)
        if is_soon(assessment, now):
            click.echo(wording.newcomer(t), err=True)


def _catalogue(
    workspace: Workspace, project: Project, earlier: Sequence[Assessment], wanted: str | None
) -> Catalogue:
    """Return the catalogue of a new assessment: a project goes on with the one it began with."""
    goes_on = workspace.catalogue_for(project.id)
    if wanted is None:
        return goes_on
    known = [goes_on] if earlier else workspace.catalogues
    _check_known("catalogue", wanted, (catalogue.id for catalogue in known))
    return workspace.catalogue_named(wanted)


def _profile(catalogue: Catalogue, wanted: str | None) -> str | None:
    if wanted is not None:
        _check_known("profile", wanted, (profile.id for profile in catalogue.audit_profiles))
    return wanted


def _ambition(catalogue: Catalogue, wanted: str | None) -> str | None:
    if wanted is not None:
        _check_known("ambition", wanted, (ambition.id for ambition in catalogue.ambitions))
    return wanted


def _check_known(kind: str, wanted: str, known: Iterable[str]) -> None:
    """Raise Failure for what cannot be chosen in this project, with what can."""
    listed = list(known)
    if wanted not in listed:
        text = f"There is no {kind} '{printable(wanted)}' for this project."
        raise Failure(f"{text} Choose one of: {', '.join(listed)}.")


def _state(assessment: Assessment) -> str:
    return "closed" if assessment.is_closed else "open"


def _as_json(found: Sequence[Assessment]) -> str:
    listed = [
        {
            "id": a.id,
            "name": a.name,
            "state": _state(a),
            "catalogue": a.catalogue,
            "version": a.catalogue_version,
            "profile": a.profile,
            "ambition": a.ambition,
            "started_at": a.started_at.isoformat(),
        }
        for a in found
    ]
    return json.dumps(listed, indent=1)


def _as_text(found: Sequence[Assessment]) -> str:
    if not found:
        return "There are no assessments."
    head = ("Id", "Name", "State", "Questions", "Ambition", "Started")
    rows = [
        (a.id, printable(a.name), _state(a), a.profile, a.ambition, f"{a.started_at:%Y-%m-%d}")
        for a in found
    ]
    return "\n".join(aligned([head, *rows], left=set(range(len(head)))))
