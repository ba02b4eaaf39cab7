"""A group session: a live talk with steps, on a project or on its own."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assessment.errors import InvalidInput
from assessment.session.script import ABOUT_CRITERIA, Script, SessionStep, checked_script
from assessment.session.states import (
    JOINABLE,
    OPEN_PHASES,
    Purpose,
    SessionPhase,
    SessionState,
    TalkForm,
    Turn,
)
from assessment.text import is_language, short_text

FORGOTTEN_AFTER = timedelta(hours=2)  # past its planned end a session ends itself
REPORT_DAYS = 30  # that the link of the people in the room shows the report
MAX_PLANNED = 600  # minutes
MAX_EXPECTED = 1_000  # people
MAX_ROLES = 20


@dataclass(frozen=True)
class GroupSession:
    """One session. `version` counts what changed for everybody: not the votes, which come and go.

    It keeps the catalogue it was made with, so that what a later catalogue drops still stands. On its
    own it has no `project`. Of its keys there are hashes alone.
    """

    id: str
    name: str
    language: str
    purpose: Purpose
    planned_minutes: int
    people_expected: int
    roles: tuple[str, ...]  # from which people choose
    catalogue: str
    catalogue_version: str
    catalogue_hash: str
    script: Script
    created_at: datetime
    project: str | None = None
    assessment: str = ""  # from which its items come
    threshold: int = 5  # votes from which a group is shown
    control_hash: str | None = None
    helper_hash: str | None = None
    screen_hash: str | None = None
    join_hash: str | None = None
    code_hash: str | None = None
    state: SessionState = SessionState.DRAFT
    step: str = ""
    item: str = ""  # empty: all items of the step
    phase: SessionPhase = SessionPhase.READY
    turn: Turn = Turn.FIRST
    open_items: tuple[str, ...] = ()  # on which the last vote was opened
    by_table: bool = False  # the step asks tables, not people
    talk: TalkForm | None = None
    until: datetime | None = None  # a countdown that never locks
    paused_at: datetime | None = None
    without_phone: int = 0  # people in the room who raise their hand instead
    extra_minutes: int = 0
    opened_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    version: int = 0

    @property
    def present_step(self) -> SessionStep | None:
        """The step on the table, None while there is none."""
        return self.script.step(self.step)

    @property
    def takes_votes(self) -> bool:
        """Return whether the vote on `open_items` is open."""
        return self.state is SessionState.RUNNING and self.phase in OPEN_PHASES

    @property
    def is_joinable(self) -> bool:
        """Return whether people can come in."""
        return self.state in JOINABLE

    @property
    def planned_end(self) -> datetime | None:
        """When it should be over, None while nobody was let in."""
        begun = self.started_at or self.opened_at
        return begun and begun + timedelta(minutes=self.planned_minutes + self.extra_minutes)

    @property
    def ends_itself_at(self) -> datetime | None:
        """When it ends even if nobody ends it, None for one that has ended or is a draft."""
        end = self.planned_end if self.is_joinable else None
        return end and end + FORGOTTEN_AFTER

    def is_forgotten(self, now: datetime) -> bool:
        """Return whether nobody ended it in time."""
        end = self.ends_itself_at
        return end is not None and now >= end

    def ended(self, at: datetime) -> "GroupSession":
        """Return the session as it ends; what was not shown stays unseen."""
        return replace(self, state=SessionState.ENDED, ended_at=at, until=None, paused_at=None)

    def shows_report(self, now: datetime) -> bool:
        """Return whether the link of the people in the room opens anything."""
        if self.ended_at is None:
            return self.is_joinable
        return now < self.ended_at + timedelta(days=REPORT_DAYS)

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria that it is about, each once, in the order of the script."""
        steps = (step for step in self.script.steps if step.kind in ABOUT_CRITERIA)
        found = (item for step in steps for item in step.items if item not in step.texts)
        return tuple(dict.fromkeys(found))


def checked_session(session: GroupSession) -> GroupSession:
    """Return a session that somebody prepared. Raises InvalidInput for what cannot be."""
    name = short_text("name", session.name)
    if not name:
        raise InvalidInput("name", "missing", "A session needs a name. Type one.")
    for field, most in (("planned_minutes", MAX_PLANNED), ("people_expected", MAX_EXPECTED)):
        if not 1 <= getattr(session, field) <= most:
            raise InvalidInput(field, "range", f"The number must be between 1 and {most:,}.")
    if not 1 <= len(set(session.roles)) == len(session.roles) <= MAX_ROLES:
        raise InvalidInput("roles", "missing", "Choose at least one role, and each only once.")
    if not is_language(session.language):
        raise InvalidInput("language", "unknown", "This is no code of a language, such as `nl`.")
    return replace(session, name=name, script=checked_script(session.script))
