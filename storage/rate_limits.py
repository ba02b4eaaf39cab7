"""How often something happened in this minute: rate limits that several processes share."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, tuple_, update

from assessment.errors import TooOften
from storage import tables, versioned_rows

_SECONDS = 60
_TABLE = tables.rate_limits
_KEY = (_TABLE.c.bucket, _TABLE.c.minute)
_HERE = (_TABLE.c.bucket == bindparam("at"), _TABLE.c.minute == bindparam("now"))

# built once: these run on every tap
_COUNTED = select(_TABLE.c.count).where(*_HERE)
_ADDING = update(_TABLE).where(*_HERE).values(count=_TABLE.c.count + 1).returning(_TABLE.c.count)
# but for those that somebody else is about to erase: nobody waits for a count that is over
_OLD = select(*_KEY).where(_TABLE.c.minute < bindparam("now")).with_for_update(skip_locked=True)
_FORGETTING = delete(_TABLE).where(tuple_(*_KEY).in_(_OLD))


def check(connection: Connection, bucket: str, most: int, now: datetime) -> None:
    """Raise TooOften when a bucket is full for this minute."""
    counted: int | None = connection.execute(_COUNTED, _place(bucket, now)).scalar()
    if counted is not None and counted >= most:
        raise TooOften(bucket)


def count(connection: Connection, bucket: str, most: int, now: datetime) -> None:
    """Count one event. Raises TooOften when it is one too many; then nothing is counted."""
    place = _place(bucket, now)
    counted: int | None = connection.execute(_ADDING, place).scalar()
    if counted is None:
        connection.execute(_FORGETTING, {"now": place["now"]})
        row = {"bucket": bucket, "minute": place["now"], "count": 1}
        connection.execute(versioned_rows.insert_new(connection, _TABLE), row)
    elif counted > most:
        raise TooOften(bucket)


def _place(bucket: str, now: datetime) -> dict[str, object]:
    return {"at": bucket, "now": int(now.timestamp()) // _SECONDS}
