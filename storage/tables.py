"""The tables: one row per project, assessment, respondent, answer and so on.

Columns carry the names of the fields they hold, so that a row is its domain object.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    MetaData,
    String,
    Table,
    literal_column,
)

from assessment.agreements import AgreementStatus
from assessment.answers import AnswerState, Reason
from assessment.projects import Kind, Minors, Stage
from storage.column_types import (
    WORD_LENGTH,
    PlainText,
    Words,
    number,
    order,
    parent,
    text,
    time,
    word,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _answer_columns() -> list[Column[Any]]:
    return [
        word("state", AnswerState),
        number("level", nullable=True),
        word("reason", Reason),
        text("reason_text"),
        text("comment"),
        text("evidence"),
        Column("marked", Boolean, nullable=False),
        number("version"),
    ]


HAS_COMMENT: ColumnElement[bool] = literal_column(
    "comment <> ''"
)  # as text: only so it is seen to fit the index

projects = Table(
    "projects",
    metadata,
    text("id", primary_key=True),
    text("name"),
    time("created_at"),
    word("kind", Kind),
    text("target_group"),
    word("minors", Minors),
    word("stage", Stage),
    number("size", nullable=True),
    text("region"),
    number("start_year", nullable=True),
    Column("languages", Words, nullable=False),
    text("contact"),
    Column("is_example", Boolean, nullable=False),
    number("version"),
    time("updated_at"),
    parent("organisation", "organisations.id", nullable=True),  # none without accounts
    Index(None, "organisation"),
)

snapshots = Table("snapshots", metadata, text("hash", primary_key=True), text("snapshot"))

assessments = Table(
    "assessments",
    metadata,
    text("id", primary_key=True),
    parent("project", "projects.id"),
    text("name"),
    text("catalogue"),
    text("catalogue_version"),
    Column(
        "catalogue_hash", PlainText("catalogue_hash"), ForeignKey("snapshots.hash"), nullable=False
    ),
    text("profile"),
    text("ambition"),
    time("started_at"),
    time("closed_at", nullable=True),
    Column("previous", PlainText("previous")),  # no foreign key: an import may bring it later
    number("threshold", nullable=True),
    time("published_at", nullable=True),
    Column("gives_feedback", Boolean, nullable=False),
    number("version"),
    time("updated_at"),
    Index(None, "project"),
    Index(None, "catalogue_hash"),
)

choices = Table(
    "choices",
    metadata,
    parent("assessment", "assessments.id", primary_key=True),
    text("criterion", primary_key=True),
    Column("in_scope", Boolean, nullable=False),
    Column("requirement", String(WORD_LENGTH), nullable=False),
    number("target", nullable=True),
    text("reason"),
    CheckConstraint("requirement IN ('minimal', 'growth')", "requirement"),
    CheckConstraint("target BETWEEN 0 AND 4", "target"),
)

invitations = Table(
    "invitations",
    metadata,
    order(),
    Column("id", PlainText("id"), nullable=False, unique=True),
    parent("assessment", "assessments.id"),
    text("role"),
    text("profile"),
    number("max_respondents"),
    Column("until", Date),
    Column("open_hash", PlainText("open_hash"), unique=True),
    Column("in_pairs", Boolean, nullable=False),
    time("closed_at", nullable=True),
    text("own_line"),
    Column("open_code_hash", PlainText("open_code_hash")),
    time("stormed_at", nullable=True),
    Column("to_judge", Boolean, nullable=False),
    number("version"),
    Index(None, "assessment"),
    Index(None, "open_code_hash", unique=True),
)

pairs = Table(
    "pairs",
    metadata,
    text("id", primary_key=True),
    parent("assessment", "assessments.id"),
    text("agreement"),
    number("version"),
    Index(None, "assessment"),
)

respondents = Table(
    "respondents",
    metadata,
    text("id", primary_key=True),
    parent("assessment", "assessments.id"),
    text("role"),
    Column("token_hash", PlainText("token_hash"), unique=True),
    parent("invitation", "invitations.id", nullable=True),
    number("number"),
    parent("pair", "pairs.id", nullable=True),
    time("revoked_at", nullable=True),
    time("started_at", nullable=True),
    time("finished_at", nullable=True),
    Column("shares", Boolean, nullable=False),
    text("language"),
    Column("personal_link_hash", PlainText("personal_link_hash"), unique=True),
    Column("code_hash", PlainText("code_hash")),
    Index(None, "code_hash", unique=True),
    Index(None, "assessment"),
    Index(None, "invitation"),
    Index(None, "pair"),
)

answers = Table(
    "answers",
    metadata,
    parent("respondent", "respondents.id", primary_key=True),
    text("criterion", primary_key=True),
    *_answer_columns(),
    # of the respondent, who never changes them: counting then reads one index and nothing else
    parent("assessment", "assessments.id"),
    text("role"),
    time("updated_at"),
    CheckConstraint("state IN ('level', 'not_applicable', 'unknown', 'declined')", "state"),
    CheckConstraint("level BETWEEN 0 AND 4", "level"),
    CheckConstraint("(level IS NULL) = (state IS NULL OR state <> 'level')", "level_needs_state"),
    Index("ix_answers_counts", "assessment", "criterion", "role", "state", "level", "respondent"),
    # most answers have none: few rows to look at, however many answers there are
    Index(
        "ix_answers_comments",
        "assessment",
        sqlite_where=HAS_COMMENT,
        postgresql_where=HAS_COMMENT,
    ),
)

# of a closed assessment, whose answers do not change: what `assessment.scoring.counts` keeps as text
kept_counts = Table(
    "kept_counts",
    metadata,
    parent("assessment", "assessments.id", primary_key=True),
    Column("criteria", Words, nullable=False),
    Column("roles", Words, nullable=False),
    text("counts"),
)

answer_history = Table(
    "answer_history",
    metadata,
    order(),
    parent("respondent", "respondents.id"),
    text("criterion"),
    *_answer_columns(),
    time("changed_at"),
    Index(None, "respondent", "criterion"),
)

# apart from answers: what is judged enters no score
judgements = Table(
    "judgements",
    metadata,
    parent("respondent", "respondents.id", primary_key=True),
    text("criterion", primary_key=True),  # empty: what the respondent misses
    text("choice"),
    text("need"),
    text("note"),
    number("version"),
    # of the respondent, who never changes them
    parent("assessment", "assessments.id"),
    text("role"),
    time("updated_at"),
    Index(None, "assessment"),
)

agreements = Table(
    "agreements",
    metadata,
    order(),
    Column("id", PlainText("id"), nullable=False, unique=True),
    parent("project", "projects.id"),
    parent("assessment", "assessments.id"),
    text("criterion"),
    text("text"),
    text("owner"),
    Column("due", Date),
    word("status", AgreementStatus, nullable=False),
    text("outcome"),
    number("version"),
    CheckConstraint("status IN ('open', 'busy', 'done', 'dropped')", "status"),
    Index(None, "project"),
    Index(None, "assessment"),
)

# how often something happened in a minute: rate limits that all processes share
rate_limits = Table(
    "rate_limits",
    metadata,
    text("bucket", primary_key=True),
    number("minute", primary_key=True),  # since 1970
    number("count"),
)
