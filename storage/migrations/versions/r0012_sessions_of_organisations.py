"""A session on no project may belong to an organisation: that of all, where there is only one."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("organisation", sa.Text()))
        table.create_foreign_key(
            "fk_sessions_organisation",
            "organisations",
            ["organisation"],
            ["id"],
            ondelete="CASCADE",
        )
        table.create_index("ix_sessions_organisation", ["organisation"])
    op.execute(
        "UPDATE sessions SET organisation = (SELECT id FROM organisations) "
        "WHERE project IS NULL AND (SELECT count(*) FROM organisations) = 1"
    )
