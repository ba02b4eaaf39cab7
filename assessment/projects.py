"""Projects: one project with what describes it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assessment.errors import InvalidInput
from assessment.text import is_language, short_text

MAX_LANGUAGES = 20  # of a project


class Kind(StrEnum):
    """What kind of project it is."""

    SCHOOL = "school"
    WORK = "work"
    WELFARE = "welfare"
    COMMUNITY = "community"
    PROFESSION = "profession"
    OTHER = "other"


class Stage(StrEnum):
    """How far a project has come; a young one should not be read as an established one."""

    PREPARING = "preparing"
    FIRST_YEAR = "first_year"
    RUNNING = "running"
    ESTABLISHED = "established"


class Minors(StrEnum):
    """Whether those it is for are under eighteen."""

    NO = "no_minors"
    SOME = "some_minors"
    ALL = "all_minors"


@dataclass(frozen=True)
class Project:
    """One project. `version` counts the changes."""

    id: str
    name: str
    created_at: datetime
    kind: Kind | None = None
    target_group: str = ""
    minors: Minors | None = None
    stage: Stage | None = None
    size: int | None = None  # pairs, or else people, in a year
    region: str = ""
    start_year: int | None = None
    languages: tuple[str, ...] = ("nl",)  # for those who are invited
    contact: str = ""  # whom respondents can turn to: a function and how to reach it, no name
    is_example: bool = False
    version: int = 0


def checked_project(project: Project, this_year: int) -> Project:
    """Return the project with trimmed texts.

    Raises InvalidInput for a missing name, a text that is too long or a number that cannot be.
    """
    name = short_text("name", project.name)
    if not name:
        raise InvalidInput("name", "missing", "A project needs a name. Type one.")
    if project.size is not None and not 0 <= project.size <= 1_000_000:
        raise InvalidInput("size", "range", "The size must be between 0 and 1,000,000.")
    if project.start_year is not None and not 1900 <= project.start_year <= this_year + 5:
        text = f"The start year must be between 1900 and {this_year + 5}."
        raise InvalidInput("start_year", "range", text)
    if len(project.languages) > MAX_LANGUAGES or not all(map(is_language, project.languages)):
        raise InvalidInput("languages", "unknown", "These are no codes of languages, such as `nl`.")
    return replace(
        project,
        name=name,
        target_group=short_text("target_group", project.target_group),
        region=short_text("region", project.region),
        contact=short_text("contact", project.contact),
    )
