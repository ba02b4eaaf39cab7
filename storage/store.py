"""The store: every method is one transaction."""
# ruff: noqa: D102 (what a method does stands in the Store protocol)

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Engine, select

from assessment.agreements import Agreement
from assessment.answers import Answer, Change
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.projects import Project
from assessment.respondents import Respondent
from assessment.store import (
    CommentRow,
    CountRow,
    RespondentAnswer,
    StoredOpenLink,
    StoredRespondent,
)
from storage import agreements, assessments, letters, projects, rate_limits, tables
from storage import answers as answer_rows
from storage import invitations as invitation_rows
from storage import respondents as seats
from storage.engine import forget_old_pages, reading, writing

Clock = Callable[[], datetime]  # gives the time with its zone


class SqlProjects:
    """Projects."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def all(self) -> list[Project]:
        with reading(self._engine) as connection:
            return projects.every(connection)

    def get(self, project_id: str) -> Project:
        with reading(self._engine) as connection:
            return projects.one(connection, project_id)

    def save(self, project: Project) -> Project:
        with writing(self._engine) as connection:
            return projects.save(connection, project, self._clock())

    def erase(self, project_id: str) -> None:
        with writing(self._engine) as connection:
            projects.erase(connection, project_id)
        forget_old_pages(self._engine)

    def last_change(self, project_id: str) -> datetime:
        with reading(self._engine) as connection:
            return projects.last_change(connection, project_id)


class SqlSnapshots:
    """Snapshots of catalogues, by content hash."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def add(self, content_hash: str, snapshot: str) -> None:
        with writing(self._engine) as connection:
            projects.keep_snapshot(connection, content_hash, snapshot)

    def get(self, content_hash: str) -> str:
        with reading(self._engine) as connection:
            return projects.snapshot(connection, content_hash)


class SqlAssessments:
    """Assessments."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def all(self, project_id: str) -> list[Assessment]:
        with reading(self._engine) as connection:
            return assessments.of_project(connection, project_id)

    def get(self, assessment_id: str) -> Assessment:
        with reading(self._engine) as connection:
            return assessments.one(connection, assessment_id)

    def add(
        self, assessment: Assessment, choices: Iterable[Choice], respondents: Iterable[Respondent]
    ) -> Assessment:
        with writing(self._engine) as connection:
            now = self._clock()
            return assessments.add(connection, assessment, choices, respondents, now)

    def save(self, assessment: Assessment) -> Assessment:
        with writing(self._engine) as connection:
            return assessments.save(connection, assessment, self._clock())


class SqlChoices:
    """What an assessment asks, per criterion."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def get(self, assessment_id: str) -> dict[str, Choice]:
        with reading(self._engine) as connection:
            return assessments.choices(connection, assessment_id)

    def save(self, assessment_id: str, choices: Iterable[Choice]) -> None:
        with writing(self._engine) as connection:
            assessments.save_choices(connection, assessment_id, choices, self._clock())


