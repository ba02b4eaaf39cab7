"""What an overview needs of every share, beside its snapshot; and files that were made for elsewhere."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
_AT_ONCE = 500


def upgrade() -> None:
    _outlines()
    _share_files()
    _contributors()


def _contributors() -> None:
    """Note of every band which assessments it was made of: as far as is known, all of its edition."""
    op.alter_column("band_editions", "shares", new_column_name="contributors")
    editions = sa.table(
        "band_editions",
        sa.column("portfolio", sa.Text()),
        sa.column("made_on", sa.Date()),
        sa.column("bands", sa.JSON()),
        sa.column("contributors", sa.JSON()),
    )
    database = op.get_bind()
    shares = sa.table("shares", sa.column("id", sa.Text()), sa.column("assessment", sa.Text()))
    sent = {row.id: row.assessment for row in database.execute(sa.select(shares))}
    for row in database.execute(sa.select(editions)).all():
        is_same = editions.c.portfolio == row.portfolio, editions.c.made_on == row.made_on
        names = [sent.get(name, name) for name in row.contributors]
        of = {criterion: names for criterion in row.bands}  # noqa: C420 (a list of their own)
        database.execute(sa.update(editions).where(*is_same).values(contributors=of))


def _share_files() -> None:
    op.create_table(
        "share_files",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("portfolio", sa.Text(), nullable=False),
        sa.Column("portfolio_name", sa.Text(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.Column("charter_edition", sa.Integer(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("assessment_name", sa.Text(), nullable=False),
        sa.Column("openness", sa.String(length=30), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("consented_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_back_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name="fk_share_files_project", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_share_files"),
    )
    op.create_index("ix_share_files_project", "share_files", ["project"], unique=False)


def _outlines() -> None:
    op.add_column("shares", sa.Column("outline", sa.Text()))
    shares = sa.table(
        "shares",
        sa.column("id", sa.Text()),
        sa.column("snapshot", sa.JSON(none_as_null=True)),
        sa.column("outline", sa.Text()),
    )
    database = op.get_bind()
    sent = shares.c.snapshot.is_not(None)
    ids = database.execute(sa.select(shares.c.id).where(sent)).scalars().all()
    change = sa.update(shares).where(shares.c.id == sa.bindparam("of"))
    for start in range(0, len(ids), _AT_ONCE):
        some = shares.c.id.in_(ids[start : start + _AT_ONCE])
        rows = database.execute(sa.select(shares.c.id, shares.c.snapshot).where(some)).all()
        outlines = [{"of": name, "outline": json.dumps(_outline(found))} for name, found in rows]
        database.execute(change, outlines)


def _outline(sent: dict[str, Any]) -> list[Any]:
    about, found = sent["assessment"], sent["requirements"]
    return [
        sent["openness"],
        *(sent["project"][name] for name in ("kind", "target_group", "minors")),
        *(sent["project"][name] for name in ("stage", "size", "region")),
        *(about[name] for name in ("catalogue", "catalogue_version", "closed_on")),
        " ".join(one["criterion"] for one in found if one["is_core"]),
        " ".join(one["criterion"] for one in found if not one["is_core"]),
        " ".join(one["criterion"] for one in found if one["met"] is True),
        " ".join(one["criterion"] for one in found if one["met"] is False),
    ]
