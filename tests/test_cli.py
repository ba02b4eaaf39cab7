"""What holds for every command."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli import main
from tests.commands.conftest import CRITERIA, ROOT, Run, program, refusal

COMMANDS = main.list_commands(click.Context(main))
EXAMPLE = CRITERIA / "example" / "answers.csv"
HEAVY = {"streamlit", "plotly", "pandas", "sqlalchemy", "uvicorn", "starlette"}

LIST_HEAVY = """
import runpy, sys
try:
    runpy.run_path("cli.py", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
print(*sys.modules, file=sys.stderr)
"""


def test_the_help_names_every_command() -> None:
    result = program("--help")

    assert result.returncode == 0
    assert all(f"  {name} " in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_its_options(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    options = [p for p in command.params if isinstance(p, click.Option)]

    result = CliRunner().invoke(main, [name, "--help"])

    assert result.exit_code == 0
    assert command.help.split(".")[0].split()[0] in result.stdout
    assert all(option.help for option in options)


def test_the_version_is_told() -> None:
    assert program("--version").stdout.startswith("Mentorspiegel, version ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["explode"],
        ["score"],
        ["score", "answers.csv", "--format", "xml"],
        ["serve", "--port", "0"],
        ["serve", "--port", "65536"],
        ["demo", "--language", "tlh"],
        ["erase"],
    ],
)
def test_wrong_usage_ends_with_exit_code_2(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert "Usage: " in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["check-criteria"], ["score", str(EXAMPLE)], ["score", str(EXAMPLE), "--format", "json"]],
)
def test_a_quick_command_loads_nothing_heavy(arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", LIST_HEAVY, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert set(result.stderr.split()) & HEAVY == set()


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = [sys.executable, "cli.py", "score", str(EXAMPLE), "--format", "json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()

        assert process.stderr.read() == b""


def test_a_setting_that_cannot_be_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_PORT", "many")
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "1")

    first, second = refusal(run("migrate"))

    assert first.startswith("MENTORSPIEGEL_PORT: ")
    assert second.startswith("MENTORSPIEGEL_THRESHOLD: ")


def test_a_folder_on_the_command_line_goes_before_a_server_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", "postgresql://127.0.0.1:9/nowhere")

    result = run("migrate", "--data", tmp_path / "here")

    assert result.exit_code == 0
    assert (tmp_path / "here" / "mentorspiegel.sqlite3").exists()


def test_a_server_that_does_not_answer_is_named_without_its_password(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql://someone:secret@127.0.0.1:9/mentors"
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", url)

    (line,) = refusal(run("migrate"))

    assert "'mentors' on 127.0.0.1 cannot be reached" in line
    assert "secret" not in line


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
@pytest.mark.parametrize("is_terminal", [True, False])
def test_progress_shows_on_a_terminal_only(is_terminal: bool) -> None:
    reader, writer = os.openpty() if is_terminal else os.pipe()

    subprocess.run(
        [sys.executable, "cli.py", "score", str(EXAMPLE)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=writer,
        check=True,
    )
    os.set_blocking(reader, False)
    os.close(writer) if not is_terminal else None

    assert (b"Reading answers.csv" in _read(reader)) is is_terminal


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 10_000)
    finally:
        os.close(descriptor)
