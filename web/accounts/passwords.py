"""Passwords: hashed with Argon2id, a few at a time, and compared in the same time for everybody."""

from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assessment.access.passwords import LONGEST, normalised

_COMMON = Path(__file__).resolve().parent / "common_passwords.txt"
_HASHER = PasswordHasher()  # RFC 9106's second recommendation: 64 MiB, 3 passes
_AT_ONCE = BoundedSemaphore(2)  # each takes 64 MiB
_NOBODY = "of an account that is not there"


def hash_password(password: str) -> str:
    """Return the hash of a password."""
    with _AT_ONCE:
        return _HASHER.hash(normalised(password))


def fits(password: str, stored: str | None) -> bool:
    """Return whether a password fits a hash. Without a hash it takes the same time."""
    with _AT_ONCE:
        try:
            _HASHER.verify(stored or _of_nobody(), normalised(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
    return stored is not None


@cache
def _of_nobody() -> str:
    return _HASHER.hash(_NOBODY)


@cache
def common_passwords() -> frozenset[str]:
    """Return the passwords that everybody tries, in small letters."""
    return frozenset(_COMMON.read_text(encoding="utf-8").split())
