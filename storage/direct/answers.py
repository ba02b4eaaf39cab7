"""Read and save the answers of one respondent, as every tap does."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Engine

from assessment.answers import Answer, checked
from assessment.errors import NotFound, StaleWrite, TooOften
from assessment.respondents import Respondent
from storage import tables, versioned_rows
from storage.answers import (
    Answers,
    answer_row,
    by_criterion,
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
    FOR SHARE OF assessments FOR KEY SHARE OF respondents
    """,
    takes={"respondent": _RESPONDENTS.id},
    gives=WHO_ANSWERS,
)
_START = Statement(
    "UPDATE respondents SET started_at = :now WHERE id = :respondent",
    takes={"now": _RESPONDENTS.started_at, "respondent": _RESPONDENTS.id},
)
_UPDATE = Statement(
    """
    UPDATE answers SET state = :state, level = :level, reason = :reason, reason_text = :reason_text,
      comment = :comment, evidence = :evidence, marked = :marked, version = :version,
      updated_at = :updated_at
    WHERE respondent = :respondent AND criterion = :criterion AND version = :version - 1
    RETURNING {gives}
    """,
    takes=dict(_ANSWERS),
    gives=_ANSWER,
)
# of an answer, what differs from one to the next in the same post
_OWN = tuple(field.name for field in fields(Answer) if field.name != "version")
_SHARED = ("respondent", "version", "assessment", "role", "updated_at")


_ADD = Statement(
    """
    UPDATE rate_limits SET count = count + :number WHERE bucket = :bucket AND minute = :minute
    RETURNING count
    """,
    takes={**_BUCKET, "number": _LIMITS.count},
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
    """
    INSERT INTO rate_limits (bucket, minute, count) VALUES (:bucket, :minute, :number)
    ON CONFLICT DO NOTHING
    """,
    takes={**_BUCKET, "number": _LIMITS.count},
)


@lru_cache
def _insert_of(number: int) -> Statement:
    """Return the insert of so many new answers of one respondent, built once."""
    rows = ", ".join(
        f"({', '.join(f':{name}_{row}' for name in _OWN)}, {', '.join(f':{name}' for name in _SHARED)})"
        for row in range(number)
    )
    return Statement(
        f"INSERT INTO answers ({', '.join(_OWN + _SHARED)}) VALUES {rows} "  # noqa: S608 (names of columns)
        "ON CONFLICT DO NOTHING RETURNING {gives}",
        takes={
            **{name: _ANSWERS[name] for name in _SHARED},
            **{f"{name}_{row}": _ANSWERS[name] for name in _OWN for row in range(number)},
        },
        gives=_ANSWER,
    )


