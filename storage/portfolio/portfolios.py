"""Portfolios and invitations to them."""
# ruff: noqa: D102 (what a method does stands in assessment/portfolio/store.py)

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from assessment.errors import NotFound
from assessment.portfolio.charter import Charter, Portfolio
from assessment.portfolio.invitations import PortfolioInvitation
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.files.erasing import erasing
from storage.portfolio import tables

_CHARTER = ("purpose", "readers", "keep_until", "never_ranks", "edition")
_INVITATION = versioned_rows.columns(tables.portfolio_invitations, PortfolioInvitation)


class Portfolios(Repository):
    """Portfolios."""

    @reading
    def all(self, connection: Connection, organisation: str | None) -> list[Portfolio]:
        table = tables.portfolios
        query = select(table).where(table.c.organisation.is_not_distinct_from(organisation))
        ordered = query.order_by(func.lower(table.c.name), table.c.id)
        return [_portfolio(row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, portfolio_id: str) -> Portfolio:
        return get_portfolio(connection, portfolio_id)

    @writing
    def save(self, connection: Connection, portfolio: Portfolio) -> Portfolio:
        row = vars(portfolio) | asdict(portfolio.charter)
        del row["charter"]
        return versioned_rows.save(connection, tables.portfolios, portfolio, get_portfolio, row)

    def erase(self, portfolio_id: str) -> None:
        table = tables.portfolios
        with erasing(self.engine) as connection:
            connection.execute(delete(table).where(table.c.id == portfolio_id))

    @writing
    def invite(self, connection: Connection, invitation: PortfolioInvitation) -> None:
        get_portfolio(connection, invitation.portfolio)
        table = tables.portfolio_invitations
        connection.execute(delete(table).where(table.c.until < self.clock().date()))
        connection.execute(insert(table), vars(invitation))

    @reading
    def invitation(self, connection: Connection, token_hash: str) -> PortfolioInvitation | None:
        table = tables.portfolio_invitations
        works = table.c.hash == token_hash, table.c.until >= self.clock().date()
        row = connection.execute(select(*_INVITATION).where(*works)).first()
        return None if row is None else PortfolioInvitation(*row)

    @reading
    def invitations(self, connection: Connection, portfolio_id: str) -> list[PortfolioInvitation]:
        table = tables.portfolio_invitations
        works = table.c.portfolio == portfolio_id, table.c.until >= self.clock().date()
        query = select(*_INVITATION).where(*works).order_by(table.c.until, table.c.hash)
        return [PortfolioInvitation(*row) for row in connection.execute(query)]

    @writing
    def withdraw_invitation(
        self, connection: Connection, portfolio_id: str, token_hash: str
    ) -> None:
        table = tables.portfolio_invitations
        which = table.c.portfolio == portfolio_id, table.c.hash == token_hash
        connection.execute(delete(table).where(*which))


def get_portfolio(connection: Connection, portfolio_id: str) -> Portfolio:
    """Return one portfolio. Raises NotFound."""
    table = tables.portfolios
    row = connection.execute(select(table).where(table.c.id == portfolio_id)).first()
    if row is None:
        raise NotFound("portfolio", portfolio_id)
    return _portfolio(row)


def _portfolio(row: Row[Any]) -> Portfolio:
    held = dict(row._mapping)
    charter = Charter(**{name: held.pop(name) for name in _CHARTER})
    return Portfolio(**held, charter=charter)
