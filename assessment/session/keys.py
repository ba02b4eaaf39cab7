"""Keys of a session, made of one secret: each opens less than the one it is made of.

control -> helper -> screen -> join token -> join code. Whoever holds one can make the next ones and
none before: the control prints them all, the screen shows how to join, and only hashes are stored.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

from assessment.respondents import is_token, token_hash

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 signs: none of 0 O 1 I L
CODE_LENGTH = 6
_BETWEEN = re.compile(r"[\s.,\-\u2010-\u2015]+")
_LONGEST = 20
_TOKEN_BYTES = 24


@dataclass(frozen=True)
class SessionKeys:
    """The secrets of a session. They are shown when they are made, and stored nowhere."""

    control: str

    @property
    def helper(self) -> str:
        """The key that runs the steps."""
        return _next("helper", self.control)

    @property
    def screen(self) -> str:
        """The key of the screen."""
        return _next("screen", self.helper)

    @property
    def join_token(self) -> str:
        """What the QR code carries."""
        return join_token_of(self.screen)

    @property
    def code(self) -> str:
        """What people type."""
        return code_of(self.join_token)


def screen_of_helper(helper: str) -> str:
    """Return the key of the screen, from that of the helper."""
    return _next("screen", helper)


def join_token_of(screen: str) -> str:
    """Return the token to join with, from the key of the screen."""
    return _next("join", screen)


def _next(name: str, secret: str) -> str:
    digest = hashlib.sha256(f"{name} of {secret}".encode()).digest()
    return base64.urlsafe_b64encode(digest[:_TOKEN_BYTES]).decode()


def code_of(join_token: str) -> str:
    """Return the code of a token to join with."""
    number = int.from_bytes(hashlib.sha256(f"code of {join_token}".encode()).digest(), "big")
    signs = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def read_code(text: str) -> str | None:
    """Return the code that somebody typed, in one way of writing; None when it cannot be one."""
    signs = _BETWEEN.sub("", text[:_LONGEST].upper())
    is_code = len(text) <= _LONGEST and len(signs) == CODE_LENGTH and set(signs) <= set(ALPHABET)
    return signs if is_code else None


def join_hash(text: str) -> str | None:
    """Return what is stored of a token to join with or of its code; None for what is neither."""
    known = text if is_token(text) else read_code(text)
    return None if known is None else token_hash(known)
