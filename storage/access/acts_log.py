"""The log of acts."""
# ruff: noqa: D102 (what a method does stands in assessment/access/store.py)

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from assessment.access.log import LoggedAct
from storage import versioned_rows
from storage.access import tables
from storage.engine import Repository, reading, writing

_ENTRY = versioned_rows.columns(tables.acts_log, LoggedAct)


class ActsLog(Repository):
    """The log of acts."""

    @writing
    def add(self, connection: Connection, entry: LoggedAct) -> None:
        connection.execute(insert(tables.acts_log), vars(entry))

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
        connection.execute(delete(tables.acts_log).where(tables.acts_log.c.at < before))
