"""Assessments with their choices and respondents, in one transaction each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import AssessmentClosed, NotFound, StaleWrite
from assessment.respondents import Respondent
from storage import tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.assessments, Assessment)
_CHOICE = versioned_rows.columns(tables.choices, Choice)
_RESPONDENT = versioned_rows.columns(tables.respondents, Respondent)


def of_project(connection: Connection, project_id: str) -> list[Assessment]:
    """Return the assessments of a project, the newest first."""
    table = tables.assessments
    query = select(*_COLUMNS).where(table.c.project == project_id)
    ordered = query.order_by(table.c.started_at.desc(), table.c.id)
    return [Assessment(*row) for row in connection.execute(ordered)]


def one(connection: Connection, assessment_id: str, *, held: bool = False) -> Assessment:
    """Return one assessment; `held`, it stays as it is until the end. Raises NotFound."""
    query = select(*_COLUMNS).where(tables.assessments.c.id == assessment_id)
    row = connection.execute(query.with_for_update(read=True) if held else query).first()
    if row is None:
        raise NotFound("assessment", assessment_id)
    return Assessment(*row)


def add(
    connection: Connection,
    assessment: Assessment,
    choices: Iterable[Choice],
    respondents: Iterable[Respondent],
    now: datetime,
) -> Assessment:
    """Insert an assessment with its choices and first respondents. Raises StaleWrite, NotFound."""
    versioned_rows.touch(connection, tables.projects, assessment.project, now)
    _hold_snapshot(connection, assessment.catalogue_hash)
    row = {**vars(assessment), "version": 0, "updated_at": now}
    if not versioned_rows.put(connection, tables.assessments, ("id",), row):
        return versioned_rows.agreed(one(connection, assessment.id), assessment)
    _insert_choices(connection, assessment.id, choices)
    add_respondents(connection, respondents, now)
    return replace(assessment, version=1)


def _hold_snapshot(connection: Connection, content_hash: str) -> None:
    table = tables.snapshots
    query = select(table.c.hash).where(table.c.hash == content_hash)
    held = query.with_for_update(read=True, key_share=True)
    if connection.execute(held).first() is None:
        raise NotFound("snapshot", content_hash)


def save(connection: Connection, assessment: Assessment, now: datetime) -> Assessment:
    """Update an assessment. Raises StaleWrite, NotFound."""
    row = {**vars(assessment), "updated_at": now}
    if assessment.version and versioned_rows.put(connection, tables.assessments, ("id",), row):
        return versioned_rows.written(assessment)
    return versioned_rows.agreed(one(connection, assessment.id), assessment)


def choices(connection: Connection, assessment_id: str) -> dict[str, Choice]:
    """Return the choices of an assessment by criterion."""
    query = select(*_CHOICE).where(tables.choices.c.assessment == assessment_id)
    found = [Choice(*row) for row in connection.execute(query)]
    return {choice.criterion: choice for choice in sorted(found, key=lambda c: c.criterion)}


def save_choices(
    connection: Connection, assessment_id: str, wanted: Iterable[Choice], now: datetime
) -> None:
    """Insert or overwrite the choices of these criteria. Raises NotFound, AssessmentClosed."""
    versioned_rows.touch(connection, tables.assessments, assessment_id, now)
    if one(connection, assessment_id).is_closed:
        raise AssessmentClosed(assessment_id)
    by_criterion = {choice.criterion: choice for choice in wanted}
    table = tables.choices
    connection.execute(
        delete(table).where(
            table.c.assessment == assessment_id, table.c.criterion.in_(by_criterion)
        )
    )
    _insert_choices(connection, assessment_id, by_criterion.values())


def _insert_choices(connection: Connection, assessment_id: str, wanted: Iterable[Choice]) -> None:
    new = ({**vars(choice), "assessment": assessment_id} for choice in wanted)
    versioned_rows.insert_all(connection, insert(tables.choices), new)


def respondents(connection: Connection, assessment_id: str) -> list[Respondent]:
    """Return the respondents of an assessment, by role and id."""
    query = select(*_RESPONDENT).where(tables.respondents.c.assessment == assessment_id)
    found = [Respondent(*row) for row in connection.execute(query)]
    return sorted(found, key=lambda r: (r.role, r.id))


def respondent(connection: Connection, respondent_id: str) -> Respondent:
    """Return one respondent. Raises NotFound."""
    query = select(*_RESPONDENT).where(tables.respondents.c.id == respondent_id)
    row = connection.execute(query).first()
    if row is None:
        raise NotFound("respondent", respondent_id)
    return Respondent(*row)


def add_respondents(connection: Connection, wanted: Iterable[Respondent], now: datetime) -> None:
    """Insert respondents. Raises NotFound, StaleWrite for an id that another respondent has."""
    new = list(wanted)
    names = sorted({respondent.assessment for respondent in new})
    for name in names:
        versioned_rows.touch(connection, tables.assessments, name, now)
    versioned_rows.insert_all(
        connection, versioned_rows.insert_new(connection, tables.respondents), map(vars, new)
    )
    stored = {r.id: r for name in names for r in respondents(connection, name)}
    for respondent in new:
        if stored.get(respondent.id) != respondent:
            raise StaleWrite(stored.get(respondent.id))
