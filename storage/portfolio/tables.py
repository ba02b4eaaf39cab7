"""The tables of portfolios and shares."""

from sqlalchemy import JSON, Boolean, Column, Date, Index, Table, Text, UniqueConstraint

from assessment.portfolio.snapshot import Openness
from storage.column_types import PlainText, number, order, parent, text, time, word
from storage.tables import metadata

portfolios = Table(
    "portfolios",
    metadata,
    text("id", primary_key=True),
    parent("organisation", "organisations.id", nullable=True),
    text("name"),
    text("purpose"),
    text("readers"),
    Column("keep_until", Date, nullable=False),
    Column("never_ranks", Boolean, nullable=False),
    number("edition"),
    time("created_at"),
    Column("is_pool", Boolean, nullable=False),
    Column("gives_back", Boolean, nullable=False),
    Column("is_example", Boolean, nullable=False),
    number("version"),
    Index(None, "organisation"),
)

portfolio_invitations = Table(
    "portfolio_invitations",
    metadata,
    text("hash", primary_key=True),
    parent("portfolio", "portfolios.id"),
    Column("until", Date, nullable=False),
    text("note"),
    Index(None, "portfolio"),
)

shares = Table(
    "shares",
    metadata,
    text("id", primary_key=True),
    parent("portfolio", "portfolios.id"),
    parent("project", "projects.id", nullable=True),
    text("assessment"),
    text("alias"),
    Column("group", PlainText("group"), nullable=False),
    number("charter_edition"),
    text("consented_by"),
    time("consented_at"),
    Column("snapshot", JSON(none_as_null=True)),
    Column("outline", Text),  # what an overview needs of the snapshot, emptied with it
    time("withdrawn_at", nullable=True),
    text("source"),
    text("sender"),
    number("version"),
    UniqueConstraint("portfolio", "assessment"),
    Index(None, "portfolio"),
    Index(None, "project"),
)

share_reads = Table(
    "share_reads",
    metadata,
    order(),
    parent("share", "shares.id"),
    time("at"),
    text("membership"),
    text("what"),
    Index(None, "share"),
)

outside_looks = Table(
    "outside_looks",
    metadata,
    text("id", primary_key=True),
    parent("share", "shares.id"),
    text("role"),
    Column("made_on", Date, nullable=False),
    Column("levels", JSON, nullable=False),
    text("note"),
    number("version"),
    Index(None, "share"),
)

band_editions = Table(
    "band_editions",
    metadata,
    parent("portfolio", "portfolios.id", primary_key=True),
    Column("made_on", Date, primary_key=True),
    Column("bands", JSON, nullable=False),
    Column("contributors", JSON, nullable=False),
)

share_files = Table(
    "share_files",
    metadata,
    text("id", primary_key=True),
    parent("project", "projects.id"),
    text("portfolio"),
    text("portfolio_name"),
    text("readers"),
    Column("keep_until", Date, nullable=False),
    number("charter_edition"),
    text("assessment"),
    text("assessment_name"),
    word("openness", Openness, nullable=False),
    text("alias"),
    text("consented_by"),
    time("made_at"),
    time("asked_back_at", nullable=True),
    number("version"),
    Index(None, "project"),
)
