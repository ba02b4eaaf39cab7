"""One word per thing: invitations, agreements, personal links, rate limits."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

INVITATIONS = (
    "number, id, assessment, role, profile, {limit}, until, open_hash, in_pairs, closed_at, version"
)
AGREEMENTS = (
    "number, id, project, assessment, criterion, text, owner, due, status, outcome, version"
)


def upgrade() -> None:
    _rate_limits()
    if op.get_bind().dialect.name == "sqlite":
        _invitations()
        _respondents()
        op.drop_table("rounds")  # only now: `respondents` pointed at it
        _agreements()
        op.drop_table("actions")
    else:
        _rename_all()


def _rate_limits() -> None:
    op.create_table(
        "rate_limits",
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "minute", name="pk_rate_limits"),
    )
    _copy("limits", "bucket, minute, count", "rate_limits", "bucket, minute, count")
    op.drop_table("limits")


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("max_respondents", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("open_hash", sa.Text()),
        sa.Column("in_pairs", sa.Boolean(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_invitations_assessment", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_invitations"),
        sa.UniqueConstraint("id", name="uq_invitations_id"),
        sa.UniqueConstraint("open_hash", name="uq_invitations_open_hash"),
    )
    _copy(
        "rounds",
        INVITATIONS.format(limit="seats"),
        "invitations",
        INVITATIONS.format(limit="max_respondents"),
    )
    op.create_index("ix_invitations_assessment", "invitations", ["assessment"])


def _agreements() -> None:
    op.create_table(
        "agreements",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('open', 'busy', 'done', 'dropped')", name=op.f("ck_agreements_status")
        ),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessments.id"], name="fk_agreements_assessment", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_agreements_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_agreements"),
        sa.UniqueConstraint("id", name="uq_agreements_id"),
    )
    _copy("actions", AGREEMENTS, "agreements", AGREEMENTS)
    op.create_index("ix_agreements_assessment", "agreements", ["assessment"])
    op.create_index("ix_agreements_project", "agreements", ["project"])


def _copy(old: str, old_columns: str, new: str, new_columns: str) -> None:
    # names of this file alone, nothing from outside
    op.execute(f"INSERT INTO {new} ({new_columns}) SELECT {old_columns} FROM {old}")  # noqa: S608


def _respondents() -> None:
    op.drop_index("ix_respondents_round", "respondents")
    with op.batch_alter_table("respondents") as table:
        table.drop_constraint("fk_respondents_round", type_="foreignkey")
        table.drop_constraint("uq_respondents_letter_hash", type_="unique")
        table.alter_column("round", new_column_name="invitation")
        table.alter_column("letter_hash", new_column_name="personal_link_hash")
    # only now: in the block above Alembic would lose what is made on a column of a new name
    with op.batch_alter_table("respondents") as table:
        table.create_foreign_key(
            "fk_respondents_invitation", "invitations", ["invitation"], ["id"], ondelete="CASCADE"
        )
        table.create_unique_constraint("uq_respondents_personal_link_hash", ["personal_link_hash"])
    op.create_index("ix_respondents_invitation", "respondents", ["invitation"])


def _rename_all() -> None:
    op.rename_table("rounds", "invitations")
    op.rename_table("actions", "agreements")
    op.alter_column("invitations", "seats", new_column_name="max_respondents")
    op.alter_column("respondents", "round", new_column_name="invitation")
    op.alter_column("respondents", "letter_hash", new_column_name="personal_link_hash")
    for table, old, new in (
        ("invitations", "pk_rounds", "pk_invitations"),
        ("invitations", "fk_rounds_assessment", "fk_invitations_assessment"),
        ("invitations", "uq_rounds_id", "uq_invitations_id"),
        ("invitations", "uq_rounds_open_hash", "uq_invitations_open_hash"),
        ("agreements", "pk_actions", "pk_agreements"),
        ("agreements", "fk_actions_assessment", "fk_agreements_assessment"),
        ("agreements", "fk_actions_project", "fk_agreements_project"),
        ("agreements", "uq_actions_id", "uq_agreements_id"),
        ("agreements", "ck_actions_status", "ck_agreements_status"),
        ("respondents", "fk_respondents_round", "fk_respondents_invitation"),
        ("respondents", "uq_respondents_letter_hash", "uq_respondents_personal_link_hash"),
    ):
        op.execute(f"ALTER TABLE {table} RENAME CONSTRAINT {old} TO {new}")
    for old, new in (
        ("ix_rounds_assessment", "ix_invitations_assessment"),
        ("ix_actions_assessment", "ix_agreements_assessment"),
        ("ix_actions_project", "ix_agreements_project"),
        ("ix_respondents_round", "ix_respondents_invitation"),
        ("rounds_number_seq", "invitations_number_seq"),
        ("actions_number_seq", "agreements_number_seq"),
    ):
        kind = "SEQUENCE" if old.endswith("_seq") else "INDEX"
        op.execute(f"ALTER {kind} {old} RENAME TO {new}")
