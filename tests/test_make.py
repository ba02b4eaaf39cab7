"""The Makefile: what people name is taken as it is, and an environment that works is not thrown away."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def a_program(file: Path, does: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout without an environment."""
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(folder: Path, *given: str) -> str:
    done = subprocess.run(
        ["make", "--no-print-directory", *given],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("data", ["it's", 'a "b" c', "met spatie é"])
def test_a_folder_is_taken_as_it_is_named(folder: Path, data: str) -> None:
    a_program(folder / ".venv" / "bin" / "python", 'for each; do echo "<$each>"; done')
    for mark in (".made-with-python3", ".run"):
        (folder / ".venv" / mark).touch()

    said = make(folder, "run", f"DATA={data}", "PORT=8600")

    assert said.split("\n")[:-1] == [
        *("<cli.py>", "<serve>", "<--port>", "<8600>", "<--data>", f"<{data}>")
    ]
    assert make(folder, "run").split() == ["<cli.py>", "<serve>"]


@pytest.mark.parametrize("version", ["3.11", "3.10"], ids=["that fits", "of an older Python"])
def test_an_environment_is_made_anew_only_when_it_does_not_fit(folder: Path, version: str) -> None:
    """As a start file made it: without a mark of make's."""
    a_program(folder / ".venv" / "bin" / "python", f"echo {version}")
    named = a_program(
        folder / "tools" / "python3", f'[ "$2" = venv ] && touch {folder}/made; echo 3.11'
    )
    fits = version == "3.11"

    make(folder, f"PYTHON={named}", "VENV=.venv", ".venv/.made-with-python3")

    assert (folder / "made").exists() != fits
    assert (folder / ".venv" / ".made-with-python3").exists()


def test_another_python_leaves_the_environment_that_there_is(folder: Path) -> None:
    kept = a_program(folder / ".venv" / "bin" / "python", "echo of make run")
    make(
        folder,
        f"PYTHON={sys.executable}",
        f".venv-{Path(sys.executable).name}/.made-with-{Path(sys.executable).name}",
    )

    assert kept.exists()
    assert (folder / f".venv-{Path(sys.executable).name}" / "bin" / "python").exists()
