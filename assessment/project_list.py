"""The list of projects: how far each is, and what the next step is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.projects import Project

AGAIN_AFTER = timedelta(days=300)  # since closing: a year later there is something to compare


@dataclass(frozen=True)
class ListedAnswers:
    """How many questions of an assessment a role answered without an invitation, and when last."""

    number: int
    changed_at: datetime


@dataclass(frozen=True)
class ListedAssessment:
    """An assessment in the list, with how much it asks and what was answered, by role."""

    assessment: Assessment
    asked: int
    answered: Mapping[str, ListedAnswers]


@dataclass(frozen=True)
class ListedProject:
    """A project in the list, with its assessments, the newest first, and all its agreements."""

    project: Project
    changed_at: datetime  # of the project and its assessments; answers are apart
    assessments: Sequence[ListedAssessment] = ()
    agreements: Sequence[Agreement] = ()


@dataclass(frozen=True)
class ProjectPage:
    """Some projects out of `total` that were looked for."""

    projects: Sequence[ListedProject]
    total: int
    has_example: bool  # somewhere among all projects


class NextStep(StrEnum):
    """What to do next in a project."""

    START = "start"
    BEGIN = "begin"
    GO_ON = "go_on"
    CLOSE = "close"
    AGREE = "agree"
    LOOK_BACK = "look_back"  # an agreement is due
    START_AGAIN = "start_again"
    READ = "read"


@dataclass(frozen=True)
class BrokenLine:
    """A project of which no line can be made, and what is wrong with it."""

    project: Project
    fault: str


@dataclass(frozen=True)
class ProjectLine:
    """One line in the list of projects."""

    project: Project
    last_change: datetime
    newest: Assessment | None = None
    answered: int = 0  # questions of the newest assessment, by the organisation itself
    asked: int = 0
    earlier: tuple[Assessment, ...] = ()  # than the newest one, the latest first
    agreements: tuple[Agreement, ...] = ()  # that are not settled, the first one due first
    agreed: int = 0  # agreements that were made in the newest assessment

    def due(self, today: date) -> int:
        """Return how many agreements should have been settled by now."""
        return sum(a.due is not None and a.due <= today for a in self.agreements)

    def next_step(self, now: datetime) -> NextStep:
        """Return what to do next."""
        if self.newest is None:
            return NextStep.START
        if self.newest.closed_at is not None:
            return self._after_closing(now, now - self.newest.closed_at)
        if self.answered == 0:
            return NextStep.BEGIN
        return NextStep.GO_ON if self.answered < self.asked else NextStep.CLOSE

    def _after_closing(self, now: datetime, since: timedelta) -> NextStep:
        if self.due(now.date()):
            return NextStep.LOOK_BACK
        if since >= AGAIN_AFTER:
            return NextStep.START_AGAIN
        return NextStep.READ if self.agreed else NextStep.AGREE
