"""Answers with their history and counts, in one transaction each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, exists, func, insert, or_, select, update

from assessment.answers import Answer, Change, checked
from assessment.errors import AssessmentClosed, InvitationClosed, NotFound, StaleWrite
from assessment.invitations import Invitation
from assessment.respondents import Respondent
from assessment.scoring.counts import answer_bin
from assessment.store import CommentRow, CountRow, RespondentAnswer
from storage import assessments, rate_limits, tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.answers, Answer)
_HISTORY = versioned_rows.columns(tables.answer_history, Answer)
_KEY = ("respondent", "criterion")

# built once: these run on every tap
_ALL = select(*_COLUMNS).where(tables.answers.c.respondent == bindparam("respondent"))
_ONE = select(*_COLUMNS).where(
    tables.answers.c.respondent == bindparam("respondent"),
    tables.answers.c.criterion == bindparam("criterion"),
)
_RESPONDENT = versioned_rows.columns(tables.respondents, Respondent)
_ROUND = versioned_rows.columns(tables.invitations, Invitation)
_SPEAKING = (
    select(
        *_RESPONDENT,
        *_ROUND,
        tables.assessments.c.closed_at.label("closed"),
        tables.assessments.c.published_at,
    )
    .join_from(tables.respondents, tables.assessments)
    .outerjoin(tables.invitations, tables.respondents.c.invitation == tables.invitations.c.id)
    .where(tables.respondents.c.id == bindparam("respondent"))
    .with_for_update(read=True, of=tables.assessments)
)
_HELD = (
    select(tables.respondents.c.id)
    .where(
        tables.respondents.c.id == bindparam("respondent"),
        tables.respondents.c.token_hash == bindparam("holder"),
        tables.respondents.c.revoked_at.is_(None),
    )
    .with_for_update(key_share=True)
)
_CHANGE = insert(tables.answer_history)
_START = (
    update(tables.respondents)
    .where(tables.respondents.c.id == bindparam("respondent"))
    .values(started_at=bindparam("now"))
)
_mate = tables.respondents.alias()


def _kept_back(assessment_ids: Sequence[str]) -> Select[tuple[str]]:
    """The respondents whose answers stay with their pair: both must share, and it must be closed."""
    table = tables.respondents
    one_keeps = exists().where(_mate.c.pair == table.c.pair, ~_mate.c.shares)
    return (
        select(table.c.id)
        .join_from(table, tables.assessments)
        .where(
            table.c.assessment.in_(assessment_ids),
            table.c.pair.is_not(None),
            or_(one_keeps, tables.assessments.c.closed_at.is_(None)),
        )
    )


def of_respondent(connection: Connection, respondent_id: str) -> dict[str, Answer]:
    """Return the answers and notes of one respondent by criterion."""
    found = [Answer(*row) for row in connection.execute(_ALL, {"respondent": respondent_id})]
    return {answer.criterion: answer for answer in sorted(found, key=lambda a: a.criterion)}


def one(connection: Connection, respondent_id: str, criterion: str) -> Answer:
    """Return one answer, an empty one if nothing was written yet."""
    place = {"respondent": respondent_id, "criterion": criterion}
    row = connection.execute(_ONE, place).first()
    return Answer(criterion) if row is None else Answer(*row)


def save(
    connection: Connection,
    respondent_id: str,
    answer: Answer,
    now: datetime,
    most: int | None,
    holder: str | None = None,
) -> Answer:
    """Write one answer. Raises StaleWrite, NotFound, AssessmentClosed, InvitationClosed, TooOften."""
    respondent = _speaking(connection, respondent_id, now)
    if holder is not None:
        _check_held(connection, respondent_id, holder)
    wanted = checked(answer)
    if most is not None:
        rate_limits.count(connection, f"answer:{respondent_id}", most, now)
    if respondent.invitation is not None and respondent.started_at is None:
        connection.execute(_START, {"respondent": respondent_id, "now": now})
    if not versioned_rows.put(connection, tables.answers, _KEY, _row(respondent, wanted, now)):
        return versioned_rows.agreed(one(connection, respondent_id, answer.criterion), wanted)
    connection.execute(_CHANGE, _change(respondent, versioned_rows.written(wanted), now))
    return one(connection, respondent_id, answer.criterion)  # re-read after writing


def check_first(connection: Connection, respondent: Respondent) -> None:
    """Refuse an anonymous voice that has answers, or that comes after such voices were shown.

    Its assessment has to be held. Raises StaleWrite, AssessmentClosed, InvitationClosed.
    """
    present = assessments.one(connection, respondent.assessment)
    if present.is_closed:
        raise AssessmentClosed(present.id)
    if not present.accepts_respondents:
        raise InvitationClosed(present.id)
    if of_respondent(connection, respondent.id):
        raise StaleWrite(None)  # what it has is nobody's to compare


def _check_held(connection: Connection, respondent_id: str, holder: str) -> None:
    # until the end nobody gives the respondent another token, who could then read this answer
    place = {"respondent": respondent_id, "holder": holder}
    if connection.execute(_HELD, place).first() is None:
        raise NotFound("respondent", respondent_id)


def _speaking(connection: Connection, respondent_id: str, now: datetime) -> Respondent:
    """Return a respondent who may answer; the assessment stays open until the end."""
    row = connection.execute(_SPEAKING, {"respondent": respondent_id}).first()
    if row is None:
        raise NotFound("respondent", respondent_id)
    respondent = Respondent(*row[: len(_RESPONDENT)])
    if row.closed is not None:
        raise AssessmentClosed(respondent.assessment)
    if respondent.invitation is not None:
        invitation = Invitation(*row[len(_RESPONDENT) : -2])
        if invitation.why_not(accepts_respondents=row.published_at is None, now=now) is not None:
            raise InvitationClosed(invitation.id)
    return respondent


def _row(respondent: Respondent, answer: Answer, now: datetime) -> versioned_rows.Row:
    place = {
        "respondent": respondent.id,
        "assessment": respondent.assessment,
        "role": respondent.role,
    }
    return {**vars(answer), **place, "updated_at": now}


def _change(respondent: Respondent, answer: Answer, now: datetime) -> versioned_rows.Row:
    return {**vars(answer), "respondent": respondent.id, "changed_at": now}


def add(
    connection: Connection, respondent_answers: Sequence[RespondentAnswer], now: datetime
) -> None:
    """Insert first answers. Raises NotFound, StaleWrite where another answer stands already."""
    wanted = [(s.respondent, replace(checked(s.answer), version=1)) for s in respondent_answers]
    stored = _stored(connection, {respondent.assessment for respondent, _ in wanted}, now)
    new = []
    for respondent, answer in wanted:
        if respondent not in stored:
            raise NotFound("respondent", respondent.id)
        present = stored[respondent].setdefault(answer.criterion, answer)
        if present is answer:
            new.append((respondent, answer))
        else:
            versioned_rows.agreed(present, answer)
    versioned_rows.insert_all(
        connection, insert(tables.answers), (_row(*pair, now) for pair in new)
    )
    changes = (_change(*pair, now) for pair in new)
    versioned_rows.insert_all(connection, insert(tables.answer_history), changes)


def _stored(
    connection: Connection, names: Iterable[str], now: datetime
) -> dict[Respondent, dict[str, Answer]]:
    """Return all answers of these assessments by voice, and keep others off them."""
    stored: dict[Respondent, dict[str, Answer]] = {}
    for name in sorted(names):
        versioned_rows.touch(connection, tables.assessments, name, now)
        stored |= {respondent: {} for respondent in assessments.respondents(connection, name)}
        for respondent_answers in of_assessment(connection, name):
            stored[respondent_answers.respondent][respondent_answers.answer.criterion] = (
                respondent_answers.answer
            )
    return stored


def of_assessment(connection: Connection, assessment_id: str) -> list[RespondentAnswer]:
    """Return every answer of an assessment, by respondent and criterion."""
    query = (
        select(*_RESPONDENT, *_COLUMNS)
        .join_from(tables.respondents, tables.answers)
        .where(
            tables.respondents.c.assessment == assessment_id,
            tables.respondents.c.id.not_in(_kept_back([assessment_id])),
        )
    )
    found = [
        RespondentAnswer(Respondent(*row[: len(_RESPONDENT)]), Answer(*row[len(_RESPONDENT) :]))
        for row in connection.execute(query)
    ]
    return sorted(found, key=lambda s: (s.respondent.id, s.answer.criterion))


def history(connection: Connection, respondent_id: str, criterion: str) -> list[Change]:
    """Return what was written on one criterion, oldest first."""
    table = tables.answer_history
    is_it = table.c.respondent == respondent_id, table.c.criterion == criterion
    query = select(table.c.changed_at, *_HISTORY).where(*is_it).order_by(table.c.number)
    return [Change(Answer(*row[1:]), row.changed_at) for row in connection.execute(query)]


def counts(connection: Connection, assessment_ids: Sequence[str]) -> list[CountRow]:
    """Count the answers of assessments by criterion, role and bin."""
    table = tables.answers
    groups = [table.c[n] for n in ("assessment", "criterion", "role", "state", "level")]
    chosen = (
        table.c.assessment.in_(assessment_ids),
        table.c.respondent.not_in(_kept_back(assessment_ids)),
    )
    query = select(*groups).add_columns(func.count()).where(*chosen).group_by(*groups)
    return [
        (assessment, criterion, role, bin_, number)
        for assessment, criterion, role, state, level, number in connection.execute(query)
        if (bin_ := answer_bin(state, level)) is not None
    ]


def participation(connection: Connection, assessment_id: str) -> dict[str, int]:
    """Return how many respondents gave any answer, by role."""
    table = tables.answers
    query = (
        select(table.c.role, func.count(table.c.respondent.distinct()))
        .where(
            table.c.assessment == assessment_id,
            table.c.state.is_not(None),
            table.c.respondent.not_in(_kept_back([assessment_id])),
        )
        .group_by(table.c.role)
        .order_by(table.c.role)
    )
    return {row.role: row[1] for row in connection.execute(query)}


def comments(connection: Connection, assessment_id: str) -> list[CommentRow]:
    """Return all comments of an assessment, without who gave them."""
    table = tables.answers
    query = select(table.c.criterion, table.c.role, table.c.comment).where(
        table.c.assessment == assessment_id,
        table.c.comment != "",
        table.c.respondent.not_in(_kept_back([assessment_id])),
    )
    return sorted((c, role, comment) for c, role, comment in connection.execute(query))
