"""The real commands on real files and a real database."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli import main
from exchange.answers_csv import HEADER

ROOT = Path(__file__).resolve().parents[2]
CRITERIA = ROOT / "criteria"

Run = Callable[..., Result]
WriteAnswers = Callable[..., Path]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the data folder of the test; `typed` is what somebody types."""
    monkeypatch.setenv("MENTORSPIEGEL_DATA", str(data))

    def run_one(*arguments: str | Path, typed: str = "") -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], input=typed)

    return run_one


@pytest.fixture
def write_answers(tmp_path: Path) -> WriteAnswers:
    """Writes rows, as they stand in a CSV, to answers.csv below the header."""

    def write(rows: Iterable[str], header: str = ",".join(HEADER)) -> Path:
        path = tmp_path / "answers.csv"
        path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
        return path

    return write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped criteria."""
    return Path(shutil.copytree(CRITERIA, tmp_path / "criteria"))


def projects(run: Run) -> list[str]:
    """Return the ids of the projects there are."""
    listed = run("export").stdout.splitlines()
    return [line.split()[0] for line in listed if not line.startswith("There are no")]


@pytest.fixture
def example(run: Run) -> str:
    """The id of the example project."""
    assert run("demo", "--language", "en").exit_code == 0
    return projects(run)[0]


def exported(run: Run, project: str, file: Path) -> str:
    result = run("export", project, "-o", file)
    assert result.exit_code == 0, result.stderr
    return file.read_text(encoding="utf-8")


def listed(run: Run, noun: str, *more: str) -> list[dict[str, Any]]:
    """Return what a command lists, such as "projects"."""
    return list(json.loads(run(noun, "list", *more, "--format", "json").stdout))


def change(file: Path, old: str, new: str) -> None:
    """Put something else in the first place of a file where something stands."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def program(
    *arguments: str | Path, folder: Path = ROOT, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as people do, in a process of its own."""
    environment = {f"MENTORSPIEGEL_{name.upper()}": value for name, value in settings.items()}
    return subprocess.run(
        [sys.executable, ROOT / "cli.py", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refusal(result: Result) -> list[str]:
    """Return the lines of an expected error: exit code 1, nothing on stdout, no traceback."""
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    assert result.stdout == ""
    return result.stderr.splitlines()
