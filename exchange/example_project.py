"""The example project: data beside the criteria, one click away and one click gone."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice, preset_choices
from assessment.errors import CatalogueError, Problem
from assessment.projects import Project
from assessment.respondents import Respondent
from assessment.scoring.counts import CountRow, CountTable, answer_bin
from assessment.scoring.movement import movements
from assessment.scoring.reader import score_table
from assessment.scoring.rules import THRESHOLD
from assessment.services.context import Workspace, requires
from assessment.services.outcome import Outcome
from assessment.store import RespondentAnswer
from exchange.answers_csv import Row
from exchange.example_file import (
    FOLDER,
    ExampleAgreement,
    ExampleAssessment,
    ExampleProject,
    catalogues_of,
    load_example,
)
from exchange.example_file import has_example as has_example
from exchange.session.example import add_example_session


@requires(Act.CREATE_PROJECT)
def add_example(workspace: Workspace, criteria: Path, language: str) -> Project:
    """Add the example project, written in `language`.

    Raises CatalogueError or AnswersFileError when the example itself is broken.
    """
    example, rows = load_example(criteria, workspace.catalogue)
    catalogues = catalogues_of(criteria, example, workspace.catalogue)
    now = workspace.now()
    project = workspace.store.projects.save(_project(workspace, example, language, now))
    ids = {a.id: workspace.new_id() for a in example.assessments}
    previous: str | None = None
    for part in example.assessments:
        catalogue = catalogues[part.id]
        workspace.store.snapshots.add(catalogue.content_hash, catalogue.snapshot)
        assessment = _assessment(catalogue, part, language, now)
        assessment = replace(assessment, id=ids[part.id], project=project.id, previous=previous)
        _write(
            workspace,
            assessment,
            catalogue,
            [r for r in rows if r.assessment == part.id],
            _notes(example, part, language),
        )
        previous = assessment.id
    for agreement in example.agreements:
        workspace.store.agreements.save(
            _agreement(workspace, agreement, project.id, ids, language, now)
        )
    add_example_session(workspace, criteria, project.id, language)
    return project


def _project(
    workspace: Workspace, example: ExampleProject, language: str, now: datetime
) -> Project:
    return Project(
        id=workspace.new_id(),
        name=example.name.in_language(language),
        created_at=now,
        kind=example.kind,
        target_group=example.target_group.in_language(language),
        minors=example.minors,
        stage=example.stage,
        size=example.size,
        region=example.region.in_language(language),
        start_year=now.year - example.years,
        languages=example.languages,
        contact=example.contact.in_language(language) if example.contact else "",
        is_example=True,
    )


def _assessment(
    catalogue: Catalogue, part: ExampleAssessment, language: str, now: datetime
) -> Assessment:
    closed = part.closed_days_ago
    return Assessment(
        id="",
        project="",
        name=part.name.in_language(language),
        catalogue=catalogue.id,
        catalogue_version=catalogue.version,
        catalogue_hash=catalogue.content_hash,
        profile=part.profile,
        ambition=part.ambition,
        started_at=now - timedelta(days=part.started_days_ago),
        closed_at=None if closed is None else now - timedelta(days=closed),
    )


def _notes(
    example: ExampleProject, part: ExampleAssessment, language: str
) -> dict[str, dict[str, str]]:
    fields = {"comment": "comment", "evidence": "evidence", "reason": "reason_text"}
    return {
        note.criterion: {
            field: text.in_language(language)
            for name, field in fields.items()
            if (text := getattr(note, name)) is not None
        }
        for note in example.notes
        if note.assessment == part.id
    }


def _write(
    workspace: Workspace,
    assessment: Assessment,
    catalogue: Catalogue,
    rows: list[Row],
    notes: dict[str, dict[str, str]],
) -> None:
    choices = _choices(catalogue, assessment)
    roles = {row.respondent: row.role for row in rows}
    respondents = {
        name: Respondent(workspace.new_id(), assessment.id, role) for name, role in roles.items()
    }
    workspace.store.assessments.add(assessment, choices.values(), respondents.values())
    workspace.store.answers.add(
        RespondentAnswer(respondents[row.respondent], _with_note(row, notes, catalogue))
        for row in rows
    )


def _choices(catalogue: Catalogue, assessment: Assessment) -> dict[str, Choice]:
    profile = catalogue.profile(assessment.profile)
    ambition = catalogue.ambition(assessment.ambition)
    if profile is None or ambition is None:
        text = f"there is no profile {assessment.profile} or ambition {assessment.ambition}."
        raise CatalogueError([Problem(f"{FOLDER}/project.yaml", 0, 0, text)])
    return preset_choices(catalogue, profile, ambition)


def _with_note(row: Row, notes: dict[str, dict[str, str]], catalogue: Catalogue) -> Answer:
    if not catalogue.role(row.role).asked_everything:
        return row.answer
    return replace(row.answer, **notes.get(row.answer.criterion, {}))  # type: ignore[arg-type]


def _agreement(
    workspace: Workspace,
    part: ExampleAgreement,
    project: str,
    ids: dict[str, str],
    language: str,
    now: datetime,
) -> Agreement:
    return Agreement(
        id=workspace.new_id(),
        project=project,
        assessment=ids[part.assessment],
        criterion=part.criterion,
        text=part.text.in_language(language),
        owner=part.owner.in_language(language),
        due=(now + timedelta(days=part.due_in_days)).date(),
        status=part.status,
        outcome=part.outcome.in_language(language) if part.outcome else "",
    )


def example_outcome(criteria: Path, catalogue: Catalogue, language: str, now: datetime) -> Outcome:
    """Return the figures of the newest assessment of the example and how they moved, without a store.

    Raises CatalogueError or AnswersFileError when the example itself is broken.
    """
    example, rows = load_example(criteria, catalogue)
    catalogues = catalogues_of(criteria, example, catalogue)
    outcomes = [
        _figures(
            catalogues[part.id],
            _assessment(catalogues[part.id], part, language, now),
            _counts(rows, part.id),
        )
        for part in example.assessments
    ]
    if len(outcomes) == 1:
        return outcomes[0]
    before, newest = outcomes[-2:]
    movement = movements(newest.result, newest.catalogue, before.result, before.catalogue)
    return replace(newest, movement=movement)


def _counts(rows: list[Row], assessment: str) -> list[CountRow]:
    counted = (
        (row, answer_bin(row.answer.state, row.answer.level))
        for row in rows
        if row.assessment == assessment
    )
    return [("", r.answer.criterion, r.role, bin_, 1) for r, bin_ in counted if bin_ is not None]


def _figures(catalogue: Catalogue, assessment: Assessment, counts: list[CountRow]) -> Outcome:
    choices = _choices(catalogue, assessment)
    table = CountTable.empty([assessment.id], catalogue.by_id, catalogue.role_ids)
    results = score_table(table.with_rows(counts), catalogue, choices, threshold=THRESHOLD)
    return Outcome(
        assessment=assessment,
        catalogue=catalogue,
        choices=choices,
        answers={},
        result=results[assessment.id],
        participation={},
        threshold=THRESHOLD,
    )
