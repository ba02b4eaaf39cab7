"""The store: one database, a noun at a time."""

import os
from contextlib import AbstractContextManager
from typing import cast

from sqlalchemy import Engine

from assessment.access.memberships import Reach
from assessment.access.store import AccessStore
from assessment.errors import DatabaseUnavailable
from assessment.invited_store import InvitationsStore, PairsStore, RespondentsStore
from assessment.judging.store import JudgementsStore
from assessment.portfolio.store import PortfoliosStore, ShareFilesStore, SharesStore
from assessment.session.store import (
    AgreedValuesStore,
    ProjectProfilesStore,
    SessionAgreementsStore,
    SessionHandsStore,
    SessionNotesStore,
    SessionPeopleStore,
    SessionsStore,
    SessionVotesStore,
)
from assessment.store import (
    AgreementsStore,
    AnswersStore,
    AssessmentsStore,
    ChoicesStore,
    ProjectsStore,
    RateLimitsStore,
    SnapshotsStore,
    Store,
)
from storage.access.store import SqlAccessStore
from storage.access.within import StoreWithin
from storage.agreements import Agreements
from storage.assessments import Assessments, Choices
from storage.direct.answers import DirectAnswers
from storage.direct.driver import Driver, Statement
from storage.direct.respondents import DirectRespondents
from storage.engine import Clock, Repository, create, file_of, one_transaction
from storage.files.erasing import stop_waiting
from storage.invitations import Invitations, Pairs
from storage.judging.judgements import Judgements
from storage.portfolio.portfolios import Portfolios
from storage.portfolio.share_files import ShareFiles
from storage.portfolio.shares import Shares
from storage.projects import Projects, Snapshots
from storage.rate_limits import RateLimits
from storage.session.agreed_values import AgreedValues
from storage.session.agreements import SessionAgreements
from storage.session.group_sessions import Sessions
from storage.session.hands import SessionHands
from storage.session.notes import SessionNotes
from storage.session.people import SessionPeople
from storage.session.project_profiles import ProjectProfiles
from storage.session.votes import SessionVotes

_ANY_PROJECT = Statement("SELECT id FROM projects LIMIT 1", takes={})


class SqlStore(Repository):
    """The Store on SQLite or PostgreSQL. `close` it when the program ends."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._driver = Driver(engine)
        self._at_once: SqlStore | None = None
        self.projects: ProjectsStore = Projects(engine, clock)
        self.snapshots: SnapshotsStore = Snapshots(engine, clock)
        self.assessments: AssessmentsStore = Assessments(engine, clock)
        self.choices: ChoicesStore = Choices(engine, clock)
        self.respondents: RespondentsStore = DirectRespondents(engine, clock)
        self.answers: AnswersStore = DirectAnswers(engine, clock)
        self.judgements: JudgementsStore = Judgements(engine, clock)
        self.invitations: InvitationsStore = Invitations(engine, clock)
        self.pairs: PairsStore = Pairs(engine, clock)
        self.rate_limits: RateLimitsStore = RateLimits(engine, clock)
        self.agreements: AgreementsStore = Agreements(engine, clock)
        self.sessions: SessionsStore = Sessions(engine, clock)
        self.session_people: SessionPeopleStore = SessionPeople(engine, clock)
        self.session_votes: SessionVotesStore = SessionVotes(engine, clock)
        self.session_hands: SessionHandsStore = SessionHands(engine, clock)
        self.session_notes: SessionNotesStore = SessionNotes(engine, clock)
        self.agreed_values: AgreedValuesStore = AgreedValues(engine, clock)
        self.session_agreements: SessionAgreementsStore = SessionAgreements(engine, clock)
        self.project_profiles: ProjectProfilesStore = ProjectProfiles(engine, clock)
        self.access: AccessStore = SqlAccessStore(engine, clock)
        self.portfolios: PortfoliosStore = Portfolios(engine, clock)
        self.shares: SharesStore = Shares(engine, clock)
        self.share_files: ShareFilesStore = ShareFiles(engine, clock)

    def within(self, reach: Reach, visible: Reach) -> Store:
        """Return the store for one organisation; `visible` is what may be seen of it, if not changed."""
        reached = StoreWithin(self, self.engine, self._driver, self.clock, reach, visible)
        return cast("Store", reached)

    def all_or_nothing(self) -> AbstractContextManager[None]:  # noqa: D102 (stands in Store)
        return one_transaction(self.engine)

    def close(self) -> None:
        """Close all connections; what waits its turn to be tidied is tidied first."""
        stop_waiting(self.engine)
        self._driver.close()
        self.engine.dispose()
        if self._at_once is not None:
            self._at_once.close()

    def at_once(self) -> "SqlStore | None":
        """Return a store on the same file that never waits for others, None for a server.

        Reading a file takes a moment, and only in rare moments is it kept from who reads: this store
        raises DatabaseUnavailable then, where the other one waits. It is closed with the other one.
        """
        if self._at_once is None and file_of(self.engine.url) is not None:
            self._at_once = SqlStore(create(self.engine.url, busy_timeout=0), self.clock)
        return self._at_once

    def health(self) -> None:  # noqa: D102 (stands in Store)
        with self._driver.reading() as transaction:
            transaction.one(_ANY_PROJECT)
        file = file_of(self.engine.url)
        if file is not None and not os.access(file, os.W_OK):
            raise DatabaseUnavailable(
                f"The database file {file} may only be read: nothing can be saved. "
                "Give the right to write."
            )
