"""Judgements: saved as answers are, read by nobody else before the assessment is closed."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from assessment.errors import NotFound
from assessment.judging.judgements import Judgement, checked_judgement
from assessment.judging.results import JudgementCount
from assessment.judging.store import NoteRow
from assessment.respondents import Respondent
from storage import rate_limits, shared_rows, tables, versioned_rows
from storage.answers import START, lock_token, who_answers
from storage.engine import Repository, reading, writing

_TABLE = tables.judgements
_COLUMNS = versioned_rows.columns(_TABLE, Judgement)
_KEY = ("respondent", "criterion")
_OF_RESPONDENT = select(*_COLUMNS).order_by(_TABLE.c.criterion)


class Judgements(Repository):
    """Judgements."""

    @reading
    def all(self, connection: Connection, respondent_id: str) -> dict[str, Judgement]:
        query = _OF_RESPONDENT.where(_TABLE.c.respondent == respondent_id)
        found = [Judgement(*row) for row in connection.execute(query)]
        return {judgement.criterion: judgement for judgement in found}

    @reading
    def get(self, connection: Connection, respondent_id: str, criterion: str) -> Judgement:
        return _get(connection, respondent_id, criterion)

    @writing
    def save(
        self,
        connection: Connection,
        respondent_id: str,
        judgement: Judgement,
        *,
        most: int,
        holder: str,
    ) -> Judgement:
        now = self.clock()
        respondent = who_answers(connection, respondent_id, now)
        lock_token(connection, respondent_id, holder)
        invitation = shared_rows.get_invitation(connection, str(respondent.invitation))
        if not invitation.to_judge:
            raise NotFound("card", judgement.criterion)
        wanted = checked_judgement(judgement)
        rate_limits.count(connection, f"answer:{respondent_id}", most, now)
        if shared_rows.starts(respondent):
            connection.execute(START, {"respondent": respondent_id, "now": now})
        is_written = versioned_rows.write(connection, _TABLE, _KEY, _row(respondent, wanted, now))
        stored = _get(connection, respondent_id, judgement.criterion)  # re-read after writing
        return stored if is_written else versioned_rows.check_current(stored, wanted)

    @reading
    def counts(self, connection: Connection, assessment_id: str) -> list[JudgementCount]:
        found = []
        for question in ("choice", "need"):
            chosen = _TABLE.c[question]
            groups = (_TABLE.c.criterion, _TABLE.c.role, chosen)
            query = _of_closed(assessment_id, *groups, func.count()).where(chosen != "")
            for criterion, role, choice, number in connection.execute(query.group_by(*groups)):
                found.append(JudgementCount(criterion, question, role, choice, number))
        return found

    @reading
    def notes(self, connection: Connection, assessment_id: str) -> list[NoteRow]:
        wanted = (_TABLE.c.criterion, _TABLE.c.role, _TABLE.c.note)
        query = _of_closed(assessment_id, *wanted).where(_TABLE.c.note != "")
        return sorted((c, role, note) for c, role, note in connection.execute(query))

    @reading
    def took_part(self, connection: Connection, assessment_id: str) -> dict[str, int]:
        people = func.count(_TABLE.c.respondent.distinct())
        query = _of_closed(assessment_id, _TABLE.c.role, people).where(_TABLE.c.choice != "")
        ordered = query.group_by(_TABLE.c.role).order_by(_TABLE.c.role)
        return {row.role: row[1] for row in connection.execute(ordered)}


def _get(connection: Connection, respondent_id: str, criterion: str) -> Judgement:
    is_it = _TABLE.c.respondent == respondent_id, _TABLE.c.criterion == criterion
    row = connection.execute(select(*_COLUMNS).where(*is_it)).first()
    return Judgement(criterion) if row is None else Judgement(*row)


def _row(respondent: Respondent, judgement: Judgement, now: datetime) -> versioned_rows.Row:
    return {
        **vars(judgement),
        "respondent": respondent.id,
        "assessment": respondent.assessment,
        "role": respondent.role,
        "updated_at": now,
    }


def _of_closed(assessment_id: str, *wanted: Any) -> Select[Any]:
    """Select from the judgements of an assessment; while it is open there are none to select."""
    closed = tables.assessments.c.closed_at.is_not(None)
    joined = _TABLE.join(tables.assessments, _TABLE.c.assessment == tables.assessments.c.id)
    return select(*wanted).select_from(joined).where(_TABLE.c.assessment == assessment_id, closed)
