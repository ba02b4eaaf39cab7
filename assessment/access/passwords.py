"""What a password must be: long enough and not one that everybody tries. Nothing else is asked."""

import unicodedata
from collections.abc import Collection

from assessment.errors import InvalidInput

SHORTEST = 8  # characters (ASVS 6.2.1)
ADVISED = 15
LONGEST = 128  # at least 64 must be allowed (ASVS 6.2.9)


def check_password(password: str, common: Collection[str], *own: str) -> None:
    """Raise InvalidInput for a password that is too short, too long, well known, or one's own name.

    `common`: passwords that everybody tries, in small letters; `own`: name and address of who chooses.
    """
    if len(password) < SHORTEST:
        text = f"A password has at least {SHORTEST} characters; {ADVISED} or more is better."
        raise InvalidInput("password", "too_short", text)
    if len(password) > LONGEST:
        text = f"A password has at most {LONGEST} characters. Shorten it."
        raise InvalidInput("password", "too_long", text)
    folded = normalised(password).casefold()
    parts = [part for text in own for part in (text.casefold(), text.casefold().partition("@")[0])]
    if folded in common or folded in parts or len(set(folded)) == 1:
        text = "Many people use this password, or it is your own name. Choose another one."
        raise InvalidInput("password", "common", text)


def normalised(password: str) -> str:
    """Return a password as it is hashed: the same signs from every keyboard."""
    return unicodedata.normalize("NFC", password)
