"""The files of the example project: what stands in them, and with which catalogue each was made."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assessment.agreements import AgreementStatus
from assessment.catalogue.model import Catalogue, Text
from assessment.catalogue.reading.yaml_document import read_yaml
from assessment.errors import CatalogueError, Problem
from assessment.projects import Kind, Minors, Stage
from exchange.answer_files.read import read_answers
from exchange.answers_csv import Row

FOLDER = "example"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExampleAssessment(_Part):
    """One assessment of the example, dated back from the day it is made.

    `catalogue` is the file beside project.yaml with the snapshot of an earlier edition that it was
    made with; without one it is made with the criteria themselves.
    """

    id: str
    name: Text
    started_days_ago: int
    closed_days_ago: int | None = None
    catalogue: str | None = None
    profile: str
    ambition: str


class ExampleNote(_Part):
    """What the organisation wrote with one of its answers."""

    assessment: str
    criterion: str
    comment: Text | None = None
    evidence: Text | None = None
    reason: Text | None = None


class ExampleAgreement(_Part):
    """One agreement of the example."""

    assessment: str
    criterion: str
    text: Text
    owner: Text
    due_in_days: int
    status: AgreementStatus
    outcome: Text | None = None


class ExampleProject(_Part):
    """What example/project.yaml holds."""

    name: Text
    target_group: Text
    region: Text
    kind: Kind
    minors: Minors
    stage: Stage
    size: int
    years: int
    languages: tuple[str, ...]
    contact: Text | None = None
    assessments: tuple[ExampleAssessment, ...]
    notes: tuple[ExampleNote, ...] = ()
    agreements: tuple[ExampleAgreement, ...] = ()


def has_example(criteria: Path) -> bool:
    """Return whether a criteria folder brings an example."""
    return (criteria / FOLDER / "project.yaml").is_file()


def load_example(criteria: Path, catalogue: Catalogue) -> tuple[ExampleProject, list[Row]]:
    """Read the example of a criteria folder. Raises CatalogueError or AnswersFileError."""
    name = f"{FOLDER}/project.yaml"
    located = read_yaml(criteria, name)
    if located.problems:
        raise CatalogueError(located.problems)
    try:
        example = ExampleProject.model_validate(located.data)
    except ValidationError as error:
        for detail in error.errors():
            located.problem(tuple(detail["loc"]), f"{detail['msg']}. Correct it.")
        raise CatalogueError(located.problems) from error
    rows = read_answers(criteria / FOLDER / "answers.csv", catalogue)
    present = {a.id for a in example.assessments}
    used = {row.assessment for row in rows}
    used |= {part.assessment for part in example.notes}
    used |= {part.assessment for part in example.agreements}
    if used - present:
        text = f"there is no assessment {', '.join(sorted(used - present))}. Add it."
        raise CatalogueError([Problem(name, 0, 0, text)])
    return example, rows


def catalogues_of(
    criteria: Path, example: ExampleProject, current: Catalogue
) -> Mapping[str, Catalogue]:
    """Return by assessment the catalogue it is made with. Raises CatalogueError for a broken file."""
    return {
        part.id: current if part.catalogue is None else _earlier(criteria, part.catalogue)
        for part in example.assessments
    }


def _earlier(criteria: Path, name: str) -> Catalogue:
    try:
        snapshot = (criteria / FOLDER / Path(name).name).read_text(encoding="utf-8")
        return Catalogue.from_snapshot(snapshot)
    except (OSError, ValueError) as error:
        text = "this is no snapshot of a catalogue. Write one anew, or leave out `catalogue`."
        raise CatalogueError([Problem(f"{FOLDER}/{name}", 0, 0, text)]) from error
