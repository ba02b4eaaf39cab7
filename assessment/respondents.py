"""Respondents: one person who answers, known by role and secret token, never by name."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assessment.answers import Answer, checked
from assessment.errors import InvalidInput

MAX_COMMENT = 2_000  # characters of what an invited respondent writes at one question
MAX_LANGUAGE = 20  # characters of the code of a language
BEGIN_AGAIN = timedelta(minutes=1)  # in which a personal link can begin again, before any answer
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True)
class Respondent:
    """One person who answers in one assessment.

    Who answers for the organisation has neither invitation nor token. A personal link has a
    `number` from 1 within its invitation (that of the pair within the assessment); it is 0 for who
    came through the open link.

    The token of a personal link was printed, so it only begins: from then on the respondent has a
    token of its own, and `personal_link_hash` keeps the hash of the printed one. `code_hash` is that
    of the short code that was printed beside it.
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
    language: str = ""  # chosen by the respondent
    personal_link_hash: str | None = None
    code_hash: str | None = None

    @property
    def has_printed_token(self) -> bool:
        """Return whether its token still is the one that was printed."""
        return self.number > 0 and self.personal_link_hash is None


def token_hash(token: str) -> str:
    """Return what is stored of a token: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_token(text: str) -> bool:
    """Return whether a text looks like a token: 24 bytes in the url-safe alphabet."""
    return _TOKEN.fullmatch(text) is not None


def checked_invited_answer(answer: Answer, *, is_anonymous: bool) -> Answer:
    """Return what an invited respondent may give: a state, a level and a comment, nothing else.

    Who speaks for the organisation may also say what one can point at. Raises InvalidInput for a
    level that is off the scale and for words that cannot be kept.
    """
    evidence = "" if is_anonymous else answer.evidence
    for field, words in (("comment", answer.comment), ("evidence", evidence)):
        if len(words) > MAX_COMMENT:
            message = f"The {field} is longer than {MAX_COMMENT:,} characters. Shorten it."
            raise InvalidInput(field, "too_long", message)
    if answer.reason or answer.reason_text or answer.marked or evidence != answer.evidence:
        answer = replace(answer, reason=None, reason_text="", evidence=evidence, marked=False)
    return checked(answer)
