"""projects, demo, export, import and erase."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, Run, exported, listed, projects, refusal

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

LIMIT = 100_000  # bytes, less than the example project as a file


def test_the_example_is_added_once(run: Run) -> None:
    first, second = run("demo"), run("demo")

    assert first.stdout.startswith("Added: 'Voorbeeld")
    assert "python cli.py serve" in first.stdout
    assert second.stdout.startswith("It is there already: 'Voorbeeld")
    assert len(projects(run)) == 1


def test_the_example_speaks_the_language_asked_for(run: Run) -> None:
    assert "'Example" in run("demo", "--language", "en").stdout


def test_the_example_says_how_to_see_another_data_folder(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--data", tmp_path / "other")

    assert f"serve --data {tmp_path / 'other'}" in result.stdout


def test_export_without_a_project_lists_them(run: Run, example: str) -> None:
    assert re.fullmatch(rf"{example}  Example: .*\n", run("export").stdout)


def test_an_empty_database_has_no_projects(run: Run) -> None:
    run("migrate")

    assert run("export").stdout == "There are no projects.\n"


@pytest.mark.parametrize("command", [["export"], ["erase", "P1", "--yes"]])
def test_looking_in_the_wrong_folder_makes_no_database(
    run: Run, data: Path, command: list[str]
) -> None:
    (line,) = refusal(run(*command))

    assert line.startswith("There is no database file")
    assert not data.exists()


def test_only_the_owner_may_read_an_export(run: Run, example: str, tmp_path: Path) -> None:
    exported(run, example, tmp_path / "project.json")

    assert (tmp_path / "project.json").stat().st_mode & 0o777 == 0o600


def test_an_export_never_overwrites_a_file(run: Run, example: str, tmp_path: Path) -> None:
    file = tmp_path / "thesis.txt"
    file.write_text("precious")

    (line,) = refusal(run("export", example, "-o", file))

    assert "exists already" in line
    assert file.read_text() == "precious"


def test_an_export_into_a_folder_that_is_not_there_is_refused(
    run: Run, example: str, tmp_path: Path
) -> None:
    (line,) = refusal(run("export", example, "-o", tmp_path / "nowhere" / "project.json"))

    assert "No such file or directory" in line


@pytest.mark.skipif(resource is None, reason="needs a limit on the size of files")
def test_half_an_export_does_not_stay(run: Run, example: str, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "project.json"

    result = subprocess.run(
        [sys.executable, "cli.py", "export", example, "-o", file, "--data", data],
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (result.returncode, len(result.stderr.splitlines())) == (1, 1)
    assert "File too large" in result.stderr
    assert not file.exists()


@pytest.mark.parametrize("arguments", [["P1"], ["-o", "project.json"]])
def test_export_wants_both_a_project_and_a_file(run: Run, arguments: list[str]) -> None:
    assert run("export", *arguments).exit_code == 2


def test_a_project_is_made_with_what_it_says_about_itself(run: Run) -> None:
    made = run(
        *("projects", "new", " Maatjes ", "--contact", "de coördinator, 010 1", "--kind", "school"),
        *("--languages", "en,nl", "--minors", "all_minors", "--stage", "running", "--size", "40"),
        *("--target-group", "mbo", "--region", "Gent", "--start-year", "2020"),
    )

    [project] = listed(run, "projects")
    assert made.stdout == f"Made 'Maatjes' as {project.pop('id')}.\n"
    assert project == {
        "name": "Maatjes",
        "contact": "de coördinator, 010 1",
        "languages": ["nl", "en"],
        "target_group": "mbo",
        "kind": "school",
        "minors": "all_minors",
        "stage": "running",
        "size": 40,
        "region": "Gent",
        "start_year": 2020,
    }
    assert "  Maatjes" in run("projects", "list").stdout


def test_what_is_not_named_stays_and_none_takes_away(run: Run) -> None:
    run("projects", "new", "Maatjes", "--kind", "work", "--size", "40", "--region", "Gent")

    changed = run(
        *("projects", "change", "Maatjes", "--name", "Maatjes West", "--kind", "none"),
        *("--size", "none", "--region", ""),
    )

    assert changed.stdout == "Changed 'Maatjes West'.\n"
    [project] = listed(run, "projects")
    assert (project["kind"], project["size"], project["region"]) == (None, None, "")
    assert project["languages"] == ["nl"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", " "), "A project needs a name. Type one."),
        (("new", "x", "--size", "-1"), "The size must be between 0 and 1,000,000."),
        (("change", "x", "--size", "1"), "There is no project 'x'. See the list: "),
    ],
)
def test_a_project_that_cannot_be_is_refused(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    run("migrate")

    (line,) = refusal(run("projects", *arguments))

    assert line.startswith(said)
    assert listed(run, "projects") == []


@pytest.mark.parametrize(
    "arguments",
    [("new", "x", "--languages", "nl,tlh"), ("new", "x", "--kind", "club"), ("change", "x")],
)
def test_what_is_no_option_is_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("projects", *arguments).exit_code == 2
