"""The log of acts."""
# ruff: noqa: D102 (what a method does stands in assessment/access/store.py)

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, func, select

from assessment.access.log import LoggedAct
from storage import versioned_rows
from storage.access import tables
from storage.direct.driver import Driver, Statement
from storage.engine import Clock, Repository, reading, writing

AT_ONCE = 1_000  # entries that are erased with every sign-in, at most
_MINUTE = timedelta(minutes=1)
_MOST = 10_000  # acts that are remembered for a minute
_ENTRY = versioned_rows.columns(tables.acts_log, LoggedAct)
_ADD = Statement(
    """
    INSERT INTO acts_log (at, account, organisation, act, thing, detail)
    VALUES (:at, :account, :organisation, :act, :thing, :detail)
    """,
    takes={column.name: column for column in _ENTRY},
)


class ActsLog(Repository):
    """The log of acts. Every act adds to it, so that is done without a detour."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._driver = Driver(engine)
        self._latest: dict[tuple[object, ...], datetime] = {}  # of what is added once a minute

    def add(self, entry: LoggedAct, *, once_a_minute: bool = False) -> None:
        if once_a_minute and self._is_there(entry):
            return
        with self._driver.writing() as transaction:
            transaction.change(_ADD, **vars(entry))

    def _is_there(self, entry: LoggedAct) -> bool:
        """Return whether this process added the same less than a minute ago."""
        same = entry.account, entry.organisation, entry.act, entry.thing, entry.detail
        before = self._latest.get(same)
        if before is not None and entry.at - before < _MINUTE:
            return True
        if len(self._latest) >= _MOST:
            self._latest.clear()
        self._latest[same] = entry.at
        return False

    @reading
    def page(
        self,
        connection: Connection,
        organisation_id: str | None,
        *,
        act: str = "",
        start: int = 0,
        most: int = 50,
    ) -> Sequence[LoggedAct]:
        table = tables.acts_log
        query = select(*_ENTRY).where(table.c.organisation.is_not_distinct_from(organisation_id))
        if act:
            query = query.where(table.c.act == act)
        ordered = query.order_by(table.c.number.desc()).offset(start).limit(most)
        return [LoggedAct(*row) for row in connection.execute(ordered)]

    @writing
    def forget(self, connection: Connection, before: datetime) -> None:
        # numbers rise with time: only the oldest are looked at, however long the log is
        table = tables.acts_log
        oldest = select(func.min(table.c.number)).scalar_subquery() + AT_ONCE
        connection.execute(delete(table).where(table.c.number < oldest, table.c.at < before))
