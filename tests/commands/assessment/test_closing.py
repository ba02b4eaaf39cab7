"""Closing and reopening without a screen."""

import pytest

from commands.common import settings
from commands.database import open_workspace
from tests.support.command_line import Run, refusal
from tests.support.links import new


def is_closed(project: str) -> bool:
    with open_workspace(settings()) as workspace:
        return workspace.store.assessments.all(project)[0].is_closed


def test_closing_says_first_what_is_open_and_who_took_part(
    run: Run, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    new(run, project)
    monkeypatch.setattr("commands.common.is_terminal", lambda: True)

    result = run("close", project, typed="y\n")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[:2] == [
        "20 criteria without an answer.",
        "Mentees, 3 places: 0 began, 0 done",
    ]
    assert result.stdout.splitlines()[-1].startswith("Closed 'twee'.")
    assert "Closing is final for others" in result.stderr
    assert is_closed(project)


def test_a_no_changes_nothing(run: Run, project: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commands.common.is_terminal", lambda: True)

    result = run("close", project, typed="n\n")

    assert (result.exit_code, is_closed(project)) == (1, False)
    assert result.stderr.endswith("Nothing was changed.\n")


def test_without_a_terminal_nothing_is_closed_by_silence(run: Run, project: str) -> None:
    result = run("close", project)

    assert (result.exit_code, is_closed(project)) == (1, False)
    assert "Give --yes" in result.stderr


def test_closing_twice_is_no_error(run: Run, project: str) -> None:
    run("close", project, "--yes")

    assert run("close", project).stdout == "'twee' is closed already.\n"


def test_a_closed_assessment_is_opened_again(run: Run, project: str) -> None:
    assert run("reopen", project).stdout == "'twee' is open already.\n"
    run("close", project, "--yes")

    (line,) = refusal(run("reopen", project))
    assert line.startswith("'twee' opens again. Others can answer again.")
    assert run("reopen", project, "--yes").stdout == "Opened 'twee' again.\n"
    assert not is_closed(project)


def test_an_older_assessment_can_be_named(run: Run, project: str) -> None:
    assert run("close", project, "--assessment", "2026", "--yes").exit_code == 0

    assert not is_closed(project)
