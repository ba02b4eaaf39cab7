"""All that is stored about who may come in."""

from sqlalchemy import Engine

from assessment.access.store import (
    AccountLinksStore,
    AccountsStore,
    LoginsStore,
    LogStore,
    MembershipsStore,
    OrganisationsStore,
    OutboxStore,
)
from storage.access.accounts import Accounts
from storage.access.acts_log import ActsLog
from storage.access.logins import AccountLinks, Logins
from storage.access.organisations import Memberships, Organisations
from storage.access.outbox import Outbox
from storage.engine import Clock


class SqlAccessStore:
    """The AccessStore on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.organisations: OrganisationsStore = Organisations(engine, clock)
        self.accounts: AccountsStore = Accounts(engine, clock)
        self.logins: LoginsStore = Logins(engine, clock)
        self.memberships: MembershipsStore = Memberships(engine, clock)
        self.links: AccountLinksStore = AccountLinks(engine, clock)
        self.log: LogStore = ActsLog(engine, clock)
        self.outbox: OutboxStore = Outbox(engine, clock)
