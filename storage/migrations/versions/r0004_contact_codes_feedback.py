"""Whom to turn to, a line of one's own in letters, short codes, and telling those who answered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # the defaults stay: without them SQLite would have to rebuild every table
    for table, column in (("projects", "contact"), ("invitations", "own_line")):
        op.add_column(table, sa.Column(column, sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "assessments",
        sa.Column("gives_feedback", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    for table, column in (("invitations", "open_code_hash"), ("respondents", "code_hash")):
        op.add_column(table, sa.Column(column, sa.Text()))
        op.create_index(f"ix_{table}_{column}", table, [column], unique=True)
