"""Rate limits: how often something happened in this minute, or on this day, shared by all processes."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, bindparam, delete, or_, select, tuple_, update

from assessment.errors import TooOften, TooOftenToday
from storage import tables, versioned_rows
from storage.direct.driver import Driver, Statement
from storage.engine import Clock, Repository, write_transaction

_SECONDS = 60
_TABLE = tables.rate_limits
_KEY = (_TABLE.c.bucket, _TABLE.c.minute)
_IS_IT = (_TABLE.c.bucket == bindparam("at"), _TABLE.c.minute == bindparam("now"))

# built once: these run on every tap
_COUNT = Statement(
    "SELECT {gives} FROM rate_limits WHERE bucket = :bucket AND minute = :minute",
    takes={"bucket": _TABLE.c.bucket, "minute": _TABLE.c.minute},
    gives=[_TABLE.c.count],
)
_ADD_ONE = update(_TABLE).where(*_IS_IT).values(count=_TABLE.c.count + 1).returning(_TABLE.c.count)
# but for those that somebody else is about to erase: nobody waits for a count that is over
_OLD = select(*_KEY).where(_TABLE.c.minute < bindparam("now")).with_for_update(skip_locked=True)
_FORGET_OLD = delete(_TABLE).where(tuple_(*_KEY).in_(_OLD))


# brakes on guessing, which are of the server; all other limits may name a respondent or an invitation
_ON_GUESSING = ("sign-in", "codes:", "passkeys", "account-links", "stop-reminders")
_ALL_CODES = "code"


def forget_things(connection: Connection) -> None:
    """Erase the counts that may name somebody or something, when any project is erased: all start anew.

    Those of guessing stay: whoever has a project to erase must not be able to guess on.
    """
    bucket = _TABLE.c.bucket
    of_guessing = or_(bucket == _ALL_CODES, *(bucket.startswith(name) for name in _ON_GUESSING))
    connection.execute(delete(_TABLE).where(~of_guessing))


class RateLimits(Repository):
    """Rate limits: counts that all processes share. That of a day stands at the last minute of it."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._driver = Driver(engine)

    def count(self, bucket: str, most: int, *, daily: bool = False) -> None:
        self.check(bucket, most, daily=daily)  # a full bucket makes nobody else wait
        now = self.clock()
        at = _end_of_day(now) if daily else now
        with write_transaction(self.engine) as connection:
            count(connection, bucket, most, at, now)

    def check(self, bucket: str, most: int, *, daily: bool = False) -> None:
        now = self.clock()
        minute = minute_of(_end_of_day(now) if daily else now)
        with self._driver.reading() as transaction:
            row = transaction.one(_COUNT, bucket=bucket, minute=minute)
        if row is not None and row[0] >= most:
            raise TooOftenToday(bucket) if daily else TooOften(bucket)


def _end_of_day(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=23, minute=59, second=59)


def count(
    connection: Connection, bucket: str, most: int, at: datetime, now: datetime | None = None
) -> None:
    """Count one event. Raises TooOften when it is one too many; then nothing is counted.

    `at` is when the count is over; that is `now`, this minute, unless it is given.
    """
    key = _key(bucket, at)
    number: int | None = connection.execute(_ADD_ONE, key).scalar()
    if number is None:
        connection.execute(_FORGET_OLD, {"now": minute_of(now or at)})
        row = {"bucket": bucket, "minute": key["now"], "count": 1}
        connection.execute(versioned_rows.insert_new(connection, _TABLE), row)
    if (number or 1) > most:
        raise TooOften(bucket)


def _key(bucket: str, now: datetime) -> dict[str, object]:
    return {"at": bucket, "now": minute_of(now)}


def minute_of(now: datetime) -> int:
    """Return the minute that a moment is counted in."""
    return int(now.timestamp()) // _SECONDS
