"""The file with the session of the example project: what stands in it."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assessment.catalogue.model import Requirement, Text
from assessment.catalogue.reading.yaml_document import read_yaml
from assessment.errors import CatalogueError
from assessment.session.notes import NoteKind
from assessment.session.states import Purpose

NAME = "example/session.yaml"

Votes = Mapping[str, Mapping[str, int]]  # by role, how many chose what


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExampleAgreed(_Part):
    """What the room agreed on an item."""

    value: str = ""
    requirement: Requirement | None = None
    in_scope: bool | None = None
    reason: Text | None = None
    for_it: int = 0
    live_with_it: int = 0
    not_yet: int = 0
    dissent: Text | None = None


class ExampleItem(_Part):
    """Both votes on one item, and what was agreed. `need` is the second question of a judge step."""

    step: str
    item: str
    first: Votes
    second: Votes = {}
    need: Votes = {}
    agreed: ExampleAgreed | None = None


class ExampleSessionNote(_Part):
    """What somebody wrote to the group."""

    step: str
    item: str
    text: Text
    kind: NoteKind = NoteKind.NOTE


class ExampleSessionAgreement(_Part):
    """What was agreed to be done."""

    text: Text
    owner: Text
    due_in_days: int
    criterion: str


class ExampleSession(_Part):
    """What example/session.yaml holds."""

    name: Text
    days_ago: int
    script: str
    minutes: int
    purpose: Purpose
    people: Mapping[str, int]  # with a phone, by role
    items: tuple[ExampleItem, ...]
    notes: tuple[ExampleSessionNote, ...] = ()
    agreements: tuple[ExampleSessionAgreement, ...] = ()


def load_example_session(criteria: Path) -> ExampleSession:
    """Return the session of the example. Raises CatalogueError with all problems."""
    located = read_yaml(criteria, NAME)
    if located.problems:
        raise CatalogueError(located.problems)
    try:
        return ExampleSession.model_validate(located.data)
    except ValidationError as error:
        for detail in error.errors():
            located.problem(tuple(detail["loc"]), f"{detail['msg']}. Correct it.")
        raise CatalogueError(located.problems) from error
