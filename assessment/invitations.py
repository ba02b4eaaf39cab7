"""Invitations: the asking of one role in one assessment, until a date."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import Literal

from assessment.catalogue.model import Catalogue, Criterion
from assessment.errors import InvalidInput
from assessment.respondents import Respondent

MAX_RESPONDENTS = 200  # of one invitation
SECONDS_PER_QUESTION = 35  # reading five options and choosing one
WhyNot = Literal["closed", "expired"]


@dataclass(frozen=True)
class Invitation:
    """The invitation of one role in one assessment. `version` counts the changes.

    It has at most `max_respondents` respondents. On the day `until` it still takes answers. `open_hash` is
    the hash of the token of its open link.
    """

    id: str
    assessment: str
    role: str
    profile: str
    max_respondents: int
    until: date | None = None
    open_hash: str | None = None
    in_pairs: bool = False
    closed_at: datetime | None = None  # by hand
    version: int = 0

    def why_not(self, *, accepts_respondents: bool, now: datetime) -> WhyNot | None:
        """Return why it takes no answers (any more), None if it does.

        `takes_voices` is what its assessment says. Days are those of this machine.
        """
        if self.closed_at is not None or not accepts_respondents:
            return "closed"
        if self.until is not None and now.astimezone().date() > self.until:
            return "expired"
        return None


@dataclass(frozen=True)
class Participation:
    """How many people of one role may answer, began and are done."""

    role: str
    invited: int
    started: int
    finished: int

    @classmethod
    def of(cls, invitation: Invitation, respondents: Collection[Respondent]) -> "Participation":
        """Count who takes part in an invitation; `voices` are its respondents."""
        started = sum(1 for respondent in respondents if respondent.started_at is not None)
        finished = sum(1 for respondent in respondents if respondent.finished_at is not None)
        return cls(invitation.role, invitation.max_respondents, started, finished)


def questions(
    catalogue: Catalogue, role: str, profile: str, scope: Collection[str]
) -> tuple[Criterion, ...]:
    """Return what an invitation asks, in the catalogue's order: in scope, for the role, in the profile."""
    known = catalogue.profile(profile)
    if known is None:
        return ()
    wanted = scope if known.criteria == "all" else set(scope).intersection(known.criteria)
    wanted = catalogue.asked[role].intersection(wanted)
    return tuple(c for c in catalogue.criteria if c.id in wanted)


def checked_max_respondents(number: int) -> int:
    """Return a number of respondents. Raises InvalidInput when an invitation cannot have so many."""
    if not 1 <= number <= MAX_RESPONDENTS:
        text = f"An invitation is for 1 to {MAX_RESPONDENTS} people, not {number}."
        raise InvalidInput("max_respondents", "range", text)
    return number


def checked_until(until: date | None, now: datetime) -> date | None:
    """Return a last day. Raises InvalidInput for one that has passed."""
    if until is not None and until < now.astimezone().date():
        raise InvalidInput("until", "past", "The last day has passed. Choose a later one.")
    return until


def minutes(number: int) -> int:
    """Return about how many minutes that number of questions takes on a phone."""
    return ceil(number * SECONDS_PER_QUESTION / 60)
