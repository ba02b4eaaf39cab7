"""Links to join an organisation, or to choose new ways to sign in. They work once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from assessment.access.acts import MembershipKind

JOIN_WITHIN = timedelta(days=7)
RESET_WITHIN = timedelta(minutes=10)


class LinkPurpose(StrEnum):
    """What a link is for."""

    FIRST_ADMIN = "first_admin"
    JOIN = "join"
    RESET = "reset"
    CHALLENGE = "challenge"


@dataclass(frozen=True)
class AccountLink:
    """One address that works once: the hash of its token, and what it gives.

    `account`: whose ways in are chosen anew (of a RESET); `kind` ... `membership_until`, and
    `session`: the membership that a JOIN gives.
    """

    hash: str
    purpose: LinkPurpose
    until: datetime
    account: str | None = None
    organisation: str | None = None
    kind: MembershipKind | None = None
    project: str | None = None
    membership_until: date | None = None
    address: str = ""  # of e-mail, if it was sent
    made_by: str | None = None
    used_at: datetime | None = None
    session: str | None = None

    def works(self, now: datetime) -> bool:
        """Return whether it can still be used."""
        return self.used_at is None and now < self.until
