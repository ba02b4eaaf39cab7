"""The store: one database, a noun at a time."""

import os
from typing import cast

from sqlalchemy import Connection, Engine, select

from assessment.access.memberships import Reach
from assessment.access.store import AccessStore
from assessment.errors import DatabaseUnavailable
from assessment.portfolio.store import PortfoliosStore, SharesStore
from assessment.store import (
    AgreementsStore,
    AnswersStore,
    AssessmentsStore,
    ChoicesStore,
    InvitationsStore,
    PairsStore,
    ProjectsStore,
    RateLimitsStore,
    RespondentsStore,
    SnapshotsStore,
    Store,
)
from storage import tables
from storage.access.store import SqlAccessStore
from storage.access.within import StoreWithin
from storage.agreements import Agreements
from storage.answers import Answers
from storage.assessments import Assessments, Choices
from storage.engine import Clock, Repository, file_of, reading
from storage.invitations import Invitations, Pairs
from storage.portfolio.portfolios import Portfolios
from storage.portfolio.shares import Shares
from storage.projects import Projects, Snapshots
from storage.rate_limits import RateLimits
from storage.respondents import Respondents


class SqlStore(Repository):
    """The Store on SQLite or PostgreSQL. `close` it when the program ends."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self.projects: ProjectsStore = Projects(engine, clock)
        self.snapshots: SnapshotsStore = Snapshots(engine, clock)
        self.assessments: AssessmentsStore = Assessments(engine, clock)
        self.choices: ChoicesStore = Choices(engine, clock)
        self.respondents: RespondentsStore = Respondents(engine, clock)
        self.answers: AnswersStore = Answers(engine, clock)
        self.invitations: InvitationsStore = Invitations(engine, clock)
        self.pairs: PairsStore = Pairs(engine, clock)
        self.rate_limits: RateLimitsStore = RateLimits(engine, clock)
        self.agreements: AgreementsStore = Agreements(engine, clock)
        self.access: AccessStore = SqlAccessStore(engine, clock)
        self.portfolios: PortfoliosStore = Portfolios(engine, clock)
        self.shares: SharesStore = Shares(engine, clock)

    def within(self, reach: Reach, visible: Reach) -> Store:
        """Return the store for one organisation; `visible` is what may be seen of it, if not changed."""
        reached = StoreWithin(self, self.engine, self.clock, reach, visible)
        return cast("Store", reached)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @reading
    def health(self, connection: Connection) -> None:  # noqa: D102 (stands in Store)
        connection.execute(select(tables.projects.c.id).limit(1)).first()
        file = file_of(self.engine.url)
        if file is not None and not os.access(file, os.W_OK):
            raise DatabaseUnavailable(
                f"The database file {file} may only be read: nothing can be saved. "
                "Give the right to write."
            )
