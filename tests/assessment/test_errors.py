"""What an error says and carries, and which one catches which."""

import inspect
import re

import pytest

from assessment import errors
from assessment.errors import (
    AssessmentClosed,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseUnavailable,
    FileProblems,
    InvalidInput,
    InvitationClosed,
    InvitationFull,
    LinkUsed,
    MentorspiegelError,
    NotFound,
    Problem,
    SheetError,
    StaleWrite,
    StorageError,
    TooOften,
    fault,
    refused,
)
from tests.support.builders import a_project

CLASSES = dict(inspect.getmembers(errors, inspect.isclass))
ERRORS = {name: kind for name, kind in CLASSES.items() if issubclass(kind, Exception)}


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [
        (3, 7, "roles.yaml:3:7: is no role."),
        (3, 0, "roles.yaml:3: is no role."),
        (0, 0, "roles.yaml: is no role."),
    ],
)
def test_a_problem_names_its_file_and_the_line_and_column_it_has(
    line: int, column: int, text: str
) -> None:
    assert str(Problem("roles.yaml", line, column, "is no role.")) == text


def test_problems_are_sorted_by_file_then_line_then_column() -> None:
    first, second, third, fourth = (
        Problem("a.yaml", 2, 9, "x"),
        Problem("a.yaml", 10, 1, "x"),
        Problem("a.yaml", 10, 2, "x"),
        Problem("b.yaml", 1, 1, "a"),
    )

    assert sorted([fourth, third, second, first]) == [first, second, third, fourth]


def test_a_fault_in_a_spreadsheet_reads_as_a_sentence_and_keeps_its_template() -> None:
    problem = fault("f.xlsx: Q!E7", "{place} is above {most:,}.", place="This", most=2000)

    assert str(problem) == "f.xlsx: Q!E7: This is above 2,000."
    assert problem.template == "{place} is above {most:,}."
    assert problem.values == (("place", "This"), ("most", 2000))


def test_a_refused_spreadsheet_has_one_problem() -> None:
    error = refused("f.xlsx", "This file has {n} sheets.", n=3)

    assert isinstance(error, SheetError)
    assert error.problems == (fault("f.xlsx", "This file has {n} sheets.", n=3),)
    assert str(error) == "f.xlsx: This file has 3 sheets."


@pytest.mark.parametrize(
    "kind", [kind for kind in ERRORS.values() if issubclass(kind, FileProblems)]
)
def test_a_file_with_problems_tells_all_of_them_in_their_order(kind: type[FileProblems]) -> None:
    problems = [Problem("b.csv", 9, 1, "is wrong."), Problem("a.csv", 1, 0, "is missing.")]

    with pytest.raises(FileProblems) as caught:
        raise kind(problems)

    assert caught.value.problems == tuple(problems)
    assert str(caught.value) == "b.csv:9:1: is wrong.\na.csv:1: is missing."


def test_an_error_carries_what_it_is_about_and_says_it_in_a_sentence() -> None:
    invalid = InvalidInput("level", "range", "Level 5 is not on the scale.")
    assert (invalid.field, invalid.rule) == ("level", "range")
    assert str(invalid) == "Level 5 is not on the scale."

    missing = NotFound("project", "P1")
    assert (missing.kind, missing.identifier) == ("project", "P1")
    assert str(missing) == "There is no project 'P1'. It may have been erased."

    closed = AssessmentClosed("A1")
    assert closed.assessment == "A1"
    assert str(closed) == "Assessment 'A1' is closed. Reopen it to change answers."


def test_a_stale_write_brings_what_stands_there() -> None:
    project = a_project(name="Elders gewijzigd")

    assert StaleWrite(project).current is project
    assert "Nothing was overwritten" in str(StaleWrite(project))


def test_an_error_about_invitations_and_links_carries_an_id_and_shows_none() -> None:
    for error in (InvitationClosed("ID"), InvitationFull("ID"), LinkUsed("ID"), TooOften("ID")):
        assert "ID" not in str(error)
    assert InvitationClosed("ID").invitation == InvitationFull("ID").invitation == "ID"
    assert (LinkUsed("ID").respondent, TooOften("ID").bucket) == ("ID", "ID")


@pytest.mark.parametrize("kind", [DatabaseUnavailable, DatabaseDamaged, DatabaseNewer])
def test_whoever_catches_a_storage_error_catches_every_database_error(
    kind: type[StorageError],
) -> None:
    with pytest.raises(StorageError, match=r"disk is full"):
        raise kind("The disk is full.")


def test_every_error_can_be_caught_as_one_of_this_software() -> None:
    assert [name for name, kind in ERRORS.items() if not issubclass(kind, MentorspiegelError)] == []


def test_the_tree_at_the_top_of_the_module_shows_every_error_under_its_parent() -> None:
    branches: dict[int, str] = {}
    parents = {}
    for indent, name in re.findall(r"^([│ ]*)[├└]── (\w+)", errors.__doc__ or "", re.MULTILINE):
        branches[len(indent)] = name
        parents[name] = branches.get(len(indent) - 4, "MentorspiegelError")

    assert parents == {
        name: kind.__base__.__name__
        for name, kind in ERRORS.items()
        if kind is not MentorspiegelError
    }


def test_in_the_tree_the_meanings_stand_below_each_other() -> None:
    lines = re.findall(r"^([│├└─ ]+\w+ +)\w", errors.__doc__ or "", re.MULTILINE)

    assert {len(line) for line in lines} == {30}
