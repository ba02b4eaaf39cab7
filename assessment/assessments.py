"""Assessments: one time of answering, on one catalogue version, for one project."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assessment.errors import InvalidInput
from assessment.scoring.rules import FORMER_THRESHOLD, MAX_THRESHOLD, THRESHOLD
from assessment.text import short_text

SOON = timedelta(days=180)  # after which enough people came and went


@dataclass(frozen=True)
class Assessment:
    """One time of answering. `version` counts the changes."""

    id: str
    project: str
    name: str
    catalogue: str
    catalogue_version: str
    catalogue_hash: str
    profile: str
    ambition: str
    started_at: datetime
    closed_at: datetime | None = None
    previous: str | None = None
    threshold: int | None = None  # levels from which voices are shown, as promised with a link
    published_at: datetime | None = None  # when levels of anonymous voices were first shown
    gives_feedback: bool = False  # who answered may read what came of it, once it is closed
    version: int = 0

    @property
    def is_closed(self) -> bool:
        """Return whether its answers are final."""
        return self.closed_at is not None

    @property
    def accepts_respondents(self) -> bool:
        """Return whether others may still answer: never again once levels of theirs were shown."""
        return self.closed_at is None and self.published_at is None


def is_soon(earlier: Assessment, now: datetime) -> bool:
    """Return whether one newcomer could be told apart by an assessment that starts now.

    That is when groups were shown so short ago that the same people would answer again.
    """
    shown = earlier.published_at
    return shown is not None and now - shown < SOON


def checked_assessment_name(name: str) -> str:
    """Return the trimmed name of an assessment. Raises InvalidInput for one that is too long."""
    return short_text("name", name)


def checked_assessment(assessment: Assessment) -> Assessment:
    """Return an assessment that somebody sent, with its name trimmed and at least today's number.

    Raises InvalidInput for a name that is missing or too long, and for a number that cannot be.
    """
    name, threshold = checked_assessment_name(assessment.name), assessment.threshold
    if not name:
        raise InvalidInput("name", "missing", "An assessment needs a name.")
    if threshold is not None and not FORMER_THRESHOLD <= threshold <= MAX_THRESHOLD:
        text = (
            f"A group is shown from {THRESHOLD} to {MAX_THRESHOLD} answers, not from {threshold}."
        )
        raise InvalidInput("threshold", "range", text)
    # it comes without anybody's answers, so there is nothing that was shown from fewer
    return replace(assessment, name=name, threshold=threshold and max(threshold, THRESHOLD))


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Return the wanted name, followed by the first free number when it is taken."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted} ({number})"
    return name
