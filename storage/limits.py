"""How often something happened in this minute: brakes that several processes share."""

from datetime import datetime

from sqlalchemy import Connection, delete, select, tuple_, update

from assessment.errors import TooOften
from storage import rows, tables

_TABLE = tables.limits
_SECONDS = 60


def is_reached(connection: Connection, bucket: str, most: int, now: datetime) -> bool:
    """Say whether a bucket is full for this minute."""
    here = _TABLE.c.bucket == bucket, _TABLE.c.minute == _minute(now)
    found: int | None = connection.execute(select(_TABLE.c.count).where(*here)).scalar()
    return found is not None and found >= most


def count(connection: Connection, bucket: str, most: int, now: datetime) -> None:
    """Count one event. Raises TooOften when it is one too many; then nothing is counted."""
    minute = _minute(now)
    here = _TABLE.c.bucket == bucket, _TABLE.c.minute == minute
    adding = update(_TABLE).where(*here).values(count=_TABLE.c.count + 1)
    found: int | None = connection.execute(adding.returning(_TABLE.c.count)).scalar()
    if found is None:
        _forget(connection, minute)
        row = {"bucket": bucket, "minute": minute, "count": 1}
        connection.execute(rows.insert_new(connection, _TABLE), row)
    elif found > most:
        raise TooOften(bucket)


def _forget(connection: Connection, minute: int) -> None:
    """Erase the counts of earlier minutes, but for those that somebody is about to erase."""
    key = _TABLE.c.bucket, _TABLE.c.minute
    old = select(*key).where(_TABLE.c.minute < minute).with_for_update(skip_locked=True)
    connection.execute(delete(_TABLE).where(tuple_(*key).in_(old)))


def _minute(now: datetime) -> int:
    return int(now.timestamp()) // _SECONDS
