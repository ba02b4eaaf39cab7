"""Mails that wait to be sent, and who wants no reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.Text()),
        sa.Column("organisation", sa.Text()),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_outbox_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisations.id"],
            name="fk_outbox_organisation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    for column in ("account", "due_at", "organisation"):
        op.create_index(f"ix_outbox_{column}", "outbox", [column], unique=False)
    op.create_table(
        "reminders",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_reminders_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account", name="pk_reminders"),
        sa.UniqueConstraint("token", name="uq_reminders_token"),
    )
