"""Logins: one browser that signed in, found by the hash of a token in its cookie."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from assessment.access.accounts import Account, SignInFactor
from assessment.access.memberships import Membership, Organisation

IDLE = timedelta(hours=12)  # after which an unused login ends
LONGEST = timedelta(days=30)
LONGEST_OF_ADMIN = timedelta(hours=12)  # of who administers the server
SEEN_EVERY = timedelta(minutes=5)  # how often is written that a login is in use
UNFINISHED = timedelta(minutes=10)  # to give the second factor, or to set up ways in after a link
FRESH = timedelta(minutes=15)  # since signing in, to change what one signs in with
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Login:
    """One browser that signed in. `label`: the kind of browser, for the list of one's own logins."""

    id: str
    account: str
    token_hash: str
    factors: tuple[str, ...]
    started_at: datetime
    seen_at: datetime
    ends_at: datetime
    label: str = ""

    @property
    def is_complete(self) -> bool:
        """Return whether it opens more than the pages on which one signs in."""
        return is_enough(frozenset(SignInFactor(name) for name in self.factors))

    def is_over(self, now: datetime) -> bool:
        """Return whether it ended by its age or because nobody used it."""
        return now >= self.ends_at or now >= self.seen_at + IDLE

    def needs_mark(self, now: datetime) -> bool:
        """Return whether it should be written that it is in use."""
        return now >= self.seen_at + SEEN_EVERY

    def is_fresh(self, now: datetime) -> bool:
        """Return whether somebody signed in so short ago that ways in may be changed."""
        return now < self.started_at + FRESH


@dataclass(frozen=True)
class OwnAccess:
    """A login with all that it opens: the account, its memberships of today, its organisations by name."""

    login: Login
    account: Account
    memberships: tuple[Membership, ...]
    organisations: tuple[Organisation, ...]


def is_login_token(text: str) -> bool:
    """Return whether a text looks like the token of a login: 32 bytes in the url-safe alphabet."""
    return _TOKEN.fullmatch(text) is not None


def ends_at(now: datetime, factors: frozenset[SignInFactor], *, is_admin: bool) -> datetime:
    """Return when a login of this moment ends at the latest."""
    if not is_enough(factors):
        return now + UNFINISHED
    return now + (LONGEST_OF_ADMIN if is_admin else LONGEST)


def is_enough(factors: frozenset[SignInFactor]) -> bool:
    """Return whether these factors let somebody in: two, or one that is two in itself.

    A passkey asks for the device and for its user; a provider answers for both.
    """
    if factors & {SignInFactor.PASSKEY, SignInFactor.PROVIDER}:
        return True
    return SignInFactor.PASSWORD in factors and bool(
        factors & {SignInFactor.CODE, SignInFactor.RECOVERY}
    )
