"""Answers with their history, and what is counted from them."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from assessment.answers import Answer, checked
from assessment.errors import AssessmentClosed, InvitationClosed, NotFound, StaleWrite
from assessment.invitations import Invitation
from assessment.respondents import Respondent
from assessment.scoring.counts import CountTable
from assessment.store import CommentRow, RespondentAnswer
from storage import rate_limits, shared_rows, tables, versioned_rows
from storage.counting import count_tables, spoken
from storage.engine import Repository, reading, write_transaction, writing
from storage.files.erasing import erasing

_COLUMNS = versioned_rows.columns(tables.answers, Answer)
_RESPONDENT = versioned_rows.columns(tables.respondents, Respondent)
_INVITATION = versioned_rows.columns(tables.invitations, Invitation)
_KEY = ("respondent", "criterion")

# built once: these run on every tap
_ALL = select(*_COLUMNS).where(tables.answers.c.respondent == bindparam("respondent"))
_ONE = select(*_COLUMNS).where(
    tables.answers.c.respondent == bindparam("respondent"),
    tables.answers.c.criterion == bindparam("criterion"),
)
_WHO_ANSWERS = (
    select(*shared_rows.WHO_ANSWERS)
    .join_from(tables.respondents, tables.assessments)
    .outerjoin(tables.invitations, tables.respondents.c.invitation == tables.invitations.c.id)
    .where(tables.respondents.c.id == bindparam("respondent"))
    .with_for_update(read=True, of=tables.assessments)
)
_WITH_TOKEN_LOCKED = (
    select(tables.respondents.c.id)
    .where(
        tables.respondents.c.id == bindparam("respondent"),
        tables.respondents.c.token_hash == bindparam("holder"),
        tables.respondents.c.revoked_at.is_(None),
    )
    .with_for_update(key_share=True)
)
_CHANGE = insert(tables.answer_history)
START = (
    update(tables.respondents)
    .where(tables.respondents.c.id == bindparam("respondent"))
    .values(started_at=bindparam("now"))
)


class Answers(Repository):
    """Answers and their history."""

    @reading
    def all(self, connection: Connection, respondent_id: str) -> dict[str, Answer]:
        return _all(connection, respondent_id)

    @reading
    def get(self, connection: Connection, respondent_id: str, criterion: str) -> Answer:
        return _get(connection, respondent_id, criterion)

    @writing
    def save(
        self,
        connection: Connection,
        respondent_id: str,
        answer: Answer,
        *,
        most: int | None = None,
        holder: str | None = None,
    ) -> Answer:
        return _save(connection, respondent_id, answer, self.clock(), most=most, holder=holder)

    def save_all(
        self, respondent: Respondent, answers: Iterable[Answer], *, is_anonymous: bool = False
    ) -> list[Answer]:
        wanted = list(answers)  # made before others have to wait
        with write_transaction(self.engine) as connection:
            now = self.clock()
            shared_rows.add_respondents(connection, [respondent] if wanted else [], now)
            if wanted and is_anonymous:
                _check_first(connection, respondent)
            return [_save(connection, respondent.id, answer, now) for answer in wanted]

    def add(self, answers: Iterable[RespondentAnswer]) -> None:
        wanted = list(answers)  # made before others have to wait
        with write_transaction(self.engine) as connection:
            _add(connection, wanted, self.clock())

    @reading
    def counts(self, connection: Connection, assessment_ids: Sequence[str]) -> list[CountTable]:
        return count_tables.count_tables(connection, assessment_ids)

    @reading
    def participation(self, connection: Connection, assessment_id: str) -> dict[str, int]:
        return spoken.participation(connection, assessment_id)

    @reading
    def comments(self, connection: Connection, assessment_id: str) -> list[CommentRow]:
        return spoken.comments(connection, assessment_id)

    def erase(self, respondent_id: str, most: int) -> None:
        with erasing(self.engine) as connection:
            _erase(connection, respondent_id, most, self.clock())


def _all(connection: Connection, respondent_id: str) -> dict[str, Answer]:
    return by_criterion(connection.execute(_ALL, {"respondent": respondent_id}))


def by_criterion(rows: Iterable[Iterable[Any]]) -> dict[str, Answer]:
    """Return the answers that rows hold, by criterion and in that order."""
    answers = [Answer(*row) for row in rows]
    return {answer.criterion: answer for answer in sorted(answers, key=lambda a: a.criterion)}


def _get(connection: Connection, respondent_id: str, criterion: str) -> Answer:
    key = {"respondent": respondent_id, "criterion": criterion}
    row = connection.execute(_ONE, key).first()
    return Answer(criterion) if row is None else Answer(*row)


def _save(
    connection: Connection,
    respondent_id: str,
    answer: Answer,
    now: datetime,
    *,
    most: int | None = None,
    holder: str | None = None,
) -> Answer:
    respondent = who_answers(connection, respondent_id, now)
    if holder is not None:
        lock_token(connection, respondent_id, holder)
    wanted = checked(answer)
    if most is not None:
        rate_limits.count(connection, f"answer:{respondent_id}", most, now)
    if shared_rows.starts(respondent):
        connection.execute(START, {"respondent": respondent_id, "now": now})
    if not versioned_rows.write(
        connection, tables.answers, _KEY, answer_row(respondent, wanted, now)
    ):
        stored = _get(connection, respondent_id, answer.criterion)
        return versioned_rows.check_current(stored, wanted)
    connection.execute(_CHANGE, history_row(respondent, versioned_rows.next_version(wanted), now))
    return _get(connection, respondent_id, answer.criterion)  # re-read after writing


def who_answers(connection: Connection, respondent_id: str, now: datetime) -> Respondent:
    """Return a respondent who may answer; locks the assessment, so that it stays open."""
    row = connection.execute(_WHO_ANSWERS, {"respondent": respondent_id}).first()
    return shared_rows.who_may_answer(row, respondent_id, now)


def lock_token(connection: Connection, respondent_id: str, holder: str) -> None:
    """Lock the token of a respondent. Raises NotFound when it is not (any more) the one with this hash."""
    # nobody gives the respondent another token meanwhile, with which this answer could be read
    key = {"respondent": respondent_id, "holder": holder}
    if connection.execute(_WITH_TOKEN_LOCKED, key).first() is None:
        raise NotFound("respondent", respondent_id)


def _check_first(connection: Connection, respondent: Respondent) -> None:
    """Refuse an anonymous respondent that has answers, or that comes after levels were shown.

    Its assessment has to be locked. Raises StaleWrite, AssessmentClosed, InvitationClosed.
    """
    assessment = shared_rows.get_assessment(connection, respondent.assessment)
    if assessment.is_closed:
        raise AssessmentClosed(assessment.id)
    if not assessment.accepts_respondents:
        raise InvitationClosed(assessment.id)
    if _all(connection, respondent.id):
        raise StaleWrite(None)  # what it has is nobody's to compare


def answer_row(respondent: Respondent, answer: Answer, now: datetime) -> versioned_rows.Row:
    """Return the row of an answer."""
    return {
        **vars(answer),
        "respondent": respondent.id,
        "assessment": respondent.assessment,
        "role": respondent.role,
        "updated_at": now,
    }


def history_row(respondent: Respondent, answer: Answer, now: datetime) -> versioned_rows.Row:
    """Return the row that an answer leaves in the history."""
    return {**vars(answer), "respondent": respondent.id, "changed_at": now}


def _add(connection: Connection, answers: Sequence[RespondentAnswer], now: datetime) -> None:
    """Insert first answers. Raises NotFound, StaleWrite where another answer stands already."""
    wanted = [(a.respondent, replace(checked(a.answer), version=1)) for a in answers]
    stored = _stored(connection, {respondent.assessment for respondent, _ in wanted}, now)
    new = []
    for respondent, answer in wanted:
        if respondent not in stored:
            raise NotFound("respondent", respondent.id)
        present = stored[respondent].setdefault(answer.criterion, answer)
        if present is answer:
            new.append((respondent, answer))
        else:
            versioned_rows.check_current(present, answer)
    rows = (answer_row(*pair, now) for pair in new)
    versioned_rows.insert_all(connection, insert(tables.answers), rows)
    changes = (history_row(*pair, now) for pair in new)
    versioned_rows.insert_all(connection, _CHANGE, changes)
    for assessment in sorted({respondent.assessment for respondent, _ in new}):
        count_tables.follow(connection, assessment)


def _stored(
    connection: Connection, assessments: Iterable[str], now: datetime
) -> dict[Respondent, dict[str, Answer]]:
    """Return all answers of these assessments by respondent, and lock the assessments."""
    stored: dict[Respondent, dict[str, Answer]] = {}
    for assessment in sorted(assessments):
        versioned_rows.touch(connection, tables.assessments, assessment, now)
        stored |= {
            respondent: {} for respondent in shared_rows.all_respondents(connection, assessment)
        }
        for one in _answers(connection, assessment):
            stored[one.respondent][one.answer.criterion] = one.answer
    return stored


def answers_of(connection: Connection, assessment_id: str) -> list[RespondentAnswer]:
    """Return every answer of an assessment that leaves its pair, by respondent and criterion."""
    return _answers(connection, assessment_id, [spoken.kept_in_pair([assessment_id])])


def _answers(
    connection: Connection, assessment_id: str, without: Sequence[Select[tuple[str]]] = ()
) -> list[RespondentAnswer]:
    """Return the answers of an assessment but for those of these respondents."""
    respondents = tables.respondents
    query = (
        select(*_RESPONDENT, *_COLUMNS)
        .join_from(respondents, tables.answers)
        .where(
            respondents.c.assessment == assessment_id,
            *(respondents.c.id.not_in(some) for some in without),
        )
    )
    rows = (shared_rows.split_row(row, _RESPONDENT) for row in connection.execute(query))
    answers = [RespondentAnswer(Respondent(*who), Answer(*what)) for who, what in rows]
    return sorted(answers, key=lambda a: (a.respondent.id, a.answer.criterion))


def _erase(connection: Connection, respondent_id: str, most: int, now: datetime) -> None:
    respondent = shared_rows.get_respondent(connection, respondent_id)
    rate_limits.count(connection, f"delete:{respondent_id}", most, now)
    shared_rows.lock_invitation(connection, respondent, now)
    for table in (tables.answers, tables.answer_history, tables.judgements):
        connection.execute(delete(table).where(table.c.respondent == respondent_id))
    fresh = {"started_at": None, "finished_at": None, "shares": False}
    shared_rows.change_respondent(connection, respondent_id, fresh, while_open=True)
