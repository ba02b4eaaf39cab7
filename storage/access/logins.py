"""Logins, and links that work once."""
# ruff: noqa: D102 (what a method does stands in assessment/access/store.py)

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, or_, select, update

from assessment.access.links import AccountLink, LinkPurpose
from assessment.access.logins import IDLE, Login
from assessment.errors import LinkSpent
from storage import versioned_rows
from storage.access import tables
from storage.engine import Repository, reading, writing

_LOGIN = versioned_rows.columns(tables.logins, Login)
_LINK = versioned_rows.columns(tables.account_links, AccountLink)


class Logins(Repository):
    """Logins."""

    @writing
    def add(self, connection: Connection, login: Login) -> None:
        now = self.clock()
        connection.execute(delete(tables.logins).where(_is_over(now)))
        connection.execute(insert(tables.logins), vars(login))
        month = update(tables.accounts).where(tables.accounts.c.id == login.account)
        connection.execute(month.values(last_seen=f"{now:%Y-%m}"))

    @reading
    def find(self, connection: Connection, token_hash: str) -> Login | None:
        return _one(connection, tables.logins.c.token_hash == token_hash, self.clock())

    @reading
    def get(self, connection: Connection, login_id: str) -> Login | None:
        return _one(connection, tables.logins.c.id == login_id, self.clock())

    @reading
    def of(self, connection: Connection, account_id: str) -> list[Login]:
        table = tables.logins
        query = _logins(self.clock()).where(table.c.account == account_id)
        ordered = query.order_by(table.c.seen_at.desc(), table.c.id)
        return [Login(*row) for row in connection.execute(ordered)]

    @writing
    def mark(self, connection: Connection, login_id: str) -> None:
        is_it = tables.logins.c.id == login_id
        connection.execute(update(tables.logins).where(is_it).values(seen_at=self.clock()))

    @writing
    def end(self, connection: Connection, account_id: str, login_ids: Collection[str]) -> None:
        table = tables.logins
        is_it = table.c.account == account_id, table.c.id.in_(login_ids)
        connection.execute(delete(table).where(*is_it))

    @writing
    def end_all(self, connection: Connection, account_id: str, but: str | None = None) -> None:
        table = tables.logins
        is_it = table.c.account == account_id, table.c.id.is_distinct_from(but)
        connection.execute(delete(table).where(*is_it))


def _is_over(now: datetime) -> ColumnElement[bool]:
    return or_(tables.logins.c.ends_at <= now, tables.logins.c.seen_at <= now - IDLE)


def _logins(now: datetime) -> Select[Any]:
    logins, accounts = tables.logins, tables.accounts
    enabled = accounts.c.disabled_at.is_(None)
    joined = select(*_LOGIN).join_from(logins, accounts, logins.c.account == accounts.c.id)
    return joined.where(enabled, ~_is_over(now))


def _one(connection: Connection, is_it: ColumnElement[bool], now: datetime) -> Login | None:
    row = connection.execute(_logins(now).where(is_it)).first()
    return None if row is None else Login(*row)


class AccountLinks(Repository):
    """Links that work once."""

    @writing
    def add(self, connection: Connection, link: AccountLink, *, replaces: bool = False) -> None:
        table = tables.account_links
        connection.execute(delete(table).where(table.c.until <= self.clock()))
        if replaces:
            same = table.c.account.is_not_distinct_from(link.account)
            unused = table.c.purpose == link.purpose, same, table.c.used_at.is_(None)
            connection.execute(delete(table).where(*unused))
        connection.execute(insert(table), vars(link))

    @reading
    def find(self, connection: Connection, link_hash: str) -> AccountLink | None:
        return self._working(connection, link_hash)

    @writing
    def spend(self, connection: Connection, link_hash: str) -> AccountLink:
        table = tables.account_links
        unused = table.c.hash == link_hash, table.c.used_at.is_(None)
        link = self._working(connection, link_hash)
        used = update(table).where(*unused).values(used_at=self.clock())
        if link is None or connection.execute(used).rowcount == 0:
            raise LinkSpent
        return link

    @reading
    def waiting(self, connection: Connection, organisation_id: str) -> list[AccountLink]:
        table = tables.account_links
        query = select(*_LINK).where(
            table.c.organisation == organisation_id, table.c.purpose == LinkPurpose.JOIN
        )
        found = [AccountLink(*row) for row in connection.execute(query.order_by(table.c.until))]
        return [link for link in reversed(found) if link.works(self.clock())]

    @writing
    def withdraw(self, connection: Connection, organisation_id: str, link_hash: str) -> None:
        table = tables.account_links
        is_it = table.c.organisation == organisation_id, table.c.hash == link_hash
        connection.execute(delete(table).where(*is_it))

    def _working(self, connection: Connection, link_hash: str) -> AccountLink | None:
        row = connection.execute(
            select(*_LINK).where(tables.account_links.c.hash == link_hash)
        ).first()
        link = None if row is None else AccountLink(*row)
        return link if link is not None and link.works(self.clock()) else None
