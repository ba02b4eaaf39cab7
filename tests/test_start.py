"""The start files: from an unpacked download to a running program, for whoever does not use a terminal."""

import base64
import hashlib
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import sysconfig
import time
import urllib.request
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

import start
from commands.server.ports import take_port

ROOT = Path(__file__).resolve().parents[1]
BASE = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info[1]}"  # outside every environment
START_FILES = ("start-linux.sh", "start-macos.command", "start-windows.cmd")
LEFT_OUT = shutil.ignore_patterns(
    ".*_cache", ".git", ".venv*", ".tools", "data", "docs", "tests", "__pycache__"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An unpacked download, under a name that browsers give."""
    return Path(shutil.copytree(ROOT, tmp_path / "mentorspiegel-main (1)", ignore=LEFT_OUT))


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """The environment variables of a machine with a Python, and a browser that notes what it is given."""
    tools, browser = tmp_path / "bin", tmp_path / "browser"
    tools.mkdir()
    (tools / "python3").symlink_to(BASE)
    browser.write_text(f"#!/bin/sh\necho \"$1\" >>'{tmp_path}/opened'\n")
    browser.chmod(0o755)
    with take_port("127.0.0.1", 0) as probe:
        port = probe.getsockname()[1]
    return {
        "PATH": f"{tools}:{os.defpath}",
        "BROWSER": str(browser),
        "MENTORSPIEGEL_PORT": str(port),
        "HOME": str(tmp_path),
    }


def with_environment(folder: Path) -> None:
    """Put the environment in place, as an earlier start left it, with the packages of this one."""
    subprocess.run([BASE, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    packages = next((folder / ".venv" / "lib").glob("python*/site-packages"))
    (packages / "here.pth").write_text(sysconfig.get_path("purelib"))
    ready = "import start; start.READY.write_text(start.fingerprint())"
    subprocess.run([sys.executable, "-c", ready], cwd=folder, check=True)


def opened(tmp_path: Path, process: subprocess.Popen[str]) -> str:
    """Return what the browser was given, as soon as it is."""
    until, file = time.monotonic() + 60, tmp_path / "opened"
    while not (file.exists() and file.read_text().endswith("\n")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)
    return file.read_text().splitlines()[-1]


def key_page(folder: Path, machine: dict[str, str]) -> Path:
    """Return where the page with the key stands."""
    return folder / "data" / f"screens-{machine['MENTORSPIEGEL_PORT']}.html"


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGHUP], ids=["Ctrl+C", "window closed"])
def test_one_click_starts_opens_the_browser_and_stops_with_its_window(
    folder: Path, machine: dict[str, str], tmp_path: Path, ends: signal.Signals
) -> None:
    with_environment(folder)
    command = [folder / "start-linux.sh"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=machine,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        page = opened(tmp_path, process)
        with_key = key_page(folder, machine).read_text().partition('href="')[2].partition('"')[0]
        address = with_key.partition("/?key=")[0]
        let_in = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        first = let_in.open(with_key, timeout=30).status
        healthy = urllib.request.urlopen(f"{address}/healthz", timeout=30).status  # noqa: S310
        again = subprocess.run(command, env=machine, capture_output=True, text=True, timeout=30)
        os.killpg(process.pid, ends)
        said, _ = process.communicate(timeout=30)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)

    assert address == f"http://127.0.0.1:{machine['MENTORSPIEGEL_PORT']}"
    assert (healthy, first) == (200, 200)
    assert (again.returncode, f"Mentorspiegel draait al: {address}" in again.stdout) == (0, True)
    # a browser gets a file of the owner, not the key: others can see what a program is given
    assert page == key_page(folder, machine).as_uri()
    assert (tmp_path / "opened").read_text().splitlines() == [page] * 2
    assert f"Mentorspiegel is open on {address}\n" in said  # without the key: this is no terminal
    assert said.endswith("Mentorspiegel has stopped. What was saved is kept.\n\n")
    assert start.is_free(int(machine["MENTORSPIEGEL_PORT"]))
    assert (folder / "data" / "mentorspiegel.sqlite3").exists()  # where `make run` keeps it


def a_wheel(folder: Path) -> str:
    """Write a package to a folder; return its hash."""
    facts = "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n"
    parts = {
        "tiny.py": "",
        "tiny-1.dist-info/METADATA": facts,
        "tiny-1.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {
        n: base64.urlsafe_b64encode(hashlib.sha256(t.encode()).digest()) for n, t in parts.items()
    }
    record = "".join(
        f"{n},sha256={d.decode().rstrip('=')},{len(parts[n])}\n" for n, d in digests.items()
    )
    file = folder / "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in {**parts, "tiny-1.dist-info/RECORD": record}.items():
            archive.writestr(name, text)
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_environment_is_made_once_holds_what_is_locked_and_says_what_went_wrong(
    tmp_path: Path,
) -> None:
    shutil.copy(ROOT / "start.py", tmp_path)
    digest, requirements = a_wheel(tmp_path), tmp_path / "requirements.txt"
    (tmp_path / "cli.py").write_text("import tiny; raise SystemExit('the server says why')")

    def starts(hash_: str, **settings: str) -> str:
        requirements.write_text(f"tiny==1 \\\n    --hash=sha256:{hash_}\n")
        command = [BASE, tmp_path / "start.py"]
        done = subprocess.run(
            command, env=settings, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 1
        return done.stdout + done.stderr

    here = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}
    damaged = starts("0" * 64, **here)
    first = starts(digest, **here)
    again = starts(digest)

    assert "Een pakket is onderweg veranderd of beschadigd" in damaged
    assert "Mentorspiegel wordt klaargezet." in first
    assert "Mentorspiegel wordt klaargezet." not in again
    assert "the server says why" in again
    assert "Mentorspiegel is vanzelf gestopt." in again


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "The disk is full."),
        ("OSError: [WinError 206] The filename or extension is too long", "lies too deep"),
        ("[Errno 13] Permission denied: '.venv'", "cannot be written to"),
        ("Failed to establish a new connection: [Errno -3] name resolution", "no connection"),
        ("ERROR: No matching distribution found for numpy==2.4", "Install Python 3.12"),
        ("one\nsomething new\n", "What was said about it: something new"),
        ("", "What was said about it: -"),
    ],
)
def test_what_went_wrong_is_said_with_what_to_do(output: str, advice: str) -> None:
    assert advice in start.remedy(output)[1]


def test_the_start_files_take_the_same_steps() -> None:
    linux, mac, windows = ((ROOT / name).read_bytes().decode("ascii") for name in START_FILES)
    uv = re.findall(r"^uv==(\S+)", (ROOT / "requirements-dev.txt").read_text(), re.MULTILINE)

    assert "exec sh ./start-linux.sh" in mac
    assert windows.count("\r\n") == windows.count("\n")
    for text in (linux, windows):
        assert re.findall(r"\bUV=([\d.]+)", text) == uv
        assert re.findall(r"\bPYTHON=([\d.]+)", text) == ["3.12"]
        assert "sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" in text
    for name in START_FILES[:2]:
        assert (ROOT / name).stat().st_mode & stat.S_IXUSR


def test_readme_names_the_start_files_in_both_languages_and_what_was_not_tried() -> None:
    _, dutch, english = re.split(
        r"^## (?:Nederlands|English)$", (ROOT / "README.md").read_text("utf-8"), flags=re.MULTILINE
    )

    for text in (dutch, english):
        assert [file for file in START_FILES if f"`{file}`" not in text] == []
    assert "op Windows en macOS **nog niet**" in dutch
    assert "**not yet** on Windows and macOS" in english
