"""Rounds, seats and pairs of other voices."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _rounds()
    _pairs()
    _limits()
    _assessments()
    _respondents()
    _answers()


def _rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("open_hash", sa.Text()),
        sa.Column("in_pairs", sa.Boolean(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_rounds_assessment", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_rounds"),
        sa.UniqueConstraint("id", name="uq_rounds_id"),
        sa.UniqueConstraint("open_hash", name="uq_rounds_open_hash"),
    )
    op.create_index("ix_rounds_assessment", "rounds", ["assessment"])


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_pairs_assessment", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pairs"),
    )
    op.create_index("ix_pairs_assessment", "pairs", ["assessment"])


def _limits() -> None:
    op.create_table(
        "limits",
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "minute", name="pk_limits"),
    )


def _assessments() -> None:
    op.add_column("assessments", sa.Column("threshold", sa.Integer()))
    op.add_column("assessments", sa.Column("published_at", sa.DateTime(timezone=True)))


def _respondents() -> None:
    with op.batch_alter_table("respondents") as table:
        table.add_column(sa.Column("round", sa.Text()))
        table.add_column(
            sa.Column("number", sa.Integer(), nullable=False, server_default=sa.text("0"))
        )
        table.add_column(sa.Column("pair", sa.Text()))
        for name in ("revoked_at", "started_at", "finished_at"):
            table.add_column(sa.Column(name, sa.DateTime(timezone=True)))
        table.add_column(
            sa.Column("shares", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.add_column(sa.Column("language", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("letter_hash", sa.Text()))
        for name in ("round", "pair"):
            table.create_foreign_key(
                f"fk_respondents_{name}", f"{name}s", [name], ["id"], ondelete="CASCADE"
            )
        for name in ("token_hash", "letter_hash"):
            table.create_unique_constraint(f"uq_respondents_{name}", [name])
    with op.batch_alter_table("respondents") as table:
        for name in ("number", "shares", "language"):
            table.alter_column(name, server_default=None)
    for name in ("round", "pair"):
        op.create_index(f"ix_respondents_{name}", "respondents", [name])


def _answers() -> None:
    op.drop_index("ix_answers_assessment_updated_at", "answers")
    op.drop_index("ix_answers_counts", "answers")
    op.create_index(
        "ix_answers_counts",
        "answers",
        ["assessment", "criterion", "role", "state", "level", "respondent"],
    )
