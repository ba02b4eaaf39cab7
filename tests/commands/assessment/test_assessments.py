"""Assessments without a screen: begun, listed, changed."""

from pathlib import Path
from typing import Any

import pytest

from assessment.choices import Choice
from assessment.services import assessments
from commands.common import settings
from commands.database import open_workspace
from tests.support.command_line import Run, listed, refusal
from tests.support.ui.screens import level, speak

ROOM = "Samen Sterk"


@pytest.fixture
def empty(run: Run) -> str:
    """A project without an assessment."""
    assert run("projects", "new", ROOM).exit_code == 0
    return ROOM


def new(run: Run, project: str, *more: str) -> dict[str, Any]:
    made = run("assessments", "new", project, *more)
    assert made.exit_code == 0, made.stderr
    newest = listed(run, "assessments", project)[0]
    assert made.stdout == f"Started '{newest['name']}' as {newest['id']}.\n"
    return newest


def test_the_first_one_is_the_shortest_and_lowest_and_is_named_after_the_year(
    run: Run, empty: str
) -> None:
    assert run("assessments", "list", empty).stdout == "There are no assessments.\n"

    made = new(run, empty)

    assert made["name"] == f"Meting {made['started_at'][:4]}"
    assert (made["profile"], made["ambition"], made["state"]) == ("short", "floor", "open")
    head, line = run("assessments", "list", empty).stdout.splitlines()
    assert head.split() == ["Id", "Name", "State", "Questions", "Ambition", "Started"]
    assert line.startswith(made["id"])


def test_what_is_named_is_chosen(run: Run, empty: str) -> None:
    options = ("--profile", "full", "--ambition", "growth", "--catalogue", "mentoring")

    made = new(run, empty, "--name", "Voorjaar", *options)

    assert (made["name"], made["profile"], made["ambition"], made["catalogue"]) == (
        *("Voorjaar", "full", "growth", "mentoring"),
    )


def test_a_next_one_goes_on_with_the_choices_unless_they_are_set_anew(run: Run, empty: str) -> None:
    first = new(run, empty, "--profile", "full")
    with open_workspace(settings()) as workspace:
        left_out = Choice("MC-03", in_scope=False, reason="partner")
        assessments.change_choice(workspace, first["id"], left_out)

    same, other = new(run, empty), new(run, empty, "--ambition", "growth")

    assert (same["profile"], same["name"]) == ("full", f"{first['name']} (2)")
    assert (other["profile"], other["ambition"]) == ("full", "growth")
    with open_workspace(settings()) as workspace:
        choices = workspace.store.choices
        assert choices.get(same["id"])["MC-03"].reason == "partner"
        assert choices.get(other["id"])["MC-03"].reason == ""


@pytest.mark.parametrize("kind", ["profile", "ambition", "catalogue"])
def test_what_is_not_there_is_refused_with_what_there_is(run: Run, empty: str, kind: str) -> None:
    (line,) = refusal(run("assessments", "new", empty, f"--{kind}", "pair"))

    assert line.startswith(f"There is no {kind} 'pair' for this project. Choose one of: ")
    assert listed(run, "assessments", empty) == []


def test_a_project_goes_on_with_its_own_catalogue(
    run: Run, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("new-catalogue", tmp_path / "more" / "sport").exit_code == 0
    monkeypatch.setenv("MENTORSPIEGEL_CATALOGUES", str(tmp_path / "more"))
    first = new(run, empty, "--catalogue", "sport")

    assert (first["catalogue"], new(run, empty)["catalogue"]) == ("sport", "sport")
    (line,) = refusal(run("assessments", "new", empty, "--catalogue", "mentoring"))
    assert line.endswith("Choose one of: sport.")


def test_a_name_and_a_preset_change(run: Run, empty: str) -> None:
    new(run, empty)

    renamed = run("assessments", "change", empty, "--name", "Najaar")
    (line,) = refusal(run("assessments", "change", empty, "--profile", "full"))
    replaced = run("assessments", "change", empty, "--profile", "full", "--yes")
    again = run("assessments", "change", empty, "--ambition", "floor")

    assert renamed.stdout == replaced.stdout == again.stdout == "Changed 'Najaar'.\n"
    assert line.startswith("This replaces what you chose for ")
    assert listed(run, "assessments", empty)[0]["profile"] == "full"
    assert run("assessments", "change", empty).exit_code == 2


def test_before_the_first_one_commands_say_how_to_begin(run: Run, empty: str) -> None:
    (line,) = refusal(run("invitations", "list", empty))

    assert (
        line == f"'{ROOM}' has no assessment yet. Start one: python cli.py assessments new PROJECT"
    )


def test_a_next_one_hears_what_the_screen_says_of_an_open_one(run: Run, empty: str) -> None:
    first = new(run, empty)

    waiting = run("assessments", "new", empty).stderr

    assert waiting.startswith(f"The last assessment, {first['name']}, is still open.")


def test_a_newcomer_is_warned_of_soon_after_groups_were_shown(run: Run, empty: str) -> None:
    first = new(run, empty, "--profile", "full")
    with open_workspace(settings()) as workspace:
        found = workspace.store.assessments.get(first["id"])
        speak(workspace, found, "mentee", level("MC-41", 3), 5)
    run("close", empty, "--yes")

    assert run("assessments", "new", empty).stderr.startswith("What groups said was shown not long")
