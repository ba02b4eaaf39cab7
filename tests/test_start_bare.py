"""The start file on a bare machine: what it needs, and that it takes nothing but what is locked."""

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASE = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info[1]}"  # outside every environment
START_FILES = ("start-linux.sh", "start-macos.command", "start-windows.cmd")
_LOCKED = (ROOT / "requirements-dev.txt").read_text()
UV, _OF_UV = re.findall(r"^uv==(\S+)((?: \\\n +--hash=\S+)+)", _LOCKED, re.MULTILINE)[0]
LOCKED_UV = set(re.findall(r"sha256:(\w+)", _OF_UV))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The start file in a folder with a name that browsers give."""
    place = tmp_path / "mentorspiegel-main (1)"
    place.mkdir()
    for name in ("start-linux.sh", "start.py"):
        shutil.copy(ROOT / name, place)
    return place


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with the few programs of a bare machine: no Python, nothing that downloads."""
    bare = tmp_path / "bare"
    bare.mkdir()
    for name in ("sh", "dirname", "uname", "mkdir"):
        (bare / name).symlink_to(str(shutil.which(name)))
    return bare


def click(folder: Path, tools: Path) -> subprocess.CompletedProcess[str]:
    """Start in a folder on a machine that has these programs alone."""
    return subprocess.run(
        ["/bin/sh", folder / "start-linux.sh"],
        env={"PATH": str(tools)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_machine_without_anything_is_told_what_it_needs(folder: Path, tools: Path) -> None:
    started = click(folder, tools)

    assert started.returncode == 1
    assert (
        "Nodig is Python 3.11 of nieuwer met venv (Debian, Ubuntu: python3-venv)" in started.stdout
    )
    assert "Needed is Python 3.11 or newer with venv" in started.stdout


def test_without_a_python_uv_fetches_one_into_the_folder(folder: Path, tools: Path) -> None:
    (folder / "start.py").write_text("import sys; print('started with', sys.executable)")
    uv = tools / "uv"
    uv.write_text(
        '#!/bin/sh\necho "$@" >asked\nPATH=/usr/bin:/bin\nmkdir -p "$UV_PYTHON_INSTALL_DIR/cpython/bin"\n'
        f'ln -s "{BASE}" "$UV_PYTHON_INSTALL_DIR/cpython/bin/python3"\n'
    )
    uv.chmod(0o755)

    first, second = click(folder, tools), click(folder, tools)

    assert "started with" in first.stdout
    assert "started with" in second.stdout
    assert (folder / "asked").read_text() == "python install --no-bin --managed-python 3.12\n"
    assert (folder / ".tools" / "python" / "cpython").exists()


def fetches(tools: Path, wheel: Path) -> None:
    """Let a machine fetch this file, whatever it asks for, and unpack it."""
    for name in ("rm", "mv", "chmod", "sha256sum", "unzip"):
        (tools / name).symlink_to(str(shutil.which(name)))
    curl = tools / "curl"
    curl.write_text(f'#!/bin/sh\necho "$2" >asked\n{shutil.which("cp")} \'{wheel}\' "$4"\n')
    curl.chmod(0o755)


def a_wheel_of_uv(folder: Path) -> Path:
    """Write a file that is packed as that of uv; its program notes that it ran."""
    wheel = folder / "uv.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"uv-{UV}.data/scripts/uv", '#!/bin/sh\necho "$@" >ran\nexit 1\n')
    return wheel


def test_uv_is_fetched_as_it_is_locked(folder: Path, tools: Path, tmp_path: Path) -> None:
    wheel, script = a_wheel_of_uv(tmp_path), folder / "start-linux.sh"
    fetches(tools, wheel)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    script.write_text(re.sub(r"hash=[0-9a-f]{64}", f"hash={digest}", script.read_text()))

    click(folder, tools)

    assert (folder / "ran").read_text() == "python install --no-bin --managed-python 3.12\n"
    asked = (folder / "asked").read_text()
    assert asked.startswith("https://files.pythonhosted.org/packages/")
    assert f"/uv-{UV}-py3-none-" in asked
    assert [file.name for file in (folder / ".tools").iterdir()] == ["uv"]


def test_a_uv_that_is_not_the_locked_one_never_runs(
    folder: Path, tools: Path, tmp_path: Path
) -> None:
    fetches(tools, a_wheel_of_uv(tmp_path))

    refused = click(folder, tools)

    assert refused.returncode == 1
    assert "Wat opgehaald is, is niet wat het moet zijn" in refused.stdout
    assert "What was fetched is not what it has to be" in refused.stdout
    assert not (folder / "ran").exists()
    assert list((folder / ".tools").iterdir()) == []


def test_who_did_not_unpack_is_told_to(folder: Path, tools: Path) -> None:
    (folder / "start.py").unlink()

    assert "Pak eerst het hele bestand uit" in click(folder, tools).stdout


def test_of_uv_nothing_is_taken_but_what_is_locked() -> None:
    # another version: addresses and hashes stand on https://pypi.org/simple/uv/
    hashes = {
        name: re.findall(r"\bhash=(\w+)", (ROOT / name).read_text(), re.IGNORECASE)
        for name in START_FILES
    }

    assert {name: len(found) for name, found in hashes.items()} == {
        "start-linux.sh": 4, "start-macos.command": 0, "start-windows.cmd": 2
    }  # fmt: skip
    assert {hash_ for found in hashes.values() for hash_ in found} <= LOCKED_UV
    assert [name for name in START_FILES if "astral.sh" in (ROOT / name).read_text()] == []
