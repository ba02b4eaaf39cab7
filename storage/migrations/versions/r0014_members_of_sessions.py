"""A membership, and a link to join, may be of one session."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    for name in ("memberships", "account_links"):
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("session", sa.Text()))
            table.create_foreign_key(
                f"fk_{name}_session", "sessions", ["session"], ["id"], ondelete="CASCADE"
            )
            table.create_index(f"ix_{name}_session", ["session"])
