"""Agreements: what will be done, by which role, when, for which criterion."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, check_characters, short_text


class AgreementStatus(StrEnum):
    """How far an agreement is."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Agreement:
    """One agreement. It stays with its project after the assessment in which it was made."""

    id: str
    project: str
    assessment: str  # in which it was made
    criterion: str
    text: str
    owner: str = ""  # a role in words, never the name of a person
    due: date | None = None
    status: AgreementStatus = AgreementStatus.OPEN
    outcome: str = ""  # what came of it, written later
    version: int = 0

    @property
    def is_settled(self) -> bool:
        """Return whether nothing is left to do."""
        return self.status in (AgreementStatus.DONE, AgreementStatus.DROPPED)


def checked_agreement(agreement: Agreement) -> Agreement:
    """Return the agreement with trimmed texts.

    Raises InvalidInput for a missing text and for texts that cannot be kept.
    """
    text = agreement.text.strip()
    if not text:
        raise InvalidInput("text", "missing", "An agreement needs words: what will be done?")
    for field in ("text", "outcome"):
        check_characters(field, getattr(agreement, field))
        if len(getattr(agreement, field)) > MAX_LONG:
            message = f"The {field} is longer than {MAX_LONG:,} characters. Shorten it."
            raise InvalidInput(field, "too_long", message)
    return replace(agreement, text=text, owner=short_text("owner", agreement.owner))
