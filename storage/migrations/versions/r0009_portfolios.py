"""Portfolios, invitations to them, shares, who read them, looks from outside, and bands."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _portfolios()
    _shares()


def _portfolios() -> None:
    op.create_table(
        "portfolios",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.Column("never_ranks", sa.Boolean(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_pool", sa.Boolean(), nullable=False),
        sa.Column("gives_back", sa.Boolean(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisations.id"],
            name="fk_portfolios_organisation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_portfolios"),
    )
    op.create_index("ix_portfolios_organisation", "portfolios", ["organisation"], unique=False)
    op.create_table(
        "portfolio_invitations",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("portfolio", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["portfolio"],
            ["portfolios.id"],
            name="fk_portfolio_invitations_portfolio",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("hash", name="pk_portfolio_invitations"),
    )
    op.create_index(
        "ix_portfolio_invitations_portfolio", "portfolio_invitations", ["portfolio"], unique=False
    )
    op.create_table(
        "band_editions",
        sa.Column("portfolio", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("bands", sa.JSON(), nullable=False),
        sa.Column("shares", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["portfolio"], ["portfolios.id"], name="fk_band_editions_portfolio", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("portfolio", "made_on", name="pk_band_editions"),
    )


def _shares() -> None:
    op.create_table(
        "shares",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("portfolio", sa.Text(), nullable=False),
        sa.Column("project", sa.Text()),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("charter_edition", sa.Integer(), nullable=False),
        sa.Column("consented_by", sa.Text(), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("snapshot", sa.JSON()),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["portfolio"], ["portfolios.id"], name="fk_shares_portfolio", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_shares_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_shares"),
        sa.UniqueConstraint("portfolio", "assessment", name="uq_shares_portfolio"),
    )
    op.create_index("ix_shares_portfolio", "shares", ["portfolio"], unique=False)
    op.create_index("ix_shares_project", "shares", ["project"], unique=False)
    op.create_table(
        "share_reads",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("share", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("membership", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["share"], ["shares.id"], name="fk_share_reads_share", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_share_reads"),
    )
    op.create_index("ix_share_reads_share", "share_reads", ["share"], unique=False)
    op.create_table(
        "outside_looks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("share", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["share"], ["shares.id"], name="fk_outside_looks_share", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outside_looks"),
    )
    op.create_index("ix_outside_looks_share", "outside_looks", ["share"], unique=False)
