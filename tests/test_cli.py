"""What holds for every command."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from cli import main
from tests.support.command_line import CRITERIA, ROOT, Run, data, program, run

__all__ = ["data", "run"]  # fixtures

COMMANDS = main.list_commands(click.Context(main))
EXAMPLE = CRITERIA / "example" / "answers.csv"
HEAVY = {"streamlit", "pandas", "sqlalchemy", "uvicorn", "starlette"}

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
