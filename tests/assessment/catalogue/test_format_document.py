"""docs/criteria-format.md names every field, and what it shows is true."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from assessment.catalogue.conversation import (
    Aspect,
    Boundaries,
    Factor,
    Profession,
    Relationship,
    RelationshipPhase,
    Signal,
    Tension,
    Thesis,
    Timeline,
    TimelineStep,
)
from assessment.catalogue.criterion import Criterion, Level, Scale
from assessment.catalogue.header import (
    Ambition,
    Header,
    Perspective,
    Phase,
    Profile,
    Role,
    Source,
    Standard,
    Study,
)
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.reading.entries import LONGEST_ID
from assessment.catalogue.reading.folder import MAX_FILES
from assessment.catalogue.reading.messages import NOT_WRITTEN
from assessment.catalogue.reading.text_file import MAX_BYTES
from assessment.catalogue.reading.yaml_document import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS
from assessment.catalogue.scripts import ScriptMoment, ScriptStep, SessionScript, StepGuide
from tests.support.criteria_folder import FILES, STUDIES, CriteriaFolder

DOCUMENT = Path(__file__).parents[3] / "docs" / "criteria-format.md"
CLIENT = "perspectives/client.yaml"
SECTIONS: dict[type[BaseModel], str] = {
    Header: "## catalogue.yaml",
    Role: "### A role",
    Perspective: "### A perspective",
    Phase: "### A phase",
    Ambition: "### An ambition",
    Source: "### A source",
    Standard: "### A standard",
    Study: "### A study",
    Scale: "### A scale",
    Level: "### A level",
    Criterion: "### A criterion",
    Thesis: "### A thesis",
    Tension: "### A tension",
    Factor: "### A factor",
    HelpNumber: "### A number",
    Boundaries: "### The boundaries",
    Profession: "### A profession",
    Aspect: "### An aspect",
    Signal: "### A signal",
    Relationship: "### The relationship",
    RelationshipPhase: "### A phase of the relationship",
    Timeline: "### A timeline",
    TimelineStep: "### A step of the timeline",
    Profile: "### A profile",
    StepGuide: "### A guide",
    SessionScript: "### A script",
    ScriptStep: "### A step of a script",
    ScriptMoment: "### A moment",
}


@pytest.fixture(scope="module")
def document() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


def block(document: str, kind: str, number: int) -> str:
    return re.findall(rf"^```{kind}\n(.*?)^```$", document, re.DOTALL | re.MULTILINE)[number]


@pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
def test_the_table_of_a_part_names_exactly_its_fields(
    document: str, model: type[BaseModel]
) -> None:
    section = document.split(f"\n{SECTIONS[model]}\n")[1].split("\n#")[0]
    cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    named = [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]

    assert named == [name for name in model.model_fields if name not in NOT_WRITTEN]


def write_the_example(document: str, folder: CriteriaFolder) -> None:
    """Write the criterion of the document in place of those of the folder."""
    folder.write(CLIENT, block(document, "yaml", 1))
    folder.write("ids.lock", "C-1\n")
    folder.change("profiles/short.yaml", "requirement: {C-1: growth}\n", "")
    folder.change("scales.yaml", "- id: practice", "- id: assurance")
    folder.write("catalogue.yaml", FILES["catalogue.yaml"] + STUDIES)


def test_the_example_is_right(document: str, folder: CriteriaFolder) -> None:
    write_the_example(document, folder)

    assert folder.problems() == []


def test_the_example_shows_every_field(document: str) -> None:
    keys = re.findall(r"^(?:- |  )(\w+):", block(document, "yaml", 1), re.MULTILINE)

    assert keys == [name for name in Criterion.model_fields if name not in NOT_WRITTEN]


def test_the_script_in_it_is_right(document: str, rich_folder: CriteriaFolder) -> None:
    rich_folder.write("sessions/mirror-20.yaml", block(document, "yaml", 2))

    assert rich_folder.problems() == []


def test_the_messages_are_those_one_gets(document: str, folder: CriteriaFolder) -> None:
    write_the_example(document, folder)
    for old, new in (
        ("title:", "titel:"),
        (
            "en: Is it laid down what mentor and mentee do when something does not feel safe?",
            "en: no",
        ),
        ("\n      en: Do you know whom to call when something does not feel safe?", ""),
        ("role: coordinator", "role: coordinater"),
        ("requirement: minimal", "requirement: minimum"),
        ("weight: 1", "weight: 0"),
        ("    - nl: Niemand heeft erover gepraat.\n      en: Nobody has talked about it.\n", ""),
    ):
        folder.change(CLIENT, old, new)

    assert folder.problems() == block(document, "text", 0).splitlines()


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("bytes in a file", MAX_BYTES),
        ("values in a file", MAX_NODES),
        ("levels of nesting", MAX_DEPTH),
        ("files in a folder", MAX_FILES),
        ("problems reported per file", MAX_PROBLEMS),
    ],
)
def test_the_limits_are_those_that_hold(document: str, what: str, number: int) -> None:
    assert f"| {what} | {number:,} |" in document


def test_the_length_of_an_id_is_the_one_that_holds(document: str) -> None:
    assert f"letters, digits, `-` and `_`, at most {LONGEST_ID}" in document
