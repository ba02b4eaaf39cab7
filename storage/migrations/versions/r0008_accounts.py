"""Organisations, accounts, memberships and logins; projects may belong to an organisation."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    _accounts()
    _organisations()
    _log()
    with op.batch_alter_table("projects") as table:
        table.add_column(sa.Column("organisation", sa.Text()))
        table.create_foreign_key(
            "fk_projects_organisation",
            "organisations",
            ["organisation"],
            ["id"],
            ondelete="CASCADE",
        )
        table.create_index("ix_projects_organisation", ["organisation"])


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("password_hash", sa.Text()),
        sa.Column("code_secret", sa.Text()),
        sa.Column("code_used", sa.Integer(), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True)),
        sa.Column("last_seen", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("address", name="uq_accounts_address"),
    )
    op.create_table(
        "passkeys",
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_passkeys_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("credential_id", name="pk_passkeys"),
    )
    op.create_index("ix_passkeys_account", "passkeys", ["account"], unique=False)
    op.create_table(
        "identities",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_identities_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("issuer", "subject", name="pk_identities"),
    )
    op.create_index("ix_identities_account", "identities", ["account"], unique=False)
    op.create_table(
        "recovery_codes",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_recovery_codes_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account", "hash", name="pk_recovery_codes"),
    )
    op.create_table(
        "devices",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_devices_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account", "hash", name="pk_devices"),
    )
    op.create_table(
        "logins",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("factors", sa.JSON(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_logins_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_logins"),
        sa.UniqueConstraint("token_hash", name="uq_logins_token_hash"),
    )
    op.create_index("ix_logins_account", "logins", ["account"], unique=False)


def _organisations() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
    )
    op.create_table(
        "memberships",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text()),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("project", sa.Text()),
        sa.Column("until", sa.Date()),
        sa.CheckConstraint(
            "(kind = 'server_admin') = (organisation IS NULL)",
            name="of_organisation",
        ),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_memberships_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisations.id"],
            name="fk_memberships_organisation",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_memberships_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_memberships"),
    )
    op.create_index("ix_memberships_account", "memberships", ["account"], unique=False)
    op.create_index("ix_memberships_organisation", "memberships", ["organisation"], unique=False)
    op.create_index("ix_memberships_project", "memberships", ["project"], unique=False)
    op.create_table(
        "account_links",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("purpose", sa.String(length=30), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.Text()),
        sa.Column("organisation", sa.Text()),
        sa.Column("kind", sa.String(length=30)),
        sa.Column("project", sa.Text()),
        sa.Column("membership_until", sa.Date()),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text()),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name="fk_account_links_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisations.id"],
            name="fk_account_links_organisation",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_account_links_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hash", name="pk_account_links"),
    )
    op.create_index("ix_account_links_account", "account_links", ["account"], unique=False)
    op.create_index(
        "ix_account_links_organisation", "account_links", ["organisation"], unique=False
    )
    op.create_index("ix_account_links_project", "account_links", ["project"], unique=False)


def _log() -> None:
    op.create_table(
        "acts_log",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.Text()),
        sa.Column("organisation", sa.Text()),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_acts_log"),
    )
    op.create_index(
        "ix_acts_log_organisation_number", "acts_log", ["organisation", "number"], unique=False
    )
