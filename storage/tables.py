"""The tables: one row per project, assessment, choice, respondent, answer, change and action.

Columns carry the names of the fields they hold, so that a row is its domain object.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

from assessment.answers import AnswerState, Reason, check_characters
from assessment.errors import InvalidInput
from assessment.projects import ActionStatus, Kind, Minors, Stage

WORD_LENGTH = 30  # characters of the longest state, reason or kind there may ever be


class PlainText(TypeDecorator[str]):
    """Text that every database keeps as it is; other text is refused under the name of its field."""

    impl = Text
    cache_ok = True

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Check the text on its way in."""
        if value is not None:
            check_characters(self.field, value)
        return value


class UtcTime(TypeDecorator[datetime]):
    """A moment, in UTC on its way in and out, whatever the database makes of time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a time without a zone: it could mean any moment of that day."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"The time {value} has no time zone. Write it like 2026-11-20T09:00:00Z."
            raise InvalidInput("time", "time_zone", message)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give SQLite's times, which carry no zone, the one they were written in."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of words."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: Any, _dialect: Dialect) -> tuple[str, ...]:
        """Make the list a tuple again, as the domain holds it."""
        return tuple(value)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, PlainText(name), primary_key=primary_key, nullable=False)


def _parent(name: str, target: str, *, primary_key: bool = False) -> Column[str]:
    link = ForeignKey(target, ondelete="CASCADE")
    return Column(name, PlainText(name), link, primary_key=primary_key, nullable=False)


def _word(name: str, words: type[StrEnum], *, nullable: bool = True) -> Column[Any]:
    # stored as plain text: a new word needs no change of the table, a check is added where
    # results depend on the word
    kind = Enum(
        words,
        native_enum=False,
        length=WORD_LENGTH,
        values_callable=lambda members: [member.value for member in members],
    )
    return Column(name, kind, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, UtcTime, nullable=nullable)


def _order() -> Column[int]:
    return Column("number", Integer, Identity(), primary_key=True)


def _answer_columns() -> list[Column[Any]]:
    return [
        _word("state", AnswerState),
        _number("level", nullable=True),
        _word("reason", Reason),
        _text("reason_text"),
        _text("comment"),
        _text("evidence"),
        Column("marked", Boolean, nullable=False),
        _number("version"),
    ]


projects = Table(
    "projects",
    metadata,
    _text("id", primary_key=True),
    _text("name"),
    _time("created_at"),
    _word("kind", Kind),
    _text("target_group"),
    _word("minors", Minors),
    _word("stage", Stage),
    _number("size", nullable=True),
    _text("region"),
    _number("start_year", nullable=True),
    Column("languages", Words, nullable=False),
    Column("is_example", Boolean, nullable=False),
    _number("version"),
    _time("updated_at"),
)

snapshots = Table("snapshots", metadata, _text("hash", primary_key=True), _text("snapshot"))

assessments = Table(
    "assessments",
    metadata,
    _text("id", primary_key=True),
    _parent("project", "projects.id"),
    _text("name"),
    _text("catalogue"),
    _text("catalogue_version"),
    Column(
        "catalogue_hash", PlainText("catalogue_hash"), ForeignKey("snapshots.hash"), nullable=False
    ),
    _text("profile"),
    _text("ambition"),
    _time("started_at"),
    _time("closed_at", nullable=True),
    Column("previous", PlainText("previous")),  # no foreign key: an import may bring it later
    _number("version"),
    _time("updated_at"),
    Index(None, "project"),
    Index(None, "catalogue_hash"),
)

choices = Table(
    "choices",
    metadata,
    _parent("assessment", "assessments.id", primary_key=True),
    _text("criterion", primary_key=True),
    Column("in_scope", Boolean, nullable=False),
    Column("requirement", String(WORD_LENGTH), nullable=False),
    _number("target", nullable=True),
    _text("reason"),
    CheckConstraint("requirement IN ('minimal', 'growth')", "requirement"),
    CheckConstraint("target BETWEEN 0 AND 4", "target"),
)

respondents = Table(
    "respondents",
    metadata,
    _text("id", primary_key=True),
    _parent("assessment", "assessments.id"),
    _text("role"),
    Column("token_hash", PlainText("token_hash")),
    Index(None, "assessment"),
)

answers = Table(
    "answers",
    metadata,
    _parent("respondent", "respondents.id", primary_key=True),
    _text("criterion", primary_key=True),
    *_answer_columns(),
    # of the respondent, who never changes them: counting then reads one index and nothing else
    _parent("assessment", "assessments.id"),
    _text("role"),
    _time("updated_at"),
    CheckConstraint("state IN ('level', 'not_applicable', 'unknown', 'declined')", "state"),
    CheckConstraint("level BETWEEN 0 AND 4", "level"),
    CheckConstraint("(level IS NULL) = (state IS NULL OR state <> 'level')", "level_needs_state"),
    Index("ix_answers_counts", "assessment", "criterion", "role", "state", "level"),
    Index(None, "assessment", "updated_at"),
)

answer_history = Table(
    "answer_history",
    metadata,
    _order(),
    _parent("respondent", "respondents.id"),
    _text("criterion"),
    *_answer_columns(),
    _time("changed_at"),
    Index(None, "respondent", "criterion"),
)

actions = Table(
    "actions",
    metadata,
    _order(),
    Column("id", PlainText("id"), nullable=False, unique=True),
    _parent("project", "projects.id"),
    _parent("assessment", "assessments.id"),
    _text("criterion"),
    _text("text"),
    _text("owner"),
    Column("due", Date),
    _word("status", ActionStatus, nullable=False),
    _text("outcome"),
    _number("version"),
    CheckConstraint("status IN ('open', 'busy', 'done', 'dropped')", "status"),
    Index(None, "project"),
    Index(None, "assessment"),
)
