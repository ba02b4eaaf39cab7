"""Group sessions with their votes, hands, notes and agreed values; profiles of projects."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    _project_profiles()
    _sessions()
    _agreed_values()
    _session_agreements()
    _session_hands()
    _session_log()
    _session_notes()
    _session_people()
    _session_shown()
    _session_votes()


def _project_profiles() -> None:
    op.create_table(
        "project_profiles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("catalogue", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("entries", sa.JSON(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_project_profiles_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_project_profiles"),
    )
    op.create_index("ix_project_profiles_project", "project_profiles", ["project"])


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("purpose", sa.String(30), nullable=False),
        sa.Column("planned_minutes", sa.Integer(), nullable=False),
        sa.Column("people_expected", sa.Integer(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("catalogue", sa.Text(), nullable=False),
        sa.Column("catalogue_version", sa.Text(), nullable=False),
        sa.Column("catalogue_hash", sa.Text(), nullable=False),
        sa.Column("script", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("project", sa.Text()),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("control_hash", sa.Text()),
        sa.Column("helper_hash", sa.Text()),
        sa.Column("screen_hash", sa.Text()),
        sa.Column("join_hash", sa.Text()),
        sa.Column("code_hash", sa.Text()),
        sa.Column("state", sa.String(30), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("phase", sa.String(30), nullable=False),
        sa.Column("turn", sa.String(30), nullable=False),
        sa.Column("open_items", sa.JSON(), nullable=False),
        sa.Column("talk", sa.String(30)),
        sa.Column("until", sa.DateTime(timezone=True)),
        sa.Column("paused_at", sa.DateTime(timezone=True)),
        sa.Column("by_table", sa.Boolean(), nullable=False),
        sa.Column("without_phone", sa.Integer(), nullable=False),
        sa.Column("extra_minutes", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True)),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_hash"], ["snapshots.hash"], name="fk_sessions_catalogue_hash"
        ),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_sessions_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("code_hash", name="uq_sessions_code_hash"),
        sa.UniqueConstraint("control_hash", name="uq_sessions_control_hash"),
        sa.UniqueConstraint("helper_hash", name="uq_sessions_helper_hash"),
        sa.UniqueConstraint("join_hash", name="uq_sessions_join_hash"),
        sa.UniqueConstraint("screen_hash", name="uq_sessions_screen_hash"),
    )
    op.create_index("ix_sessions_catalogue_hash", "sessions", ["catalogue_hash"])
    op.create_index("ix_sessions_project", "sessions", ["project"])


def _agreed_values() -> None:
    op.create_table(
        "agreed_values",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("requirement", sa.String(length=30)),
        sa.Column("in_scope", sa.Boolean()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("for_it", sa.Integer(), nullable=False),
        sa.Column("live_with_it", sa.Integer(), nullable=False),
        sa.Column("not_yet", sa.Integer(), nullable=False),
        sa.Column("dissent", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "requirement IN ('minimal', 'growth')", name=op.f("ck_agreed_values_requirement")
        ),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_agreed_values_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session", "step", "item", name="pk_agreed_values"),
    )


def _session_agreements() -> None:
    op.create_table(
        "session_agreements",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_session_agreements_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_session_agreements"),
        sa.UniqueConstraint("id", name="uq_session_agreements_id"),
    )
    op.create_index("ix_session_agreements_session", "session_agreements", ["session"])


def _session_hands() -> None:
    op.create_table(
        "session_hands",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("turn", sa.String(30), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.CheckConstraint("turn IN ('first', 'second')", name=op.f("ck_session_hands_turn")),
        sa.CheckConstraint("count >= 0", name=op.f("ck_session_hands_count")),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_session_hands_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "session", "step", "item", "turn", "question", "role", "choice", name="pk_session_hands"
        ),
    )


def _session_log() -> None:
    op.create_table(
        "session_log",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("by", sa.String(30), nullable=False),
        sa.Column("command", sa.String(30), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_session_log_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_session_log"),
    )
    op.create_index("ix_session_log_session", "session_log", ["session"])


def _session_notes() -> None:
    op.create_table(
        "session_notes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("merged_into", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_session_notes_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session_notes"),
    )
    op.create_index("ix_session_notes_session", "session_notes", ["session"])


def _session_people() -> None:
    op.create_table(
        "session_people",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("phrase_hash", sa.Text(), nullable=False),
        sa.Column("table", sa.Integer()),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_session_people_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session_people"),
        sa.UniqueConstraint("token_hash", name="uq_session_people_token_hash"),
    )
    op.create_index(
        "ix_session_people_session_phrase_hash",
        "session_people",
        ["session", "phrase_hash"],
        unique=True,
    )
    op.create_index(
        "ix_session_people_session_table", "session_people", ["session", "table"], unique=True
    )


def _session_shown() -> None:
    op.create_table(
        "session_shown",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("turn", sa.String(30), nullable=False),
        sa.CheckConstraint("turn IN ('first', 'second')", name=op.f("ck_session_shown_turn")),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_session_shown_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session", "step", "item", "turn", name="pk_session_shown"),
    )


def _session_votes() -> None:
    op.create_table(
        "session_votes",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("turn", sa.String(30), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("need", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint("turn IN ('first', 'second')", name=op.f("ck_session_votes_turn")),
        sa.ForeignKeyConstraint(
            ["person"], ["session_people.id"], name="fk_session_votes_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name="fk_session_votes_session", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person", "step", "item", "turn", name="pk_session_votes"),
    )
    op.create_index(
        "ix_session_votes_counts",
        "session_votes",
        ["session", "step", "turn", "item", "role", "choice", "need"],
    )
