"""Agreements: what will be done, by which role, when, for which criterion."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, check_characters, short_text


class ActionStatus(StrEnum):
    """How far an action is."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Action:
    """An agreement: what will be done, by which role, when, for which criterion."""

    id: str
    project: str
    assessment: str  # the one it was made in
    criterion: str
    text: str
    owner: str = ""  # a role in words, never the name of a person
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    outcome: str = ""  # what happened, written later
    version: int = 0

    @property
    def is_settled(self) -> bool:
        """Say whether nothing is left to do."""
        return self.status in (ActionStatus.DONE, ActionStatus.DROPPED)


def checked_action(action: Action) -> Action:
    """Return the action with trimmed texts. Raises InvalidInput for a missing or too long text."""
    text = action.text.strip()
    if not text:
        raise InvalidInput("text", "missing", "An agreement needs words: what will be done?")
    for field in ("text", "outcome"):
        check_characters(field, getattr(action, field))
        if len(getattr(action, field)) > MAX_LONG:
            message = f"The {field} is longer than {MAX_LONG:,} characters. Shorten it."
            raise InvalidInput(field, "too_long", message)
    values = {**vars(action), "text": text, "owner": short_text("owner", action.owner)}
    return Action(**values)
