"""Projects, assessments, respondents and actions: what is kept besides answers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from assessment.answers import Answer, check_characters
from assessment.errors import InvalidInput

MAX_NAME = 200  # characters of a name or another short field
MAX_LONG = 10_000  # characters of a longer field


class Kind(StrEnum):
    """What kind of mentoring a project does."""

    SCHOOL = "school"
    WORK = "work"
    WELFARE = "welfare"
    COMMUNITY = "community"
    PROFESSION = "profession"
    OTHER = "other"


class Stage(StrEnum):
    """How far a programme has come; a young one should not be read as an established one."""

    PREPARING = "preparing"
    FIRST_YEAR = "first_year"
    RUNNING = "running"
    ESTABLISHED = "established"


class Minors(StrEnum):
    """Whether mentees are under eighteen."""

    NO = "no_minors"
    SOME = "some_minors"
    ALL = "all_minors"


@dataclass(frozen=True)
class Project:
    """One mentoring project with its context. `version` counts the changes."""

    id: str
    name: str
    created_at: datetime
    kind: Kind | None = None
    target_group: str = ""
    minors: Minors | None = None
    stage: Stage | None = None
    size: int | None = None  # pairs in a year
    region: str = ""
    start_year: int | None = None
    languages: tuple[str, ...] = ("nl",)  # for mentors, mentees and partners
    is_example: bool = False
    version: int = 0


@dataclass(frozen=True)
class Assessment:
    """One round of answers on one catalogue version for one project."""

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
    threshold: int | None = None  # that its voices were shown by when it was closed
    published_at: datetime | None = None  # first closed with levels of anonymous voices
    version: int = 0

    @property
    def is_closed(self) -> bool:
        """Say whether its answers are final."""
        return self.closed_at is not None

    @property
    def takes_voices(self) -> bool:
        """Say whether others may still answer: never again once levels of theirs were shown."""
        return self.closed_at is None and self.published_at is None


@dataclass(frozen=True)
class Respondent:
    """One voice in an assessment: a role and, for anonymous voices, the hash of a secret token.

    The organisation's own voice has no round. `number` tells the personal links of a round, and
    the pairs of an assessment, apart; it is 0 for who came through the open link.

    A seat that was handed out as a letter has the letter's token until somebody begins with it.
    From then on it has a token of its own, and `letter_hash` keeps what the letter had.
    """

    id: str
    assessment: str
    role: str
    token_hash: str | None = None
    round: str | None = None
    number: int = 0
    pair: str | None = None
    revoked_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    shares: bool = False  # agrees that the answers of the pair join the groups
    language: str = ""  # chosen by the person
    letter_hash: str | None = None

    @property
    def is_letter(self) -> bool:
        """Say whether its token still is the one that was printed."""
        return self.number > 0 and self.letter_hash is None


@dataclass(frozen=True)
class Change:
    """One earlier state of an answer, as it was written then."""

    answer: Answer
    changed_at: datetime


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


def checked_project(project: Project, this_year: int) -> Project:
    """Return the project with trimmed texts.

    Raises InvalidInput for a missing name, a text that is too long or a number that cannot be.
    """
    name = _short("name", project.name)
    if not name:
        raise InvalidInput("name", "missing", "A project needs a name. Type one.")
    if project.size is not None and not 0 <= project.size <= 1_000_000:
        raise InvalidInput("size", "range", "The number of pairs must be between 0 and 1,000,000.")
    if project.start_year is not None and not 1900 <= project.start_year <= this_year + 5:
        text = f"The start year must be between 1900 and {this_year + 5}."
        raise InvalidInput("start_year", "range", text)
    values = {**vars(project), "name": name}
    for field in ("target_group", "region"):
        values[field] = _short(field, values[field])
    return Project(**values)


def checked_assessment_name(name: str) -> str:
    """Return the trimmed name of an assessment. Raises InvalidInput for one that is too long."""
    return _short("name", name)


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
    values = {**vars(action), "text": text, "owner": _short("owner", action.owner)}
    return Action(**values)


def _short(field: str, text: str) -> str:
    trimmed = text.strip()
    check_characters(field, trimmed)
    if len(trimmed) > MAX_NAME:
        message = f"The {field} is longer than {MAX_NAME} characters. Shorten it."
        raise InvalidInput(field, "too_long", message)
    return trimmed
