"""The tables of accounts and organisations, which no answer is ever joined with."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Table

from assessment.access.acts import MembershipKind
from assessment.access.links import LinkPurpose
from assessment.access.mails import MailKind
from assessment.access.memberships import OrganisationKind
from storage.column_types import PlainText, Words, number, order, parent, text, time, word
from storage.tables import metadata

organisations = Table(
    "organisations",
    metadata,
    text("id", primary_key=True),
    text("name"),
    word("kind", OrganisationKind, nullable=False),
    time("created_at"),
    number("version"),
)

accounts = Table(
    "accounts",
    metadata,
    text("id", primary_key=True),
    Column("address", PlainText("address"), nullable=False, unique=True),
    text("name"),
    text("language"),
    time("created_at"),
    Column("password_hash", PlainText("password_hash")),
    Column("code_secret", PlainText("code_secret")),
    number("code_used"),
    time("disabled_at", nullable=True),
    text("last_seen"),
    number("version"),
)

passkeys = Table(
    "passkeys",
    metadata,
    text("credential_id", primary_key=True),
    parent("account", "accounts.id"),
    text("public_key"),
    text("name"),
    time("created_at"),
    number("sign_count"),
    Index(None, "account"),
)

identities = Table(
    "identities",
    metadata,
    text("issuer", primary_key=True),
    text("subject", primary_key=True),
    parent("account", "accounts.id"),
    Index(None, "account"),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    parent("account", "accounts.id", primary_key=True),
    text("hash", primary_key=True),
    time("used_at", nullable=True),
)

devices = Table(
    "devices",
    metadata,
    parent("account", "accounts.id", primary_key=True),
    text("hash", primary_key=True),
    text("month"),
)

logins = Table(
    "logins",
    metadata,
    text("id", primary_key=True),
    parent("account", "accounts.id"),
    Column("token_hash", PlainText("token_hash"), nullable=False, unique=True),
    Column("factors", Words, nullable=False),
    time("started_at"),
    time("seen_at"),
    time("ends_at"),
    text("label"),
    Index(None, "account"),
)

memberships = Table(
    "memberships",
    metadata,
    text("id", primary_key=True),
    parent("account", "accounts.id"),
    parent("organisation", "organisations.id", nullable=True),
    word("kind", MembershipKind, nullable=False),
    parent("project", "projects.id", nullable=True),
    Column("until", Date),
    parent("session", "sessions.id", nullable=True),
    CheckConstraint("(kind = 'server_admin') = (organisation IS NULL)", "of_organisation"),
    Index(None, "account"),
    Index(None, "organisation"),
    Index(None, "project"),
    Index(None, "session"),
)

account_links = Table(
    "account_links",
    metadata,
    text("hash", primary_key=True),
    word("purpose", LinkPurpose, nullable=False),
    time("until"),
    parent("account", "accounts.id", nullable=True),
    parent("organisation", "organisations.id", nullable=True),
    word("kind", MembershipKind),
    parent("project", "projects.id", nullable=True),
    Column("membership_until", Date),
    text("address"),
    Column("made_by", PlainText("made_by")),
    time("used_at", nullable=True),
    parent("session", "sessions.id", nullable=True),
    Index(None, "account"),
    Index(None, "organisation"),
    Index(None, "project"),
    Index(None, "session"),
)

# ids without foreign keys: what was done stays known when an account or a project is gone
acts_log = Table(
    "acts_log",
    metadata,
    order(),
    time("at"),
    Column("account", PlainText("account")),
    Column("organisation", PlainText("organisation")),
    text("act"),
    text("thing"),
    text("detail"),
    Index(None, "organisation", "number"),
)

outbox = Table(
    "outbox",
    metadata,
    text("id", primary_key=True),
    word("kind", MailKind, nullable=False),
    text("address"),
    text("language"),
    text("thing"),
    Column("day", Date),
    time("due_at"),
    time("until"),
    parent("account", "accounts.id", nullable=True),
    parent("organisation", "organisations.id", nullable=True),
    number("tries"),
    time("sent_at", nullable=True),
    Index(None, "due_at"),
    Index(None, "account"),
    Index(None, "organisation"),
)

# who wants no reminders, and the token that says so from a mail: it can do nothing else
reminders = Table(
    "reminders",
    metadata,
    parent("account", "accounts.id", primary_key=True),
    Column("token", PlainText("token"), nullable=False, unique=True),
    time("stopped_at", nullable=True),
)
