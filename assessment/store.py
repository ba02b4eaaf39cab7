"""What the domain asks of a database: one small Protocol per noun. `storage` implements them."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from assessment.access.memberships import Reach
from assessment.access.store import AccessStore
from assessment.agreements import Agreement
from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import StaleWrite
from assessment.invited_store import InvitationsStore, PairsStore, RespondentsStore
from assessment.judging.store import JudgementsStore
from assessment.portfolio.store import PortfoliosStore, ShareFilesStore, SharesStore
from assessment.project_list import ProjectPage
from assessment.projects import Project
from assessment.respondents import Respondent
from assessment.scoring.counts import CountTable
from assessment.session.store import SessionStores

CommentRow = tuple[str, str, str]  # criterion, role, comment


@dataclass(frozen=True)
class RespondentAnswer:
    """An answer with the respondent who gave it."""

    respondent: Respondent
    answer: Answer


class ProjectsStore(Protocol):
    """Stores projects."""

    def all(self) -> list[Project]:
        """Return all projects, the newest first."""

    def get(self, project_id: str) -> Project:
        """Return one project. Raises NotFound."""

    def save(self, project: Project) -> Project:
        """Insert (version 0) or update a project. Raises StaleWrite, NotFound."""

    def erase(self, project_id: str) -> None:
        """Erase a project and everything that belongs to it. Erasing twice is no error."""

    def last_change(self, project_id: str) -> datetime:
        """Return when the organisation itself last wrote anything of a project. Raises NotFound."""

    def page(self, search: str, start: int, most: int) -> ProjectPage:
        """Return at most `most` projects with `search` in their name, from `start` on, newest change first."""


class SnapshotsStore(Protocol):
    """Stores snapshots of catalogues, by content hash."""

    def add(self, content_hash: str, snapshot: str) -> None:
        """Save the snapshot of a catalogue. Saving it twice is no error."""

    def get(self, content_hash: str) -> str:
        """Return the snapshot of a catalogue. Raises NotFound."""


class AssessmentsStore(Protocol):
    """Stores assessments."""

    def all(self, project_id: str) -> list[Assessment]:
        """Return the assessments of a project, the newest first."""

    def get(self, assessment_id: str) -> Assessment:
        """Return one assessment. Raises NotFound."""

    def add(
        self, assessment: Assessment, choices: Iterable[Choice], respondents: Iterable[Respondent]
    ) -> Assessment:
        """Insert an assessment with its choices and first respondents, all or nothing.

        Raises NotFound for an unknown project or snapshot, StaleWrite for an id that is taken.
        """

    def save(self, assessment: Assessment) -> Assessment:
        """Update an assessment. Its threshold only rises. Raises StaleWrite, NotFound."""


class ChoicesStore(Protocol):
    """Stores what an assessment asks, per criterion."""

    def get(self, assessment_id: str) -> dict[str, Choice]:
        """Return the choices of an assessment by criterion."""

    def of(self, assessment_ids: Sequence[str]) -> dict[str, dict[str, Choice]]:
        """Return the choices of assessments, by assessment and criterion."""

    def save(self, assessment_id: str, choices: Iterable[Choice]) -> None:
        """Insert or overwrite these choices, all or nothing. Raises NotFound, AssessmentClosed."""


class AnswersStore(Protocol):
    """Stores answers and their history. `counts`, `participation` and `comments` leave out what stays in a pair."""

    def all(self, respondent_id: str) -> dict[str, Answer]:
        """Return the answers and notes of one respondent by criterion."""

    def get(self, respondent_id: str, criterion: str) -> Answer:
        """Return one answer, an empty one (version 0) if nothing was written yet."""

    def save(
        self,
        respondent_id: str,
        answer: Answer,
        *,
        most: int | None = None,
        holder: str | None = None,
    ) -> Answer:
        """Check and write one answer and add it to the history, with the store's clock.

        An invited respondent has then started. Raises InvalidInput as `checked`, StaleWrite with the
        current answer, NotFound and, in the same transaction: AssessmentClosed; InvitationClosed;
        NotFound if the respondent's token is not (any more) the one whose hash is `holder`; TooOften
        above `most` changes in a minute.
        """

    def save_each(
        self, respondent_id: str, answers: Iterable[Answer], *, most: int, holder: str | None
    ) -> list[Answer | StaleWrite[Answer]]:
        """Check and write answers as `save` does, in one transaction; a stale one stops no other.

        Of that one the error is returned. Raises what else `save` raises, and then none is written.
        """

    def save_all(
        self, respondent: Respondent, answers: Iterable[Answer], *, is_anonymous: bool = False
    ) -> list[Answer]:
        """Check and write answers of one respondent with their history, all or nothing.

        A new respondent is added. Raises what `save` raises. Who `is_anonymous` answers once, and not
        after levels of such were shown: StaleWrite, or InvitationClosed, in the same transaction.
        """

    def add(self, answers: Iterable[RespondentAnswer]) -> None:
        """Check and insert many first answers (import, example), all or nothing.

        Raises InvalidInput, StaleWrite where another answer stands already, and NotFound for an
        unknown respondent. A closed assessment is no hindrance.
        """

    def counts(self, assessment_ids: Sequence[str]) -> list[CountTable]:
        """Return the counts of each assessment, over the criteria and roles that were answered.

        Those of a closed assessment were kept when it was closed, and follow whatever changes them.
        """

    def participation(self, assessment_id: str) -> dict[str, int]:
        """Return how many respondents gave any answer, by role."""

    def comments(self, assessment_id: str) -> list[CommentRow]:
        """Return all comments of an assessment, sorted, without who gave them."""

    def erase(self, respondent_id: str, most: int) -> None:
        """Erase all that a respondent wrote or judged, with its history; it has not started then.

        It shares nothing then. Raises NotFound, InvitationClosed, TooOften."""


class RateLimitsStore(Protocol):
    """Stores counts per minute, or per day (UTC), that all processes share."""

    def count(self, bucket: str, most: int, *, daily: bool = False) -> None:
        """Count one event of this minute, or day. Raises TooOften for one that comes after `most`."""

    def check(self, bucket: str, most: int, *, daily: bool = False) -> None:
        """Raise TooOften when `most` events of this minute, or day, were counted already."""


class AgreementsStore(Protocol):
    """Stores agreements."""

    def all(self, project_id: str) -> list[Agreement]:
        """Return the agreements of a project, in the order they were made."""

    def save(self, agreement: Agreement) -> Agreement:
        """Insert (version 0) or update an agreement. Raises StaleWrite, NotFound."""

    def erase(self, agreement_id: str) -> None:
        """Erase one agreement. Erasing twice is no error."""


class Store(SessionStores, Protocol):
    """One database, a noun at a time. Every method is one transaction, within `all_or_nothing` they
    are one together; nothing is cached.

    Writing methods take the row as it should be, with the `version` it was read at, and return it
    with the next version. They raise StaleWrite (with the current row) when the row has changed
    meanwhile, unless it already holds just these values: writing may safely happen twice.
    All raise DatabaseUnavailable when the database cannot be reached, is full or stays locked.
    """

    projects: ProjectsStore
    snapshots: SnapshotsStore
    assessments: AssessmentsStore
    choices: ChoicesStore
    respondents: RespondentsStore
    answers: AnswersStore
    judgements: JudgementsStore
    invitations: InvitationsStore
    pairs: PairsStore
    rate_limits: RateLimitsStore
    agreements: AgreementsStore
    access: AccessStore
    portfolios: PortfoliosStore
    shares: SharesStore
    share_files: ShareFilesStore

    def within(self, reach: Reach, visible: Reach) -> "Store":
        """Return the store opened for one organisation, and for a reach of projects in it.

        All else is not there: NotFound. What is `visible` and out of reach raises NotPermitted. What respondents do with
        a token of their own is not there either.
        """

    def all_or_nothing(self) -> AbstractContextManager[None]:
        """Save all that is written within, or nothing when an error or the end of the program leaves it.

        In a file nobody else can write meanwhile, so what takes long is done before.
        """

    def health(self) -> None:
        """Raise a StorageError when the database cannot answer."""
