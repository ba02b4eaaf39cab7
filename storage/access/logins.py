"""Logins, and links that work once."""
# ruff: noqa: D102 (what a method does stands in assessment/access/store.py)

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    delete,
    insert,
    or_,
    select,
    update,
)

from assessment.access.accounts import Account
from assessment.access.links import AccountLink, LinkPurpose
from assessment.access.logins import IDLE, Login, OwnAccess
from assessment.access.memberships import Membership, Organisation
from assessment.errors import LinkSpent
from storage import versioned_rows
from storage.access import tables
from storage.direct.driver import Driver, Statement
from storage.engine import Clock, Repository, reading, writing

_LOGIN = versioned_rows.columns(tables.logins, Login)
_ACCOUNT = versioned_rows.columns(tables.accounts, Account)
_MEMBERSHIP = versioned_rows.columns(tables.memberships, Membership)
_ORGANISATION = versioned_rows.columns(tables.organisations, Organisation)
_WHO = Statement(
    """
    SELECT {gives} FROM logins JOIN accounts ON logins.account = accounts.id
    WHERE logins.id = :login
    """,
    takes={"login": tables.logins.c.id},
    gives=[*_LOGIN, *_ACCOUNT],
)
_BY_TOKEN = Statement(
    """
    SELECT {gives} FROM logins JOIN accounts ON logins.account = accounts.id
    WHERE logins.token_hash = :token
    """,
    takes={"token": tables.logins.c.token_hash},
    gives=[*_LOGIN, tables.accounts.c.disabled_at],
)
_BELONGS_TO = Statement(
    """
    SELECT {gives} FROM memberships
    LEFT JOIN organisations ON memberships.organisation = organisations.id
    WHERE memberships.account = :account
    ORDER BY memberships.kind, memberships.id
    """,
    takes={"account": tables.memberships.c.account},
    gives=[*_MEMBERSHIP, *_ORGANISATION],
)
_LINK = versioned_rows.columns(tables.account_links, AccountLink)


class Logins(Repository):
    """Logins. What every click asks for is read without a detour."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._driver = Driver(engine)

    @writing
    def add(self, connection: Connection, login: Login) -> None:
        now = self.clock()
        connection.execute(delete(tables.logins).where(_is_over(now)))
        connection.execute(insert(tables.logins), vars(login))
        month = update(tables.accounts).where(tables.accounts.c.id == login.account)
        connection.execute(month.values(last_seen=f"{now:%Y-%m}"))

    def find(self, token_hash: str) -> Login | None:
        with self._driver.reading() as transaction:
            found = transaction.one(_BY_TOKEN, token=token_hash)
        if found is None or found[-1] is not None:
            return None
        login = Login(*found[:-1])
        return None if login.is_over(self.clock()) else login

    @reading
    def get(self, connection: Connection, login_id: str) -> Login | None:
        query = _logins(self.clock()).where(tables.logins.c.id == login_id)
        row = connection.execute(query).first()
        return None if row is None else Login(*row)

    def access(self, login_id: str) -> OwnAccess | None:
        now = self.clock()
        with self._driver.reading() as transaction:
            found = transaction.one(_WHO, login=login_id)
            if found is None:
                return None
            login, account = Login(*found[: len(_LOGIN)]), Account(*found[len(_LOGIN) :])
            if login.is_over(now) or not account.is_enabled:
                return None
            rows = transaction.all(_BELONGS_TO, account=account.id)
        belonging = [
            (Membership(*row[: len(_MEMBERSHIP)]), row[len(_MEMBERSHIP) :]) for row in rows
        ]
        hold = [(membership, of) for membership, of in belonging if membership.holds(now.date())]
        organisations = {Organisation(*of) for membership, of in hold if membership.organisation}
        return OwnAccess(
            login,
            account,
            tuple(membership for membership, _ in hold),
            tuple(sorted(organisations, key=lambda one: (one.name.casefold(), one.id))),
        )

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