class SqlRespondents:
    """Respondents, and the tokens that find them."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def all(self, assessment_id: str) -> list[Respondent]:
        with reading(self._engine) as connection:
            return assessments.respondents(connection, assessment_id)

    def get(self, respondent_id: str) -> Respondent:
        with reading(self._engine) as connection:
            return assessments.respondent(connection, respondent_id)

    def add(self, respondents: Iterable[Respondent]) -> None:
        with writing(self._engine) as connection:
            assessments.add_respondents(connection, respondents, self._clock())

    def find(self, token_hash: str) -> StoredRespondent | None:
        with reading(self._engine) as connection:
            return seats.found(connection, token_hash)

    def join(self, respondent: Respondent, most: int) -> None:
        with writing(self._engine) as connection:
            seats.take(connection, respondent, most, self._clock())

    def begin(self, personal_link_hash: str, token_hash: str, language: str) -> None:
        with writing(self._engine) as connection:
            letters.begin(connection, personal_link_hash, token_hash, language, self._clock())

    def replace_link(self, respondent_id: str, token_hash: str) -> None:
        with writing(self._engine) as connection:
            letters.replace(connection, respondent_id, token_hash)

    def change(
        self, respondent_id: str, changes: Mapping[str, object], *, while_open: bool = False
    ) -> None:
        with writing(self._engine) as connection:
            seats.change(connection, respondent_id, changes, while_open=while_open)

    def of_pair(self, pair_id: str) -> list[Respondent]:
        with reading(self._engine) as connection:
            return seats.of_pair(connection, pair_id)


class SqlAnswers:
    """Answers and their history."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def all(self, respondent_id: str) -> dict[str, Answer]:
        with reading(self._engine) as connection:
            return answer_rows.of_respondent(connection, respondent_id)

    def get(self, respondent_id: str, criterion: str) -> Answer:
        with reading(self._engine) as connection:
            return answer_rows.one(connection, respondent_id, criterion)

    def save(
        self,
        respondent_id: str,
        answer: Answer,
        *,
        most: int | None = None,
        holder: str | None = None,
    ) -> Answer:
        with writing(self._engine) as connection:
            now = self._clock()
            return answer_rows.save(connection, respondent_id, answer, now, most, holder)

    def save_all(
        self, respondent: Respondent, answers: Iterable[Answer], *, is_anonymous: bool = False
    ) -> list[Answer]:
        wanted = list(answers)  # made before the others have to wait
        with writing(self._engine) as connection:
            now = self._clock()
            assessments.add_respondents(connection, [respondent] if wanted else [], now)
            if wanted and is_anonymous:
                answer_rows.check_first(connection, respondent)
            return [answer_rows.save(connection, respondent.id, a, now, None) for a in wanted]

    def add(self, answers: Iterable[RespondentAnswer]) -> None:
        respondent_answers = list(answers)  # made before the others have to wait
        with writing(self._engine) as connection:
            answer_rows.add(connection, respondent_answers, self._clock())

    def of_assessment(self, assessment_id: str) -> list[RespondentAnswer]:
        with reading(self._engine) as connection:
            return answer_rows.of_assessment(connection, assessment_id)

    def history(self, respondent_id: str, criterion: str) -> list[Change]:
        with reading(self._engine) as connection:
            return answer_rows.history(connection, respondent_id, criterion)

    def counts(self, assessment_ids: Sequence[str]) -> list[CountRow]:
        with reading(self._engine) as connection:
            return answer_rows.counts(connection, assessment_ids)

    def participation(self, assessment_id: str) -> dict[str, int]:
        with reading(self._engine) as connection:
            return answer_rows.participation(connection, assessment_id)

    def comments(self, assessment_id: str) -> list[CommentRow]:
        with reading(self._engine) as connection:
            return answer_rows.comments(connection, assessment_id)

    def erase(self, respondent_id: str, most: int) -> None:
        with writing(self._engine) as connection:
            seats.erase_answers(connection, respondent_id, most, self._clock())
        forget_old_pages(self._engine)


class SqlInvitations:
    """Invitations, and the tokens of their open links."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def all(self, assessment_id: str) -> list[Invitation]:
        with reading(self._engine) as connection:
            return invitation_rows.of_assessment(connection, assessment_id)

    def get(self, invitation_id: str) -> Invitation:
        with reading(self._engine) as connection:
            return invitation_rows.one(connection, invitation_id)

    def save(self, invitation: Invitation) -> Invitation:
        with writing(self._engine) as connection:
            return invitation_rows.save(connection, invitation)

    def add(
        self,
        invitations: Iterable[Invitation],
        pairs: Iterable[Pair],
        respondents: Iterable[Respondent],
    ) -> None:
        with writing(self._engine) as connection:
            invitation_rows.add_seats(connection, invitations, pairs, respondents, self._clock())

    def find(self, token_hash: str) -> StoredOpenLink | None:
        with reading(self._engine) as connection:
            return seats.open_link(connection, token_hash)


class SqlPairs:
    """Pairs."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def save(self, pair: Pair) -> Pair:
        with writing(self._engine) as connection:
            return invitation_rows.save_pair(connection, pair)


class SqlRateLimits:
    """Rate limits: counts per minute that all processes share."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def count(self, bucket: str, most: int) -> None:
        now = self._clock()
        with reading(self._engine) as connection:  # a full bucket must not make others wait
            rate_limits.check(connection, bucket, most, now)
        with writing(self._engine) as connection:
            rate_limits.count(connection, bucket, most, now)


class SqlAgreements:
    """Agreements."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def all(self, project_id: str) -> list[Agreement]:
        with reading(self._engine) as connection:
            return agreements.of_project(connection, project_id)

    def save(self, agreement: Agreement) -> Agreement:
        with writing(self._engine) as connection:
            return agreements.save(connection, agreement, self._clock())

    def erase(self, agreement_id: str) -> None:
        with writing(self._engine) as connection:
            agreements.erase(connection, agreement_id, self._clock())


class SqlStore:
    """The Store on SQLite or PostgreSQL. `close` it when the program ends."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self.projects = SqlProjects(engine, clock)
        self.snapshots = SqlSnapshots(engine, clock)
        self.assessments = SqlAssessments(engine, clock)
        self.choices = SqlChoices(engine, clock)
        self.respondents = SqlRespondents(engine, clock)
        self.answers = SqlAnswers(engine, clock)
        self.invitations = SqlInvitations(engine, clock)
        self.pairs = SqlPairs(engine, clock)
        self.rate_limits = SqlRateLimits(engine, clock)
        self.agreements = SqlAgreements(engine, clock)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def health(self) -> None:
        with reading(self._engine) as connection:
            connection.execute(select(tables.projects.c.id).limit(1)).first()
