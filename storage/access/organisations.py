"""Organisations and their memberships."""
# ruff: noqa: D102 (what a method does stands in assessment/access/store.py)

from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, update

from assessment.access.memberships import Membership, Organisation
from storage import rate_limits, shared_rows, versioned_rows
from storage.access import guards, tables
from storage.engine import Repository, reading, writing
from storage.files.erasing import erasing
from storage.portfolio.tables import portfolios
from storage.session.tables import sessions
from storage.tables import projects

_ORGANISATION = versioned_rows.columns(tables.organisations, Organisation)
_MEMBERSHIP = versioned_rows.columns(tables.memberships, Membership)


class Organisations(Repository):
    """Organisations."""

    @reading
    def all(self, connection: Connection) -> list[Organisation]:
        table = tables.organisations
        query = select(*_ORGANISATION).order_by(func.lower(table.c.name), table.c.id)
        return [Organisation(*row) for row in connection.execute(query)]

    @reading
    def get(self, connection: Connection, organisation_id: str) -> Organisation:
        return _get(connection, organisation_id)

    @writing
    def save(self, connection: Connection, organisation: Organisation) -> Organisation:
        table = tables.organisations
        is_first = connection.execute(select(table.c.id).limit(1)).first() is None
        if not versioned_rows.write(connection, table, ("id",), vars(organisation)):
            current = _get(connection, organisation.id)
            return versioned_rows.check_current(current, organisation)
        if is_first:
            of_nobody = (
                *(update(t).where(t.c.organisation.is_(None)) for t in (projects, portfolios)),
                update(sessions).where(
                    sessions.c.organisation.is_(None), sessions.c.project.is_(None)
                ),
            )
            for moved in of_nobody:
                connection.execute(moved.values(organisation=organisation.id))
        return versioned_rows.next_version(organisation)

    def erase(self, organisation_id: str) -> None:
        table = tables.organisations
        with erasing(self.engine) as connection:
            connection.execute(delete(table).where(table.c.id == organisation_id))
            rate_limits.forget_things(connection)
            shared_rows.erase_unused_snapshots(connection)
            log = tables.acts_log
            connection.execute(delete(log).where(log.c.organisation == organisation_id))


class Memberships(Repository):
    """Memberships."""

    @reading
    def of_account(self, connection: Connection, account_id: str) -> list[Membership]:
        table = tables.memberships
        query = _memberships().where(table.c.account == account_id)
        today = self.clock().date()
        return [m for row in connection.execute(query) if (m := Membership(*row)).holds(today)]

    @reading
    def of_organisation(self, connection: Connection, organisation_id: str) -> list[Membership]:
        query = _memberships().where(tables.memberships.c.organisation == organisation_id)
        return [Membership(*row) for row in connection.execute(query)]

    @reading
    def admins(self, connection: Connection) -> list[Membership]:
        query = _memberships().where(tables.memberships.c.organisation.is_(None))
        return [Membership(*row) for row in connection.execute(query)]

    @writing
    def add(self, connection: Connection, membership: Membership) -> None:
        guards.add_membership(connection, membership)

    @writing
    def end(self, connection: Connection, organisation_id: str | None, membership_id: str) -> None:
        table = tables.memberships
        of = table.c.organisation.is_not_distinct_from(organisation_id)
        is_it = table.c.id == membership_id, of
        guards.lock(connection)
        row = connection.execute(select(*_MEMBERSHIP).where(*is_it)).first()
        if row is not None:
            connection.execute(delete(table).where(*is_it))
            guards.check(connection, [Membership(*row)], self.clock().date())


def _memberships() -> Select[Any]:
    table = tables.memberships
    return select(*_MEMBERSHIP).order_by(table.c.kind, table.c.account, table.c.id)


def _get(connection: Connection, organisation_id: str) -> Organisation:
    return versioned_rows.get(
        connection, tables.organisations, Organisation, "organisation", organisation_id
    )
