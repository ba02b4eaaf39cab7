"""What group sessions, and what comes of them, ask of a database. `storage/session` implements it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from assessment.project_profiles import ProjectProfile
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.control.log import LogEntry
from assessment.session.group_session import GroupSession
from assessment.session.notes import SessionNote
from assessment.session.people import SessionPerson
from assessment.session.states import SessionPhase, SessionState, Turn
from assessment.session.voting.hands import HandCount
from assessment.session.voting.votes import ChangeCount, SessionVote, ShownMark, VoteCount


@dataclass(frozen=True)
class Pulse:
    """How a session stands, as a page asks every second: nothing of what anybody chose."""

    v: int  # changes whenever a page is out of date
    version: int  # what a command must have seen
    state: SessionState
    step: str
    item: str
    phase: SessionPhase
    turn: Turn
    until: datetime | None
    paused_at: datetime | None
    ends_itself_at: datetime | None
    present: int  # people with a phone; at a step that asks tables those who give their values
    answered: int  # of them, in the vote that is open or was closed last


@dataclass(frozen=True)
class FoundPerson:
    """A person found by a token, with the session."""

    person: SessionPerson
    session: GroupSession


@dataclass(frozen=True)
class WholeSession:
    """A session that was held elsewhere, with all that was said in it."""

    session: GroupSession
    people: Sequence[SessionPerson] = ()
    votes: Sequence[SessionVote] = ()
    shown: Sequence[ShownMark] = ()
    notes: Sequence[SessionNote] = ()
    agreed: Sequence[AgreedValue] = ()
    agreements: Sequence[SessionAgreement] = ()


class SessionsStore(Protocol):
    """Stores sessions, the marks of what was shown, and the log of commands."""

    def all(self, project_id: str | None) -> list[GroupSession]:
        """Return the sessions of a project, those on their own for None; the newest first."""

    def get(self, session_id: str) -> GroupSession:
        """Return one session. Raises NotFound."""

    def project_name(self, session_id: str) -> str:
        """Return what the project of a session is called, empty for one on its own.

        Raises NotFound.
        """

    def find(self, key_hash: str) -> GroupSession | None:
        """Return the session that has this among its hashes, None when there is none.

        The caller has to look which of its hashes it is.
        """

    def save(self, session: GroupSession) -> GroupSession:
        """Insert (version 0) or update a session. Raises StaleWrite, NotFound."""

    def add(self, whole: WholeSession) -> None:
        """Insert a session with everything in it (the example), all or nothing."""

    def move(
        self,
        session: GroupSession,
        entry: LogEntry,
        shown: Iterable[ShownMark] = (),
        agreed: AgreedValue | None = None,
    ) -> GroupSession:
        """Update a session by a command, with its entry in the log, all or nothing.

        `shown` is shown from now on: the words on which a thesis depends become notes to release.

        Waits for votes that are being written, and none is taken after it that the session as it then
        is does not take. Raises StaleWrite, also for a command that was given twice, and NotFound.
        """

    def move_back(self, session: GroupSession, entry: LogEntry) -> GroupSession:
        """Update a session to how it was before `entry`, which is then taken back.

        Raises what `move` raises.
        """

    def last(self, session_id: str) -> LogEntry | None:
        """Return the last command that can be taken back and was not, None without one."""

    def log(self, session_id: str) -> list[LogEntry]:
        """Return all commands, in their order."""

    def shown(self, session_id: str) -> frozenset[ShownMark]:
        """Return which votes were shown."""

    def pulse(self, session_id: str) -> Pulse:
        """Return how a session stands: two small statements. Raises NotFound."""

    def erase(self, session_id: str) -> None:
        """Erase a session and everything that belongs to it. Erasing twice is no error."""


class SessionPeopleStore(Protocol):
    """Stores the people in sessions."""

    def join(self, person: SessionPerson) -> None:
        """Add a person. Raises NotFound, SessionRefused when nobody can come in (any more)."""

    def find(self, token_hash: str) -> FoundPerson | None:
        """Return the person with a token and the session, None when there is none."""

    def rejoin(
        self, session_id: str, phrase_hash: str, token_hash: str, new_phrase_hash: str
    ) -> SessionPerson:
        """Give the person of a phrase another token and phrase; the former ones open nothing more.

        Raises NotFound.
        """

    def leave(self, person_id: str) -> None:
        """Mark that a person left; their vote in a vote that is still open goes too.

        Raises NotFound.
        """

    def take_table(self, person_id: str, table: int | None) -> SessionPerson:
        """Let a phone give the values of a table, or no more; whoever did so before does no more.

        What the former phone gave in a vote that is still open goes. Raises NotFound.
        """

    def present(self, session_id: str) -> dict[str, int]:
        """Return how many people are present, by role."""


class SessionVotesStore(Protocol):
    """Stores votes. What was not shown leaves it in no way but to who gave it."""

    def save(self, vote: SessionVote) -> SessionVote:
        """Check and write a vote, if the session takes it at this moment.

        That is looked at in the same transaction, under the lock that closing needs too. Raises
        InvalidInput, SessionRefused, StaleWrite with the current vote, NotFound.
        """

    def of(self, person_id: str, step: str | None = None) -> list[SessionVote]:
        """Return the votes of one person, in one step or in all."""

    def answered(self, session_id: str) -> dict[str, int]:
        """Return how many people voted, by role, in the vote that is open or was closed last."""

    def counts(self, session_id: str) -> list[VoteCount]:
        """Count the votes that were shown. What tables gave is counted for the role `tables`."""

    def changes(self, session_id: str) -> list[ChangeCount]:
        """Count who changed between the votes, where both were shown."""


class SessionHandsStore(Protocol):
    """Stores the hands that were counted in the room."""

    def all(self, session_id: str) -> list[HandCount]:
        """Return all counts of hands, also those of votes that were not shown yet."""

    def set(self, session: GroupSession, hands: Sequence[HandCount]) -> GroupSession:
        """Set the hands of the roles in `hands` at their item and turn; what is not named is 0.

        The session gets its next version. Raises StaleWrite, and SessionRefused when it is not closed
        at that moment or was shown.
        """


class SessionNotesStore(Protocol):
    """Stores notes."""

    def all(self, session_id: str) -> list[SessionNote]:
        """Return all notes by id, which says nothing about when they came."""

    def add(self, note: SessionNote) -> None:
        """Add a note, if the session takes it at this moment. Raises NotFound, SessionRefused."""

    def save(self, notes: Sequence[SessionNote]) -> list[SessionNote]:
        """Update notes, all or nothing; everybody's page is out of date then.

        Raises StaleWrite, NotFound.
        """


class AgreedValuesStore(Protocol):
    """Stores agreed values."""

    def all(self, session_id: str) -> list[AgreedValue]:
        """Return the agreed values of a session, by step and item."""

    def save(self, agreed: AgreedValue) -> AgreedValue:
        """Insert (version 0) or update a value; everybody's page is out of date then.

        Raises StaleWrite, NotFound.
        """


class SessionAgreementsStore(Protocol):
    """Stores agreements made in sessions."""

    def all(self, session_id: str) -> list[SessionAgreement]:
        """Return the agreements of a session, in the order they were made."""

    def save(self, agreement: SessionAgreement) -> SessionAgreement:
        """Insert (version 0) or update an agreement. Raises StaleWrite, NotFound."""

    def erase(self, agreement_id: str) -> None:
        """Erase one agreement. Erasing twice is no error."""


class ProjectProfilesStore(Protocol):
    """Stores the profiles of projects."""

    def all(self, project_id: str) -> list[ProjectProfile]:
        """Return the profiles of a project, by name."""

    def get(self, profile_id: str) -> ProjectProfile:
        """Return one profile. Raises NotFound."""

    def save(self, profile: ProjectProfile) -> ProjectProfile:
        """Insert (version 0) or update a profile. Raises StaleWrite, NotFound."""

    def erase(self, profile_id: str) -> None:
        """Erase one profile; assessments that began with it keep their choices."""


class SessionStores(Protocol):
    """The part of a store that group sessions need."""

    sessions: SessionsStore
    session_people: SessionPeopleStore
    session_votes: SessionVotesStore
    session_hands: SessionHandsStore
    session_notes: SessionNotesStore
    agreed_values: AgreedValuesStore
    session_agreements: SessionAgreementsStore
    project_profiles: ProjectProfilesStore
