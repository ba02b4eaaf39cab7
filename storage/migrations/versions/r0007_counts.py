"""Counts that are kept of closed assessments, and an index of the answers with a comment."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    # empty: the counts of assessments that are closed already are made when the store is opened
    op.create_table(
        "kept_counts",
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("assessment", name="pk_kept_counts"),
        sa.ForeignKeyConstraint(
            ["assessment"],
            ["assessments.id"],
            name="fk_kept_counts_assessment",
            ondelete="CASCADE",
        ),
    )
    has_comment = sa.text("comment <> ''")
    op.create_index(
        "ix_answers_comments",
        "answers",
        ["assessment"],
        sqlite_where=has_comment,
        postgresql_where=has_comment,
    )
