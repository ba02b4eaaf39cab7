"""Answers: the states, and what each may carry."""

from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from assessment.errors import InvalidInput
from assessment.text import check_characters

MAX_TEXT = 100_000  # characters of one comment, reason or piece of evidence


class AnswerState(StrEnum):
    """What an answer says. No row, or a row without state, means: not answered yet."""

    LEVEL = "level"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    DECLINED = "declined"


class Reason(StrEnum):
    """Why a criterion does not apply."""

    OTHER_TARGET_GROUP = "other_target_group"
    DONE_BY_PARTNER = "done_by_partner"
    NOT_IN_THIS_PHASE = "not_in_this_phase"
    OTHER = "other"


STATES = tuple(AnswerState)


@dataclass(frozen=True)
class Answer:
    """What one respondent says on one criterion.

    Without `state` it is a note on a criterion that is still open. `version` counts the changes.
    """

    criterion: str
    state: AnswerState | None = None
    level: int | None = None
    reason: Reason | None = None
    reason_text: str = ""
    comment: str = ""
    evidence: str = ""
    marked: bool = False
    version: int = 0

    @property
    def is_answered(self) -> bool:
        """Return whether there is an answer, not just a note."""
        return self.state is not None


def checked(answer: Answer) -> Answer:
    """Return the answer with only what its state carries.

    Raises InvalidInput for a level that is missing or off the scale, for texts over MAX_TEXT and
    for characters that cannot be kept.
    """
    for field in ("reason_text", "comment", "evidence"):
        if text := getattr(answer, field):
            _check_text(field, text)
    if answer.state is AnswerState.LEVEL and answer.level not in range(LEVELS):
        message = f"Level {answer.level} is not on the scale. Use 0 to {TOP_LEVEL}."
        raise InvalidInput("level", "range", message)
    level = answer.level if answer.state is AnswerState.LEVEL else None
    is_left_out = answer.state is AnswerState.NOT_APPLICABLE
    reason, why = (answer.reason, answer.reason_text) if is_left_out else (None, "")
    if (level, reason, why) == (answer.level, answer.reason, answer.reason_text):
        return answer
    return replace(answer, level=level, reason=reason, reason_text=why)


def _check_text(field: str, text: str) -> None:
    check_characters(field, text)
    if len(text) > MAX_TEXT:
        message = (
            f"The {field} has {len(text):,} characters; at most {MAX_TEXT:,} are kept. Shorten it."
        )
        raise InvalidInput(field, "too_long", message)