@lru_cache
def _history_of(number: int) -> Statement:
    """Return the statement that keeps so many answers of one respondent in the history, built once."""
    columns = ", ".join((*_OWN, "version", "respondent"))
    names = [f"criterion_{row}" for row in range(number)]
    listed = ", ".join(f":{name}" for name in names)
    return Statement(
        f"INSERT INTO answer_history ({columns}, changed_at) "  # noqa: S608 (names of columns)
        f"SELECT {columns}, updated_at FROM answers "
        f"WHERE respondent = :respondent AND criterion IN ({listed})",
        takes={"respondent": _ANSWERS.respondent, **dict.fromkeys(names, _ANSWERS.criterion)},
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
            (saved,) = _save_each(transaction, respondent, [answer], most, now)
            if isinstance(saved, StaleWrite):
                raise saved
            return saved

    def save_each(
        self, respondent_id: str, answers: Iterable[Answer], *, most: int, holder: str | None
    ) -> list[Answer | StaleWrite[Answer]]:
        wanted = list(answers)  # made before others have to wait
        with self._driver.writing() as transaction:
            now = self.clock()
            respondent = _open(transaction, respondent_id, holder, now)
            return _save_each(transaction, respondent, wanted, most, now)


def _open(
    transaction: Transaction, respondent_id: str, holder: str | None, now: datetime
) -> Respondent:
    """Return a respondent who may answer, with the assessment and the token locked."""
    row = transaction.one(_WHO_ANSWERS, respondent=respondent_id)
    respondent = who_may_answer(row, respondent_id, now)
    is_other = respondent.token_hash != holder or respondent.revoked_at is not None
    if holder is not None and is_other:
        raise NotFound("respondent", respondent_id)
    return respondent


def _save_each(
    transaction: Transaction,
    respondent: Respondent,
    answers: Sequence[Answer],
    most: int | None,
    now: datetime,
) -> list[Answer | StaleWrite[Answer]]:
    """Write answers; return of each what the database holds then, or that it is stale."""
    wanted = [checked(answer) for answer in answers]
    if most is not None and wanted:
        _count(transaction, f"answer:{respondent.id}", len(wanted), most, now)
    if starts(respondent) and wanted:
        transaction.change(_START, now=now, respondent=respondent.id)
    if any(one.version for one in wanted):
        return [_write(transaction, respondent, one, now) for one in wanted]
    return _insert(transaction, respondent, wanted, now)


def _get(transaction: Transaction, respondent_id: str, criterion: str) -> Answer:
    row = transaction.one(_ONE, respondent=respondent_id, criterion=criterion)
    return Answer(criterion) if row is None else Answer(*row)


def _count(transaction: Transaction, bucket: str, number: int, most: int, now: datetime) -> None:
    key = {"bucket": bucket, "minute": minute_of(now)}
    row = transaction.one(_ADD, number=number, **key)
    if row is None:
        transaction.change(_FORGET_OLD, minute=key["minute"])
        transaction.change(_FIRST, number=number, **key)
    if (number if row is None else row[0]) > most:
        raise TooOften(bucket)


def _write(
    transaction: Transaction, respondent: Respondent, wanted: Answer, now: datetime
) -> Answer | StaleWrite[Answer]:
    """Write an answer at the next version with its history; return what the database holds then."""
    if wanted.version == 0:
        return _insert(transaction, respondent, [wanted], now)[0]
    written = versioned_rows.next_version(wanted)
    row = transaction.one(_UPDATE, **answer_row(respondent, written, now))
    if row is None:
        return _as_stored(transaction, respondent, wanted)
    _keep(transaction, respondent, [wanted.criterion])
    return Answer(*row)


def _insert(
    transaction: Transaction, respondent: Respondent, wanted: Sequence[Answer], now: datetime
) -> list[Answer | StaleWrite[Answer]]:
    """Write new answers together with their history; return of each what the database holds then."""
    if not wanted:
        return []
    values = answer_row(respondent, versioned_rows.next_version(wanted[0]), now)
    shared = {name: values[name] for name in _SHARED}
    own = {f"{name}_{row}": getattr(one, name) for row, one in enumerate(wanted) for name in _OWN}
    rows = transaction.all(_insert_of(len(wanted)), **shared, **own)
    inserted = by_criterion(rows)
    if inserted:
        _keep(transaction, respondent, list(inserted))
    outcomes: list[Answer | StaleWrite[Answer]] = []
    for one in wanted:  # of two on one criterion the first was inserted
        stored = inserted.pop(one.criterion, None)
        outcomes.append(stored or _as_stored(transaction, respondent, one))
    return outcomes


def _keep(transaction: Transaction, respondent: Respondent, criteria: Sequence[str]) -> None:
    """Add answers as they stand to the history."""
    names = {f"criterion_{row}": criterion for row, criterion in enumerate(criteria)}
    transaction.change(_history_of(len(criteria)), respondent=respondent.id, **names)


def _as_stored(
    transaction: Transaction, respondent: Respondent, wanted: Answer
) -> Answer | StaleWrite[Answer]:
    """Return what the database holds where an answer was not written: the same, or that it is stale."""
    stored = _get(transaction, respondent.id, wanted.criterion)
    try:
        return versioned_rows.check_current(stored, wanted)
    except StaleWrite as stale:
        return stale
