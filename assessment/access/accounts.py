"""Accounts: people who sign in, and what they prove themselves with.

This is the only place with names and addresses of people, and it is never joined with answers.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assessment.errors import InvalidInput
from assessment.text import MAX_NAME, is_language, short_text

MAX_ADDRESS = 254  # characters of an e-mail address
_ADDRESS = re.compile(r"[^\s@\"<>(),:;\\]+@[^\s@\"<>(),:;\\]+\.[^\s@\"<>(),:;\\.]+\Z")


class SignInFactor(StrEnum):
    """What somebody signed in with."""

    PASSKEY = "passkey"
    PASSWORD = "password"  # noqa: S105 (the name of a factor)
    CODE = "code"
    RECOVERY = "recovery"
    PROVIDER = "provider"
    LINK = "link"  # to join, or to choose new ways in: lets somebody set those up, and nothing else


@dataclass(frozen=True)
class Account:
    """One person who signs in. `version` counts the changes."""

    id: str
    address: str  # of e-mail, as `checked_address` makes it; unique
    name: str
    language: str
    created_at: datetime
    password_hash: str | None = None
    code_secret: str | None = None  # of the app that makes codes
    code_used: int = 0  # the last period of which a code was used: none is used twice
    disabled_at: datetime | None = None
    last_seen: str = ""  # a month, such as 2026-11: no more is kept
    version: int = 0

    @property
    def is_enabled(self) -> bool:
        """Return whether it may sign in."""
        return self.disabled_at is None

    @property
    def has_two_factors(self) -> bool:
        """Return whether its password is good for signing in."""
        return self.password_hash is not None and self.code_secret is not None


@dataclass(frozen=True)
class Passkey:
    """A key on a device or in a wallet. `credential_id` and `public_key` in the url-safe alphabet."""

    credential_id: str
    account: str
    public_key: str
    name: str
    created_at: datetime
    sign_count: int = 0


@dataclass(frozen=True)
class Identity:
    """Who somebody is at a provider: issuer and subject together, never an e-mail address."""

    issuer: str
    subject: str
    account: str


@dataclass(frozen=True)
class RecoveryCode:
    """One way in for who lost the other ones: the hash of a code that works once."""

    account: str
    hash: str
    used_at: datetime | None = None


@dataclass(frozen=True)
class Device:
    """A browser in which somebody signed in before: guesses elsewhere do not make it wait."""

    account: str
    hash: str
    month: str  # of the last use


@dataclass(frozen=True)
class SignInMeans:
    """With what an account can sign in."""

    account: Account
    passkeys: Sequence[Passkey] = ()
    identities: Sequence[Identity] = ()
    recovery_codes_left: int = 0

    @property
    def can_sign_in(self) -> bool:
        """Return whether there is any complete way in."""
        return bool(self.passkeys or self.identities or self.account.has_two_factors)


def checked_address(text: str) -> str:
    """Return an e-mail address as it is compared and kept. Raises InvalidInput."""
    address = unicodedata.normalize("NFKC", text).strip().casefold()
    if len(address) > MAX_ADDRESS or not address.isprintable() or not _ADDRESS.match(address):
        message = "This is no e-mail address. Write it like name@example.org."
        raise InvalidInput("address", "address", message)
    return address


def checked_account(account: Account) -> Account:
    """Return an account with trimmed texts. Raises InvalidInput."""
    name = short_text("name", account.name)
    if not name or not name.isprintable():
        raise InvalidInput("name", "missing", f"Type a name of at most {MAX_NAME} characters.")
    if not is_language(account.language):
        raise InvalidInput("language", "unknown", "This is no code of a language, such as `nl`.")
    return replace(account, name=name, address=checked_address(account.address))
