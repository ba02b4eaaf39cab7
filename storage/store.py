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
    Store,
    StoredOpenLink,
    StoredRespondent,
)
from storage import agreements, assessments, letters, projects, rate_limits, tables
from storage import answers as answer_rows
from storage import invitations as invitation_rows
from storage import respondents as seats
from storage.engine import forget_old_pages, reading, writing

Clock = Callable[[], datetime]  # gives the time with its zone


class SqlStore(Store):
    """The Store on SQLite or PostgreSQL. `close` it when the program ends."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def health(self) -> None:
        with reading(self._engine) as connection:
            connection.execute(select(tables.projects.c.id).limit(1)).first()

    def projects(self) -> list[Project]:
        with reading(self._engine) as connection:
            return projects.every(connection)

    def project(self, project_id: str) -> Project:
        with reading(self._engine) as connection:
            return projects.one(connection, project_id)

    def save_project(self, project: Project) -> Project:
        with writing(self._engine) as connection:
            return projects.save(connection, project, self._clock())

    def erase_project(self, project_id: str) -> None:
        with writing(self._engine) as connection:
            projects.erase(connection, project_id)
        forget_old_pages(self._engine)

    def keep_snapshot(self, content_hash: str, snapshot: str) -> None:
        with writing(self._engine) as connection:
            projects.keep_snapshot(connection, content_hash, snapshot)

    def snapshot(self, content_hash: str) -> str:
        with reading(self._engine) as connection:
            return projects.snapshot(connection, content_hash)

    def assessments(self, project_id: str) -> list[Assessment]:
        with reading(self._engine) as connection:
            return assessments.of_project(connection, project_id)

    def assessment(self, assessment_id: str) -> Assessment:
        with reading(self._engine) as connection:
            return assessments.one(connection, assessment_id)

    def add_assessment(
        self, assessment: Assessment, choices: Iterable[Choice], respondents: Iterable[Respondent]
    ) -> Assessment:
        with writing(self._engine) as connection:
            now = self._clock()
            return assessments.add(connection, assessment, choices, respondents, now)

    def save_assessment(self, assessment: Assessment) -> Assessment:
        with writing(self._engine) as connection:
            return assessments.save(connection, assessment, self._clock())

    def choices(self, assessment_id: str) -> dict[str, Choice]:
        with reading(self._engine) as connection:
            return assessments.choices(connection, assessment_id)

    def save_choices(self, assessment_id: str, choices: Iterable[Choice]) -> None:
        with writing(self._engine) as connection:
            assessments.save_choices(connection, assessment_id, choices, self._clock())

    def respondents(self, assessment_id: str) -> list[Respondent]:
        with reading(self._engine) as connection:
            return assessments.respondents(connection, assessment_id)

    def respondent(self, respondent_id: str) -> Respondent:
        with reading(self._engine) as connection:
            return assessments.respondent(connection, respondent_id)

    def add_respondents(self, respondents: Iterable[Respondent]) -> None:
        with writing(self._engine) as connection:
            assessments.add_respondents(connection, respondents, self._clock())

    def answers(self, respondent_id: str) -> dict[str, Answer]:
        with reading(self._engine) as connection:
            return answer_rows.of_respondent(connection, respondent_id)

    def answer(self, respondent_id: str, criterion: str) -> Answer:
        with reading(self._engine) as connection:
            return answer_rows.one(connection, respondent_id, criterion)

    def save_answer(
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

    def save_answers(
        self, respondent: Respondent, answers: Iterable[Answer], *, is_anonymous: bool = False
    ) -> list[Answer]:
        wanted = list(answers)  # made before the others have to wait
        with writing(self._engine) as connection:
            now = self._clock()
            assessments.add_respondents(connection, [respondent] if wanted else [], now)
            if wanted and is_anonymous:
                answer_rows.check_first(connection, respondent)
            return [answer_rows.save(connection, respondent.id, a, now, None) for a in wanted]

    def add_answers(self, answers: Iterable[RespondentAnswer]) -> None:
        respondent_answers = list(answers)  # made before the others have to wait
        with writing(self._engine) as connection:
            answer_rows.add(connection, respondent_answers, self._clock())

    def respondent_answers(self, assessment_id: str) -> list[RespondentAnswer]:
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

    def invitations(self, assessment_id: str) -> list[Invitation]:
        with reading(self._engine) as connection:
            return invitation_rows.of_assessment(connection, assessment_id)

    def round(self, invitation_id: str) -> Invitation:
        with reading(self._engine) as connection:
            return invitation_rows.one(connection, invitation_id)

    def save_invitation(self, invitation: Invitation) -> Invitation:
        with writing(self._engine) as connection:
            return invitation_rows.save(connection, invitation)

    def add_seats(
        self,
        invitations: Iterable[Invitation],
        pairs: Iterable[Pair],
        respondents: Iterable[Respondent],
    ) -> None:
        with writing(self._engine) as connection:
            invitation_rows.add_seats(connection, invitations, pairs, respondents, self._clock())

    def session(self, token_hash: str) -> StoredRespondent | None:
        with reading(self._engine) as connection:
            return seats.found(connection, token_hash)

    def open_link(self, token_hash: str) -> StoredOpenLink | None:
        with reading(self._engine) as connection:
            return seats.open_link(connection, token_hash)

    def join_invitation(self, respondent: Respondent, most: int) -> None:
        with writing(self._engine) as connection:
            seats.take(connection, respondent, most, self._clock())

    def begin_personal_link(self, personal_link_hash: str, token_hash: str, language: str) -> None:
        with writing(self._engine) as connection:
            letters.begin(connection, personal_link_hash, token_hash, language, self._clock())

    def replace_personal_link(self, respondent_id: str, token_hash: str) -> None:
        with writing(self._engine) as connection:
            letters.replace(connection, respondent_id, token_hash)

    def change_respondent(
        self, respondent_id: str, changes: Mapping[str, object], *, while_open: bool = False
    ) -> None:
        with writing(self._engine) as connection:
            seats.change(connection, respondent_id, changes, while_open=while_open)

    def erase_answers(self, respondent_id: str, most: int) -> None:
        with writing(self._engine) as connection:
            seats.erase_answers(connection, respondent_id, most, self._clock())
        forget_old_pages(self._engine)

    def respondents_of_pair(self, pair_id: str) -> list[Respondent]:
        with reading(self._engine) as connection:
            return seats.of_pair(connection, pair_id)

    def save_pair(self, pair: Pair) -> Pair:
        with writing(self._engine) as connection:
            return invitation_rows.save_pair(connection, pair)

    def count_one(self, bucket: str, most: int) -> None:
        now = self._clock()
        with reading(self._engine) as connection:  # a full bucket must not make others wait
            rate_limits.check(connection, bucket, most, now)
        with writing(self._engine) as connection:
            rate_limits.count(connection, bucket, most, now)

    def agreements(self, project_id: str) -> list[Agreement]:
        with reading(self._engine) as connection:
            return agreements.of_project(connection, project_id)

    def save_agreement(self, agreement: Agreement) -> Agreement:
        with writing(self._engine) as connection:
            return agreements.save(connection, agreement, self._clock())

    def erase_agreement(self, agreement_id: str) -> None:
        with writing(self._engine) as connection:
            agreements.erase(connection, agreement_id, self._clock())

    def last_change(self, project_id: str) -> datetime:
        with reading(self._engine) as connection:
            return projects.last_change(connection, project_id)
