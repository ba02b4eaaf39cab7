"""Rate limits: how often something happened in this minute, shared by all processes."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, tuple_, update

from assessment.errors import TooOften
from storage import tables, versioned_rows
from storage.engine import Repository, read_transaction, write_transaction

_SECONDS = 60
_TABLE = tables.rate_limits
_KEY = (_TABLE.c.bucket, _TABLE.c.minute)
_IS_IT = (_TABLE.c.bucket == bindparam("at"), _TABLE.c.minute == bindparam("now"))

# built once: these run on every tap
_COUNT = select(_TABLE.c.count).where(*_IS_IT)
_ADD_ONE = update(_TABLE).where(*_IS_IT).values(count=_TABLE.c.count + 1).returning(_TABLE.c.count)
# but for those that somebody else is about to erase: nobody waits for a count that is over
_OLD = select(*_KEY).where(_TABLE.c.minute < bindparam("now")).with_for_update(skip_locked=True)
_FORGET_OLD = delete(_TABLE).where(tuple_(*_KEY).in_(_OLD))


class RateLimits(Repository):
    """Rate limits: counts per minute that all processes share."""

    def count(self, bucket: str, most: int) -> None:
        self.check(bucket, most)  # a full bucket makes nobody else wait
        now = self.clock()
        with write_transaction(self.engine) as connection:
            count(connection, bucket, most, now)

    def check(self, bucket: str, most: int) -> None:
        with read_transaction(self.engine) as connection:
            _check(connection, bucket, most, self.clock())


def _check(connection: Connection, bucket: str, most: int, now: datetime) -> None:
    """Raise TooOften when a bucket is full for this minute."""
    number: int | None = connection.execute(_COUNT, _key(bucket, now)).scalar()
    if number is not None and number >= most:
        raise TooOften(bucket)


def count(connection: Connection, bucket: str, most: int, now: datetime) -> None:
    """Count one event. Raises TooOften when it is one too many; then nothing is counted."""
    key = _key(bucket, now)
    number: int | None = connection.execute(_ADD_ONE, key).scalar()
    if number is None:
        connection.execute(_FORGET_OLD, {"now": key["now"]})
        row = {"bucket": bucket, "minute": key["now"], "count": 1}
        connection.execute(versioned_rows.insert_new(connection, _TABLE), row)
    elif number > most:
        raise TooOften(bucket)


def _key(bucket: str, now: datetime) -> dict[str, object]:
    return {"at": bucket, "now": minute_of(now)}


def minute_of(now: datetime) -> int:
    """Return the minute that a moment is counted in."""
    return int(now.timestamp()) // _SECONDS
