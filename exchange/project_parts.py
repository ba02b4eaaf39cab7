"""What stands in a project file, part by part."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, FailFast, Field

from assessment.agreements import Agreement
from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.base import is_nothing
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice, check_core
from assessment.errors import InvalidInput
from assessment.portfolio.share_files import ShareFile
from assessment.project_profiles import ProjectProfile
from assessment.projects import Project
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.group_session import GroupSession

MAX_ROWS = 2_000  # answers or choices of one assessment, agreements, assessments

Rows = Field(max_length=MAX_ROWS)


class ColleaguePart(BaseModel):
    """The answers of who else speaks for the organisation."""

    model_config = ConfigDict(extra="forbid")

    role: str
    answers: Annotated[list[Answer], Rows, FailFast()]


class AssessmentPart(BaseModel):
    """One assessment with the organisation's own answers."""

    model_config = ConfigDict(extra="forbid")

    assessment: Assessment
    role: str
    choices: Annotated[list[Choice], Rows, FailFast()]
    answers: Annotated[list[Answer], Rows, FailFast()]
    colleagues: Annotated[list[ColleaguePart], Rows, FailFast()] = []
    scores: dict[str, Any] | None = None  # to read; not read back
    comments: dict[str, dict[str, list[str]]] | None = None  # of others; likewise
    judged: dict[str, Any] | None = None  # what may be seen of judging at home; likewise


class SessionPart(BaseModel):
    """One group session: its script and what came of it. Single votes never leave the database."""

    model_config = ConfigDict(extra="forbid")

    session: GroupSession
    agreed: Annotated[list[AgreedValue], Rows, FailFast()] = []
    agreements: Annotated[list[SessionAgreement], Rows, FailFast()] = []
    results: list[Any] | None = None  # to read; not read back
    notes: dict[str, str] | None = None  # that were released, by id; likewise


class Bundle(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    format: str
    project: Project
    catalogues: Annotated[dict[str, str], Rows]
    assessments: Annotated[list[AssessmentPart], Rows, FailFast()]
    agreements: Annotated[list[Agreement], Rows, FailFast()]
    profiles: Annotated[list[ProjectProfile], Rows, FailFast()] = Field(
        default=[], exclude_if=is_nothing
    )
    sessions: Annotated[list[SessionPart], Rows, FailFast()] = Field(
        default=[], exclude_if=is_nothing
    )
    # facts about files that were made for funders elsewhere, never what is in them
    share_files: Annotated[list[ShareFile], Rows, FailFast()] = Field(
        default=[], exclude_if=is_nothing
    )


def against_the_core(part: AssessmentPart, catalogue: Catalogue) -> list[str]:
    """Return which choices leave out, change or lower a criterion of the core."""
    ambition = catalogue.ambition(part.assessment.ambition)
    chosen = {choice.criterion: choice for choice in part.choices}
    texts = []
    for name in catalogue.by_id:
        try:
            check_core(catalogue, ambition, chosen.get(name, Choice(name, in_scope=False)))
        except InvalidInput as error:
            texts.append(str(error))
    return texts
