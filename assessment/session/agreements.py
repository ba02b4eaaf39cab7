"""Agreements made in a session; they go to the project's own by choice, after the session."""

from dataclasses import dataclass, replace
from datetime import date

from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, check_characters, short_text

MAX_SESSION_AGREEMENTS = 50


@dataclass(frozen=True)
class SessionAgreement:
    """What will be done, by which role, when, for which criterion."""

    id: str
    session: str
    text: str
    owner: str = ""  # a role in words, never the name of a person
    due: date | None = None
    criterion: str = ""
    agreement: str = ""  # the project's agreement that was made of it
    version: int = 0


def checked_session_agreement(agreement: SessionAgreement) -> SessionAgreement:
    """Return it with trimmed texts. Raises InvalidInput for no text, or one that cannot be kept."""
    text = agreement.text.strip()
    if not text:
        raise InvalidInput("text", "missing", "An agreement needs words: what will be done?")
    check_characters("text", text)
    if len(text) > MAX_LONG:
        message = f"The text is longer than {MAX_LONG:,} characters. Shorten it."
        raise InvalidInput("text", "too_long", message)
    return replace(agreement, text=text, owner=short_text("owner", agreement.owner))
