"""Invitations that ask to judge the criteria, and what is judged."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column(
        "invitations",
        sa.Column("to_judge", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "judgements",
        sa.Column("respondent", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("need", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["respondent"], ["respondents.id"], name="fk_judgements_respondent", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_judgements_assessment", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("respondent", "criterion", name="pk_judgements"),
    )
    op.create_index("ix_judgements_assessment", "judgements", ["assessment"])
