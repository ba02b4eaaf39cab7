"""No command makes a link before somebody is named whom people can turn to."""

import json
from pathlib import Path

import pytest

from commands.common import settings
from commands.database import open_workspace
from tests.support.command_line import Run, refusal
from tests.support.links import new, opens

REFUSED = (
    "Questions about safety can touch somebody. First name whom people can turn to: a function and "
    "how to reach it, no name. Give it with --contact."
)
NAMED = "de vertrouwenspersoon, 010 765 43 21"


def without_contact(run: Run, project: str) -> None:
    assert run("projects", "change", project, "--contact", "").exit_code == 0


def contact(project: str) -> str:
    with open_workspace(settings()) as workspace:
        return workspace.store.projects.get(project).contact


@pytest.mark.parametrize(
    "command",
    [
        ("new", "mentee", "--people", "3"),
        ("pairs", "--number", "1"),
        ("links", "INVITATION", "--lost", "1", "--yes"),
        ("links", "INVITATION", "--more", "1"),
        ("links", "INVITATION", "--open"),
    ],
)
def test_without_anybody_to_turn_to_no_link_is_made(
    run: Run, project: str, command: tuple[str, ...]
) -> None:
    made = new(run, project)
    without_contact(run, project)
    name, *more = (made["invitation"] if word == "INVITATION" else word for word in command)

    assert refusal(run("invitations", name, project, *more)) == [REFUSED]

    [line] = json.loads(run("invitations", "list", project, "--format", "json").stdout)
    assert len(line["links"]) == 3
    assert opens(made["links"][0]) == "PersonalLink"


def test_letters_wait_for_it_too(run: Run, project: str, tmp_path: Path) -> None:
    new(run, project)
    without_contact(run, project)
    command = ("letters", project, "-o", tmp_path / "letters.csv", "--yes")

    assert refusal(run(*command)) == [REFUSED]
    assert run(*command, "--contact", NAMED).exit_code == 0

    assert contact(project) == NAMED


def test_the_option_names_it_for_the_project(run: Run, project: str) -> None:
    without_contact(run, project)

    new(run, project, "--contact", f" {NAMED} ")

    assert contact(project) == NAMED
    assert new(run, project)["links"]


def test_an_empty_one_names_nobody(run: Run, project: str) -> None:
    made = run("invitations", "new", project, "mentee", "--people", "3", "--contact", " ")

    assert refusal(made) == [REFUSED]
