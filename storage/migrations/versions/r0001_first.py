"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _projects()
    _snapshots()
    _assessments()
    _choices()
    _respondents()
    _answers()
    _answer_history()
    _actions()


def _projects() -> None:
    op.create_table(
        "projects",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(30)),
        sa.Column("target_group", sa.Text(), nullable=False),
        sa.Column("minors", sa.String(30)),
        sa.Column("stage", sa.String(30)),
        sa.Column("size", sa.Integer()),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("start_year", sa.Integer()),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_projects"),
    )


def _snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_snapshots"),
    )


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("catalogue", sa.Text(), nullable=False),
        sa.Column("catalogue_version", sa.Text(), nullable=False),
        sa.Column("catalogue_hash", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("ambition", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("previous", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_hash"], ["snapshots.hash"], name="fk_assessments_catalogue_hash"
        ),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_assessments_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
    )
    op.create_index("ix_assessments_catalogue_hash", "assessments", ["catalogue_hash"])
    op.create_index("ix_assessments_project", "assessments", ["project"])


def _choices() -> None:
    op.create_table(
        "choices",
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("in_scope", sa.Boolean(), nullable=False),
        sa.Column("requirement", sa.String(30), nullable=False),
        sa.Column("target", sa.Integer()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "requirement IN ('minimal', 'growth')", name=op.f("ck_choices_requirement")
        ),
        sa.CheckConstraint("target BETWEEN 0 AND 4", name=op.f("ck_choices_target")),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_choices_assessment", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("assessment", "criterion", name="pk_choices"),
    )


def _respondents() -> None:
    op.create_table(
        "respondents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text()),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_respondents_assessment", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_respondents"),
    )
    op.create_index("ix_respondents_assessment", "respondents", ["assessment"])


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("respondent", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("state", sa.String(30)),
        sa.Column("level", sa.Integer()),
        sa.Column("reason", sa.String(30)),
        sa.Column("reason_text", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("marked", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(level IS NULL) = (state IS NULL OR state <> 'level')",
            name=op.f("ck_answers_level_needs_state"),
        ),
        sa.CheckConstraint(
            "state IN ('level', 'not_applicable', 'unknown', 'declined')",
            name=op.f("ck_answers_state"),
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 4", name=op.f("ck_answers_level")),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_answers_assessment", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["respondent"], ["respondents.id"], name="fk_answers_respondent", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("respondent", "criterion", name="pk_answers"),
    )
    op.create_index("ix_answers_assessment_updated_at", "answers", ["assessment", "updated_at"])
    op.create_index(
        "ix_answers_counts", "answers", ["assessment", "criterion", "role", "state", "level"]
    )


def _answer_history() -> None:
    op.create_table(
        "answer_history",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("respondent", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("state", sa.String(30)),
        sa.Column("level", sa.Integer()),
        sa.Column("reason", sa.String(30)),
        sa.Column("reason_text", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("marked", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["respondent"],
            ["respondents.id"],
            name="fk_answer_history_respondent",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_answer_history"),
    )
    op.create_index(
        "ix_answer_history_respondent_criterion", "answer_history", ["respondent", "criterion"]
    )


def _actions() -> None:
    op.create_table(
        "actions",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('open', 'busy', 'done', 'dropped')", name=op.f("ck_actions_status")
        ),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_actions_assessment", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_actions_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_actions"),
        sa.UniqueConstraint("id", name="uq_actions_id"),
    )
    op.create_index("ix_actions_assessment", "actions", ["assessment"])
    op.create_index("ix_actions_project", "actions", ["project"])
