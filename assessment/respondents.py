"""Respondents: one person who answers, known by role and secret token, never by name."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assessment.answers import Answer, checked
from assessment.errors import InvalidInput


@dataclass(frozen=True)
class Respondent:
    """One voice in an assessment: a role and, for anonymous voices, the hash of a secret token.

    The organisation's own voice has no invitation. `number` tells the personal links of an invitation, and
    the pairs of an assessment, apart; it is 0 for who came through the open link.

    A respondent that was handed out as a letter has the letter's token until somebody begins with it.
    From then on it has a token of its own, and `letter_hash` keeps what the letter had.
    """

    id: str
    assessment: str
    role: str
    token_hash: str | None = None
    invitation: str | None = None
    number: int = 0
    pair: str | None = None
    revoked_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    shares: bool = False  # agrees that the answers of the pair join the groups
    language: str = ""  # chosen by the person
    personal_link_hash: str | None = None

    @property
    def has_printed_token(self) -> bool:
        """Return whether its token still is the one that was printed."""
        return self.number > 0 and self.personal_link_hash is None


MAX_COMMENT = 2_000  # characters of a comment of an anonymous voice
MAX_LANGUAGE = 20  # characters of the name of a language
BEGIN_AGAIN = timedelta(minutes=1)  # in which a letter can begin again, before any answer
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


def token_hash(token: str) -> str:
    """Return what is stored of a token: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_token(text: str) -> bool:
    """Return whether a text looks like a token: 24 bytes in the url-safe alphabet."""
    return _TOKEN.fullmatch(text) is not None


def checked_anonymous_answer(answer: Answer) -> Answer:
    """Return what an anonymous voice may say: a state, a level and a comment, nothing else.

    Raises InvalidInput for a level that is off the scale and a comment that cannot be kept.
    """
    if len(answer.comment) > MAX_COMMENT:
        message = f"The comment is longer than {MAX_COMMENT:,} characters. Shorten it."
        raise InvalidInput("comment", "too_long", message)
    return checked(replace(answer, reason=None, reason_text="", evidence="", marked=False))
