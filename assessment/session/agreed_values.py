"""Agreed values: what the room agreed at an item, with the reason and the dissent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.catalogue.model import LEVELS, Requirement
from assessment.errors import InvalidInput
from assessment.session.voting.ballots import DESIRABLE, DOES_NOT_APPLY, MINIMAL, NOT_NEEDED_NOW
from assessment.text import MAX_LONG, check_characters

MAX_COUNT = 1_000
# what can be agreed on an item that was judged, with what it is for the profile; None: out of scope
JUDGED: Mapping[str, Requirement | None] = {
    MINIMAL: "minimal",
    DESIRABLE: "growth",
    NOT_NEEDED_NOW: None,
    DOES_NOT_APPLY: None,
}


@dataclass(frozen=True)
class AgreedValue:
    """What the room agreed at one item; it stands beside both votes and changes neither.

    `value` is a level, or the option of a thesis or a judgement; empty when no value was agreed.
    """

    session: str
    step: str
    item: str
    value: str = ""
    requirement: Requirement | None = None
    in_scope: bool | None = None
    reason: str = ""
    for_it: int = 0
    live_with_it: int = 0
    not_yet: int = 0
    dissent: str = ""
    version: int = 0

    @property
    def level(self) -> int | None:
        """The agreed level, None when the value is none."""
        return int(self.value) if self.value in map(str, range(LEVELS)) else None


def checked_agreed_value(agreed: AgreedValue) -> AgreedValue:
    """Return the value with trimmed texts. Raises InvalidInput for a count or text that cannot be."""
    for field in ("for_it", "live_with_it", "not_yet"):
        if not 0 <= getattr(agreed, field) <= MAX_COUNT:
            text = f"The number must be between 0 and {MAX_COUNT:,}."
            raise InvalidInput(field, "range", text)
    for field in ("value", "reason", "dissent"):
        check_characters(field, getattr(agreed, field))
        if len(getattr(agreed, field)) > MAX_LONG:
            message = f"The {field} is longer than {MAX_LONG:,} characters. Shorten it."
            raise InvalidInput(field, "too_long", message)
    return replace(agreed, reason=agreed.reason.strip(), dissent=agreed.dissent.strip())


def judged(agreed: AgreedValue) -> AgreedValue:
    """Return the value of an item that was judged, with what follows from it.

    What does not apply or is not needed now is out of scope. Raises InvalidInput.
    """
    if agreed.value not in ("", *JUDGED):
        raise InvalidInput("value", "unknown", f"`{agreed.value[:60]}` cannot be agreed here.")
    requirement = JUDGED.get(agreed.value)
    in_scope = requirement is not None if agreed.value else None
    return replace(agreed, in_scope=in_scope, requirement=requirement)
