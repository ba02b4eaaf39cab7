"""Read and save the answers of one respondent, as every tap does."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Engine

from assessment.answers import Answer, checked
from assessment.errors import NotFound, StaleWrite, TooOften
from assessment.respondents import Respondent
from storage import tables, versioned_rows
from storage.answers import (
    Answers,
    answer_row,
    by_criterion,
    history_row,
)
from storage.direct.driver import Driver, Statement, Transaction
from storage.engine import Clock
from storage.rate_limits import minute_of
from storage.shared_rows import WHO_ANSWERS, starts, who_may_answer

_ANSWERS, _RESPONDENTS, _LIMITS = tables.answers.c, tables.respondents.c, tables.rate_limits.c
_ANSWER = versioned_rows.columns(tables.answers, Answer)
_BUCKET = {"bucket": _LIMITS.bucket, "minute": _LIMITS.minute}

_ALL = Statement(
    "SELECT {gives} FROM answers WHERE respondent = :respondent",
    takes={"respondent": _ANSWERS.respondent},
    gives=_ANSWER,
)
_ONE = Statement(
    "SELECT {gives} FROM answers WHERE respondent = :respondent AND criterion = :criterion",
    takes={"respondent": _ANSWERS.respondent, "criterion": _ANSWERS.criterion},
    gives=_ANSWER,
)
_WHO_ANSWERS = Statement(
    """
    SELECT {gives} FROM respondents
    JOIN assessments ON respondents.assessment = assessments.id
    LEFT JOIN invitations ON respondents.invitation = invitations.id
    WHERE respondents.id = :respondent
    FOR SHARE OF assessments
    """,
    takes={"respondent": _RESPONDENTS.id},
    gives=WHO_ANSWERS,
)
_WITH_TOKEN_LOCKED = Statement(
    """
    SELECT id FROM respondents
    WHERE id = :respondent AND token_hash = :holder AND revoked_at IS NULL
    FOR KEY SHARE
    """,
    takes={"respondent": _RESPONDENTS.id, "holder": _RESPONDENTS.token_hash},
)
_START = Statement(
    "UPDATE respondents SET started_at = :now WHERE id = :respondent",
    takes={"now": _RESPONDENTS.started_at, "respondent": _RESPONDENTS.id},
)
_INSERT = Statement(
    """
    INSERT INTO answers (respondent, criterion, state, level, reason, reason_text, comment,
      evidence, marked, version, assessment, role, updated_at)
    VALUES (:respondent, :criterion, :state, :level, :reason, :reason_text, :comment,
      :evidence, :marked, :version, :assessment, :role, :updated_at)
    ON CONFLICT DO NOTHING
    """,
    takes=dict(_ANSWERS),
)
_UPDATE = Statement(
    """
    UPDATE answers SET state = :state, level = :level, reason = :reason, reason_text = :reason_text,
      comment = :comment, evidence = :evidence, marked = :marked, version = :version,
      updated_at = :updated_at
    WHERE respondent = :respondent AND criterion = :criterion AND version = :version - 1
    """,
    takes=dict(_ANSWERS),
)
_CHANGE = Statement(
    """
    INSERT INTO answer_history (respondent, criterion, state, level, reason, reason_text, comment,
      evidence, marked, version, changed_at)
    VALUES (:respondent, :criterion, :state, :level, :reason, :reason_text, :comment,
      :evidence, :marked, :version, :changed_at)
    """,
    takes={name: column for name, column in tables.answer_history.c.items() if name != "number"},
)
_ADD_ONE = Statement(
    """
    UPDATE rate_limits SET count = count + 1 WHERE bucket = :bucket AND minute = :minute
    RETURNING count
    """,
    takes=_BUCKET,
)
# but for those that somebody else is about to erase: nobody waits for a count that is over
_FORGET_OLD = Statement(
    """
    DELETE FROM rate_limits WHERE (bucket, minute) IN
      (SELECT bucket, minute FROM rate_limits WHERE minute < :minute FOR UPDATE SKIP LOCKED)
    """,
    takes={"minute": _LIMITS.minute},
)
_FIRST = Statement(
    "INSERT INTO rate_limits (bucket, minute, count) VALUES (:bucket, :minute, 1) ON CONFLICT DO NOTHING",
    takes=_BUCKET,
)


class DirectAnswers(Answers):
    """Answers, of which those of one respondent are read and saved without a detour."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._driver = Driver(engine)

    def all(self, respondent_id: str) -> dict[str, Answer]:
        with self._driver.reading() as transaction:
            return by_criterion(transaction.all(_ALL, respondent=respondent_id))

    def get(self, respondent_id: str, criterion: str) -> Answer:
        with self._driver.reading() as transaction:
            return _get(transaction, respondent_id, criterion)

    def save(
        self,
        respondent_id: str,
        answer: Answer,
        *,
        most: int | None = None,
        holder: str | None = None,
    ) -> Answer:
        with self._driver.writing() as transaction:
            now = self.clock()
            respondent = _open(transaction, respondent_id, holder, now)
            return _save(transaction, respondent, answer, most, now)

    def save_each(
        self, respondent_id: str, answers: Iterable[Answer], *, most: int, holder: str | None
    ) -> list[Answer | StaleWrite[Answer]]:
        wanted = list(answers)  # made before others have to wait
        with self._driver.writing() as transaction:
            now = self.clock()
            respondent = _open(transaction, respondent_id, holder, now)
            return [_save_or_stale(transaction, respondent, one, most, now) for one in wanted]


