"""Whom to turn to, a line of one's own in letters, short codes, and telling those who answered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _text("projects", "contact")
    _text("invitations", "own_line")
    with op.batch_alter_table("assessments") as table:
        table.add_column(
            sa.Column("gives_feedback", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("assessments") as table:
        table.alter_column("gives_feedback", server_default=None)
    for name, column in (("invitations", "open_code_hash"), ("respondents", "code_hash")):
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column(column, sa.Text()))
            table.create_unique_constraint(f"uq_{name}_{column}", [column])


def _text(name: str, column: str) -> None:
    """Add a text that must be there: empty in every row of before."""
    with op.batch_alter_table(name) as table:
        table.add_column(sa.Column(column, sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table(name) as table:
        table.alter_column(column, server_default=None)
