"""The store: one database, a noun at a time."""

import os

from sqlalchemy import Connection, Engine, select

from assessment.errors import DatabaseUnavailable
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
)
from storage import tables
from storage.agreements import Agreements
from storage.answers import Answers
from storage.assessments import Assessments, Choices
from storage.engine import Clock, Repository, file_of, reading, stop_waiting
from storage.invitations import Invitations, Pairs
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

    def close(self) -> None:
        """Close all connections; what waits its turn to be tidied is tidied first."""
        stop_waiting(self.engine)
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
