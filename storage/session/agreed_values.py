"""Agreed values."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from sqlalchemy import Connection, select

from assessment.session.agreed_values import AgreedValue
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.session import rows, tables

_TABLE = tables.agreed_values
_COLUMNS = versioned_rows.columns(_TABLE, AgreedValue)
_KEY = ("session", "step", "item")


class AgreedValues(Repository):
    """Agreed values."""

    @reading
    def all(self, connection: Connection, session_id: str) -> list[AgreedValue]:
        query = select(*_COLUMNS).where(_TABLE.c.session == session_id)
        ordered = query.order_by(_TABLE.c.step, _TABLE.c.item)
        return [AgreedValue(*row) for row in connection.execute(ordered)]

    @writing
    def save(self, connection: Connection, agreed: AgreedValue) -> AgreedValue:
        rows.outdate_pages(connection, agreed.session)
        return write_agreed_value(connection, agreed)


def write_agreed_value(connection: Connection, agreed: AgreedValue) -> AgreedValue:
    """Insert or update an agreed value. Raises StaleWrite."""
    if versioned_rows.write(connection, _TABLE, _KEY, vars(agreed)):
        return versioned_rows.next_version(agreed)
    is_it = [_TABLE.c[name] == getattr(agreed, name) for name in _KEY]
    row = connection.execute(select(*_COLUMNS).where(*is_it)).first()
    empty = AgreedValue(agreed.session, agreed.step, agreed.item)
    return versioned_rows.check_current(empty if row is None else AgreedValue(*row), agreed)
