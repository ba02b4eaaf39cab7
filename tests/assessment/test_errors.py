"""Errors say where, what and what to do, and carry what a screen translates."""

import inspect

import pytest

from assessment import errors
from assessment.errors import (
    CatalogueError,
    FileProblems,
    MentorspiegelError,
    NotFound,
    Problem,
    SheetProblem,
    StaleWrite,
    fault,
    refused,
)

CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, Exception)]


TREE = [
    line
    for line in str(errors.__doc__).split("\n")
    if line.startswith(("MentorspiegelError", "├", "│", "└", "    ├", "    └"))
]
BRANCHES = "├│└─ "


def test_the_tree_at_the_top_is_the_tree_of_the_classes() -> None:
    drawn = {
        line.lstrip(BRANCHES).split()[0]: (len(line) - len(line.lstrip(BRANCHES))) // 4
        for line in TREE
    }

    assert drawn == {c.__name__: c.__mro__.index(MentorspiegelError) for c in CLASSES}


def test_meanings_in_the_tree_stand_below_each_other() -> None:
    starts = {line.index(line.lstrip(BRANCHES).split(maxsplit=1)[1]) for line in TREE}

    assert starts == {30}


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (Problem("a.yaml", 3, 7, "wrong. Mend it."), "a.yaml:3:7: wrong. Mend it."),
        (Problem("a.yaml", 3, 0, "wrong."), "a.yaml:3: wrong."),
        (Problem("a.yaml", 0, 0, "wrong."), "a.yaml: wrong."),
    ],
)
def test_a_problem_names_its_place_as_far_as_it_has_one(problem: Problem, expected: str) -> None:
    assert str(problem) == expected


def test_problems_are_ordered_by_file_line_and_column() -> None:
    places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2)]

    ordered = sorted(Problem(*place, "x") for place in places)

    assert [(p.file, p.line, p.column) for p in ordered] == sorted(places)


def test_an_error_of_a_file_holds_all_problems_a_line_each() -> None:
    problems = [Problem("a", 1, 1, "one."), Problem("a", 2, 1, "two.")]

    error = CatalogueError(problems)

    assert isinstance(error, FileProblems)
    assert error.problems == tuple(problems)
    assert str(error) == "a:1:1: one.\na:2:1: two."


def test_a_problem_of_a_spreadsheet_keeps_its_template_for_translation() -> None:
    problem = fault("form.xlsx: Questions!E7", "Level {level} is not on the scale.", level=7)

    assert str(problem) == "form.xlsx: Questions!E7: Level 7 is not on the scale."
    assert isinstance(problem, SheetProblem)
    assert (problem.template, problem.values) == (
        "Level {level} is not on the scale.",
        (("level", 7),),
    )
    assert refused("x", "No.").problems == (fault("x", "No."),)


def test_errors_carry_what_they_are_about() -> None:
    assert (NotFound("role", "x").kind, NotFound("role", "x").identifier) == ("role", "x")
    assert StaleWrite("row").current == "row"
    assert errors.TooOften("begin").bucket == "begin"
    assert errors.LinkUsed("R1").respondent == "R1"
    assert errors.AssessmentClosed("A1").assessment == "A1"
    assert (
        errors.InvitationClosed("O1").invitation == errors.InvitationFull("O1").invitation == "O1"
    )


@pytest.mark.parametrize(
    "error",
    [
        NotFound("role", "x"),
        StaleWrite(None),
        errors.AssessmentClosed("A1"),
        errors.InvitationClosed("O1"),
        errors.InvitationFull("O1"),
        errors.LinkUsed("R1"),
        errors.TooOften("begin"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_message_is_sentences(error: MentorspiegelError) -> None:
    assert str(error)[0].isupper()
    assert str(error).endswith(".")
