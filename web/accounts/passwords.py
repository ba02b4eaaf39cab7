"""Passwords: hashed with Argon2id, a few at a time, and compared in the same time for everybody."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assessment.access.passwords import LONGEST, normalised

# what is tried first in the Netherlands and Flanders, beside the lists of the library
_DUTCH = (
    "welkom",
    "wachtwoord",
    "geheim",
    "voetbal",
    "zomer",
    "winter",
    "lente",
    "herfst",
    "hallo",
)
_ENDINGS = ("", "1", "01", "12", "123", "1234", "!", "1!", "01!", "123!", "2024", "2025", "2026")
# OWASP calls five choices equally strong, from 46 MiB and one pass to 7 MiB and five: this one and the last cost least
# time, a third less than 19 MiB and two passes. A hash says how it was made: older ones still fit
_HASHER = PasswordHasher(memory_cost=9 * 1024, time_cost=4, parallelism=1)
_AT_ONCE = BoundedSemaphore(2)  # as many as there are processors where it is small
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
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # 13 MB, for who chooses a password only

    dutch = {word + ending for word in (*_DUTCH, "mentor", "mentorspiegel") for ending in _ENDINGS}
    return frozenset(dutch.union(FREQUENCY_LISTS["passwords"]))
