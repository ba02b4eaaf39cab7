"""The tables of group sessions, and of the profiles that come of them."""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)
from sqlalchemy.types import TypeDecorator

from assessment.project_profiles import ProfileEntry
from assessment.session.notes import NoteKind, NoteStatus
from assessment.session.script import Script
from assessment.session.states import (
    Command,
    Purpose,
    SessionKey,
    SessionPhase,
    SessionState,
    TalkForm,
    Turn,
)
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
from storage.tables import metadata


class ScriptJson(TypeDecorator[Script]):
    """A script as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Script | None, _dialect: Dialect) -> Any:
        """Write the script as plain data."""
        return value and value.model_dump(mode="json")

    def process_result_value(self, value: Any, _dialect: Dialect) -> Script:
        """Read the script back, which was checked when it was written."""
        return Script.model_validate(value)


class EntriesJson(TypeDecorator[tuple[ProfileEntry, ...]]):
    """The entries of a profile as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self, value: tuple[ProfileEntry, ...] | None, _dialect: Dialect
    ) -> list[dict[str, Any]]:
        """Write the entries as plain data."""
        return [dict(vars(entry)) for entry in value or ()]

    def process_result_value(self, value: Any, _dialect: Dialect) -> tuple[ProfileEntry, ...]:
        """Read the entries back."""
        return tuple(ProfileEntry(**entry) for entry in value)


def _hash(name: str, *, unique: bool = True) -> Column[str]:
    return Column(name, PlainText(name), unique=unique)


sessions = Table(
    "sessions",
    metadata,
    text("id", primary_key=True),
    text("name"),
    text("language"),
    word("purpose", Purpose, nullable=False),
    number("planned_minutes"),
    number("people_expected"),
    Column("roles", Words, nullable=False),
    text("catalogue"),
    text("catalogue_version"),
    Column(
        "catalogue_hash", PlainText("catalogue_hash"), ForeignKey("snapshots.hash"), nullable=False
    ),
    Column("script", ScriptJson, nullable=False),
    time("created_at"),
    parent("project", "projects.id", nullable=True),
    # of a session on no project; none without accounts
    parent("organisation", "organisations.id", nullable=True),
    text("assessment"),  # no foreign key: a session outlives what its items came from
    number("threshold"),
    _hash("control_hash"),
    _hash("helper_hash"),
    _hash("screen_hash"),
    _hash("join_hash"),
    _hash("code_hash"),
    word("state", SessionState, nullable=False),
    text("step"),
    text("item"),
    word("phase", SessionPhase, nullable=False),
    word("turn", Turn, nullable=False),
    Column("open_items", Words, nullable=False),
    word("talk", TalkForm),
    time("until", nullable=True),
    time("paused_at", nullable=True),
    Column("by_table", Boolean, nullable=False),
    number("without_phone"),
    number("extra_minutes"),
    time("opened_at", nullable=True),
    time("started_at", nullable=True),
    time("ended_at", nullable=True),
    number("version"),
    # what else changed for everybody, but no command: notes, agreed values, agreements
    Column("revision", Integer, nullable=False, default=0),
    Index(None, "project"),
    Index(None, "organisation"),
    Index(None, "catalogue_hash"),
)

session_people = Table(
    "session_people",
    metadata,
    text("id", primary_key=True),
    parent("session", "sessions.id"),
    text("role"),
    Column("token_hash", PlainText("token_hash"), nullable=False, unique=True),
    text("phrase_hash"),
    number("table", nullable=True),
    Column("left", Boolean, nullable=False),
    Index(None, "session", "phrase_hash", unique=True),
    Index(None, "session", "table", unique=True),
)

session_votes = Table(
    "session_votes",
    metadata,
    parent("person", "session_people.id", primary_key=True),
    text("step", primary_key=True),
    text("item", primary_key=True),
    word("turn", Turn, primary_key=True),
    text("choice"),
    text("need"),
    text("word"),
    number("version"),
    parent("session", "sessions.id"),  # of the person: counting then reads one index
    text("role"),
    CheckConstraint("turn IN ('first', 'second')", "turn"),
    Index("ix_session_votes_counts", "session", "step", "turn", "item", "role", "choice", "need"),
)

session_shown = Table(
    "session_shown",
    metadata,
    parent("session", "sessions.id", primary_key=True),
    text("step", primary_key=True),
    text("item", primary_key=True),
    word("turn", Turn, primary_key=True),
    CheckConstraint("turn IN ('first', 'second')", "turn"),
)

session_hands = Table(
    "session_hands",
    metadata,
    parent("session", "sessions.id", primary_key=True),
    text("step", primary_key=True),
    text("item", primary_key=True),
    word("turn", Turn, primary_key=True),
    text("question", primary_key=True),
    text("role", primary_key=True),
    text("choice", primary_key=True),
    number("count"),
    CheckConstraint("turn IN ('first', 'second')", "turn"),
    CheckConstraint("count >= 0", "count"),
)

session_notes = Table(
    "session_notes",
    metadata,
    text("id", primary_key=True),
    parent("session", "sessions.id"),
    text("step"),
    text("item"),
    text("text"),
    word("kind", NoteKind, nullable=False),
    word("status", NoteStatus, nullable=False),
    Column("merged_into", PlainText("merged_into")),
    number("version"),
    Index(None, "session"),
)

agreed_values = Table(
    "agreed_values",
    metadata,
    parent("session", "sessions.id", primary_key=True),
    text("step", primary_key=True),
    text("item", primary_key=True),
    text("value"),
    Column("requirement", String(WORD_LENGTH)),
    Column("in_scope", Boolean),
    text("reason"),
    number("for_it"),
    number("live_with_it"),
    number("not_yet"),
    text("dissent"),
    number("version"),
    CheckConstraint("requirement IN ('minimal', 'growth')", "requirement"),
)

session_agreements = Table(
    "session_agreements",
    metadata,
    order(),
    Column("id", PlainText("id"), nullable=False, unique=True),
    parent("session", "sessions.id"),
    text("text"),
    text("owner"),
    Column("due", Date),
    text("criterion"),
    text("agreement"),
    number("version"),
    Index(None, "session"),
)

session_log = Table(
    "session_log",
    metadata,
    order(),
    parent("session", "sessions.id"),
    word("by", SessionKey, nullable=False),
    word("command", Command, nullable=False),
    text("before"),
    number("version"),
    Column("taken_back", Boolean, nullable=False),
    Index(None, "session"),
)

project_profiles = Table(
    "project_profiles",
    metadata,
    text("id", primary_key=True),
    parent("project", "projects.id"),
    text("name"),
    text("catalogue"),
    text("base"),
    Column("entries", EntriesJson, nullable=False),
    text("session"),  # no foreign key: it stays when the session is erased
    number("version"),
    Index(None, "project"),
)