def _open(
    transaction: Transaction, respondent_id: str, holder: str | None, now: datetime
) -> Respondent:
    """Return a respondent who may answer, with the assessment and the token locked."""
    row = transaction.one(_WHO_ANSWERS, respondent=respondent_id)
    respondent = who_may_answer(row, respondent_id, now)
    if holder is not None:
        _lock_token(transaction, respondent_id, holder)
    return respondent


def _save(
    transaction: Transaction,
    respondent: Respondent,
    answer: Answer,
    most: int | None,
    now: datetime,
) -> Answer:
    wanted = checked(answer)
    if most is not None:
        _count(transaction, f"answer:{respondent.id}", most, now)
    if starts(respondent):
        transaction.change(_START, now=now, respondent=respondent.id)
    return _write(transaction, respondent, wanted, now)


def _save_or_stale(
    transaction: Transaction, respondent: Respondent, answer: Answer, most: int, now: datetime
) -> Answer | StaleWrite[Answer]:
    try:
        return _save(transaction, respondent, answer, most, now)
    except StaleWrite as stale:
        return stale


def _get(transaction: Transaction, respondent_id: str, criterion: str) -> Answer:
    row = transaction.one(_ONE, respondent=respondent_id, criterion=criterion)
    return Answer(criterion) if row is None else Answer(*row)


def _lock_token(transaction: Transaction, respondent_id: str, holder: str) -> None:
    if transaction.one(_WITH_TOKEN_LOCKED, respondent=respondent_id, holder=holder) is None:
        raise NotFound("respondent", respondent_id)


def _count(transaction: Transaction, bucket: str, most: int, now: datetime) -> None:
    minute = minute_of(now)
    row = transaction.one(_ADD_ONE, bucket=bucket, minute=minute)
    if row is None:
        transaction.change(_FORGET_OLD, minute=minute)
        transaction.change(_FIRST, bucket=bucket, minute=minute)
    elif row[0] > most:
        raise TooOften(bucket)


def _write(
    transaction: Transaction, respondent: Respondent, wanted: Answer, now: datetime
) -> Answer:
    """Write an answer at the next version with its history, and return what stands there then."""
    written = versioned_rows.next_version(wanted)
    statement = _INSERT if wanted.version == 0 else _UPDATE
    is_written = transaction.change(statement, **answer_row(respondent, written, now)) == 1
    if is_written:
        transaction.change(_CHANGE, **history_row(respondent, written, now))
    stored = _get(transaction, respondent.id, wanted.criterion)  # re-read after writing
    return stored if is_written else versioned_rows.check_current(stored, wanted)
