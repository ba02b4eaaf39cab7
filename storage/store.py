"""The store: one database, a noun at a time."""

import os

from sqlalchemy import Connection, Engine, select

from assessment.errors import DatabaseUnavailable
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
from storage.engine import Clock, Repository, file_of, reading
from storage.invitations import Invitations, Pairs
from storage.projects import Projects, Snapshots
from storage.rate_limits import RateLimits
from storage.respondents import Respondents
from storage.session.agreed_values import AgreedValues
from storage.session.agreements import SessionAgreements
from storage.session.group_sessions import Sessions
from storage.session.hands import SessionHands
from storage.session.notes import SessionNotes
from storage.session.people import SessionPeople
from storage.session.project_profiles import ProjectProfiles
from storage.session.votes import SessionVotes


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
        self.sessions: SessionsStore = Sessions(engine, clock)
        self.session_people: SessionPeopleStore = SessionPeople(engine, clock)
        self.session_votes: SessionVotesStore = SessionVotes(engine, clock)
        self.session_hands: SessionHandsStore = SessionHands(engine, clock)
        self.session_notes: SessionNotesStore = SessionNotes(engine, clock)
        self.agreed_values: AgreedValuesStore = AgreedValues(engine, clock)
        self.session_agreements: SessionAgreementsStore = SessionAgreements(engine, clock)
        self.project_profiles: ProjectProfilesStore = ProjectProfiles(engine, clock)

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
