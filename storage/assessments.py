"""Assessments, and what each asks per criterion."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import AssessmentClosed, NotFound
from assessment.respondents import Respondent
from storage import shared_rows, tables, versioned_rows
from storage.counting import count_tables
from storage.engine import Repository, reading, writing

_COLUMNS = versioned_rows.columns(tables.assessments, Assessment)
_CHOICE = versioned_rows.columns(tables.choices, Choice)


class Assessments(Repository):
    """Assessments."""

    @reading
    def all(self, connection: Connection, project_id: str) -> list[Assessment]:
        table = tables.assessments
        query = select(*_COLUMNS).where(table.c.project == project_id)
        ordered = query.order_by(table.c.started_at.desc(), table.c.id)
        return [Assessment(*row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, assessment_id: str) -> Assessment:
        return shared_rows.get_assessment(connection, assessment_id)

    @writing
    def add(
        self,
        connection: Connection,
        assessment: Assessment,
        choices: Iterable[Choice],
        respondents: Iterable[Respondent],
    ) -> Assessment:
        now = self.clock()
        versioned_rows.touch(connection, tables.projects, assessment.project, now)
        _lock_snapshot(connection, assessment.catalogue_hash)
        row = {**vars(assessment), "version": 0, "updated_at": now}
        if not versioned_rows.write(connection, tables.assessments, ("id",), row):
            stored = shared_rows.get_assessment(connection, assessment.id)
            return versioned_rows.check_current(stored, assessment)
        _insert_choices(connection, assessment.id, choices)
        shared_rows.add_respondents(connection, respondents, now)
        count_tables.follow(connection, assessment.id)
        return replace(assessment, version=1)

    @writing
    def save(self, connection: Connection, assessment: Assessment) -> Assessment:
        present = _promised(connection, assessment)
        row = {**vars(present), "updated_at": self.clock()}
        if assessment.version and versioned_rows.write(
            connection, tables.assessments, ("id",), row
        ):
            if count_tables.are_kept(connection, present.id) != present.is_closed:
                count_tables.follow(connection, present.id)
            return versioned_rows.next_version(present)
        stored = shared_rows.get_assessment(connection, assessment.id)
        return versioned_rows.check_current(stored, present)


def _promised(connection: Connection, assessment: Assessment) -> Assessment:
    """Return an assessment with the threshold that stands there, if that is higher.

    Links promise it without a new version, so whoever read the assessment before may not know it.
    """
    table = tables.assessments
    query = select(table.c.threshold).where(table.c.id == assessment.id).with_for_update()
    stored = connection.execute(query).scalar()
    if stored is None or (assessment.threshold or 0) >= stored:
        return assessment
    return replace(assessment, threshold=stored)


def _lock_snapshot(connection: Connection, content_hash: str) -> None:
    table = tables.snapshots
    query = select(table.c.hash).where(table.c.hash == content_hash)
    locked = query.with_for_update(read=True, key_share=True)
    if connection.execute(locked).first() is None:
        raise NotFound("snapshot", content_hash)


class Choices(Repository):
    """What an assessment asks, per criterion."""

    @reading
    def get(self, connection: Connection, assessment_id: str) -> dict[str, Choice]:
        return _choices(connection, [assessment_id])[assessment_id]

    @reading
    def of(
        self, connection: Connection, assessment_ids: Sequence[str]
    ) -> dict[str, dict[str, Choice]]:
        return _choices(connection, assessment_ids)

    @writing
    def save(self, connection: Connection, assessment_id: str, choices: Iterable[Choice]) -> None:
        versioned_rows.touch(connection, tables.assessments, assessment_id, self.clock())
        if shared_rows.get_assessment(connection, assessment_id).is_closed:
            raise AssessmentClosed(assessment_id)
        by_criterion = {choice.criterion: choice for choice in choices}
        table = tables.choices
        connection.execute(
            delete(table).where(
                table.c.assessment == assessment_id, table.c.criterion.in_(by_criterion)
            )
        )
        _insert_choices(connection, assessment_id, by_criterion.values())


def _choices(connection: Connection, assessment_ids: Sequence[str]) -> dict[str, dict[str, Choice]]:
    table = tables.choices
    query = select(table.c.assessment, *_CHOICE).where(table.c.assessment.in_(assessment_ids))
    found: dict[str, dict[str, Choice]] = {name: {} for name in assessment_ids}
    known: dict[tuple[Any, ...], Choice] = {}  # most assessments make the same choices
    for row in connection.execute(query):
        fields = row[1:]
        choice = known.get(fields)
        if choice is None:
            choice = known[fields] = Choice(*fields)
        found[row[0]][choice.criterion] = choice
    return {name: dict(sorted(chosen.items())) for name, chosen in found.items()}


def _insert_choices(connection: Connection, assessment_id: str, choices: Iterable[Choice]) -> None:
    rows = ({**vars(choice), "assessment": assessment_id} for choice in choices)
    versioned_rows.insert_all(connection, insert(tables.choices), rows)
