"""Short codes: what one types or says when a letter cannot be scanned.

A code opens what the token of the letter opens, and nothing else. It is made of that token, so that a
new token always has a new code; the way back does not exist.
"""

import hashlib
import re

from assessment.respondents import is_token, token_hash

# no two characters that look alike on paper: none of 0 O 1 I L, B 8, G 6, S 5, U V, Z 2
ALPHABET = "23456789ACDEFHJKMNPQRTVWXY"
LENGTH = 9  # of 26 characters each: 42 bits
_GROUP = 3
_LONGEST = 40  # characters that are read
_BETWEEN = re.compile(r"[\s.,\-\u2010-\u2015]+")
_ALIKE = str.maketrans("BGSUZ", "865V2")  # what is typed for what was printed


def code_of(token: str) -> str:
    """Return the code of a letter, from its token: three groups of three."""
    number = int.from_bytes(hashlib.sha256(f"code of {token}".encode()).digest(), "big")
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return _grouped("".join(letters))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))


def read_code(text: str) -> str | None:
    """Return the code that somebody typed, as it was printed; None if it cannot be one."""
    letters = _BETWEEN.sub("", text[:_LONGEST].upper()).translate(_ALIKE)
    if len(text) > _LONGEST or len(letters) != LENGTH or not set(letters) <= set(ALPHABET):
        return None
    return _grouped(letters)


def link_hash(text: str) -> str | None:
    """Return what is stored of a token or a code; None for what is neither."""
    known = text if is_token(text) else read_code(text)
    return None if known is None else token_hash(known)
