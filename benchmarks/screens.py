"""The self-audit page beside a page with one widget, and loading the catalogue."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.catalogue.reading.loader import load_catalogue
from assessment.projects import Project
from assessment.services import assessments, projects
from benchmarks.clicks import milliseconds_per_click
from runtime import now, open_store, workspace_on
from settings import Settings

ROOT = Path(__file__).resolve().parent.parent
BAR_PAGE, BAR_LOAD = 1.5, 0.2
ONE_WIDGET = 'import streamlit as st\nst.radio("One", ["0", "1", "2", "3", "4"], key="one")\n'


def run() -> list[str]:
    """Measure and return the lines to print."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _plain_page(Path(folder) / "plain") as (plain_url, plain_pid),
        mentorspiegel(Path(folder) / "data") as (url, pid),
    ):
        query, cookie = _assessment(Path(folder) / "data"), cookie_of(Path(folder) / "data", url)
        pairs = [
            (
                milliseconds_per_click(plain_url, plain_pid, key="one"),
                milliseconds_per_click(
                    url, pid, key=":choice:", query=query, page="audit", cookie=cookie
                ),
            )
            for _ in range(3)
        ]
    plain, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    loading = _loading()
    return [
        f"self-audit page, server CPU per answer: {ours:.1f} ms; page with one widget: {plain:.1f} ms",
        f"  ratio {ratio:.2f} (bar {BAR_PAGE:g})",
        f"loading and checking the catalogue: {loading:.3f} s"
        f" (bar {BAR_LOAD:g}, ratio {loading / BAR_LOAD:.2f})",
    ]


def _loading() -> float:
    times = []
    for _ in range(5):
        started = time.perf_counter()
        load_catalogue(ROOT / "criteria")
        times.append(time.perf_counter() - started)
    return statistics.median(times)


@contextmanager
def _server(command: list[str], port: int, cwd: Path) -> Iterator[tuple[str, int]]:
    url = f"http://127.0.0.1:{port}"
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not _answers(url):
            if process.poll() is not None or time.perf_counter() - started > 60:
                raise RuntimeError(f"did not start: {' '.join(command)}")
            time.sleep(0.02)
        yield url, process.pid
    finally:
        process.terminate()
        process.wait(timeout=10)


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=2).close()  # noqa: S310  (127.0.0.1)
    except urllib.error.HTTPError:
        return True  # that the key is needed is an answer too
    except (urllib.error.URLError, OSError):
        return False
    return True


@contextmanager
def mentorspiegel(data: Path) -> Iterator[tuple[str, int]]:
    """Run the program; give the address of its screens, and its process."""
    port = _free_port()
    command = [sys.executable, "cli.py", "serve", "--port", str(port), "--data", str(data)]
    with _server(command, port, ROOT) as running:
        yield running


@contextmanager
def _plain_page(folder: Path) -> Iterator[tuple[str, int]]:
    """Serve the page with one widget in the same way and with the same settings."""
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "config.toml").write_bytes(
        (ROOT / ".streamlit" / "config.toml").read_bytes()
    )
    (folder / "page.py").write_text(ONE_WIDGET, encoding="utf-8")
    app = "from streamlit.starlette import App\napp = App('page.py')\n"
    (folder / "plain.py").write_text(app, encoding="utf-8")
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", "plain:app", "--port", str(port), "--no-access-log"]
    with _server(command, port, folder) as running:
        yield running


def cookie_of(data: Path, url: str) -> str:
    """Return the cookie of a browser that came with the key."""
    (page,) = data.glob("screens-*.html")
    key = page.read_text("utf-8").partition("?key=")[2].partition('"')[0]
    connection = http.client.HTTPConnection(url.removeprefix("http://"))
    connection.request("GET", f"/?key={key}")
    given = connection.getresponse().headers["set-cookie"]
    connection.close()
    return given.partition(";")[0]


def _assessment(data: Path) -> str:
    """Make a project and return the address of one of its questions."""
    store = open_store(f"sqlite:///{data.absolute() / 'mentorspiegel.sqlite3'}")
    workspace = workspace_on(store, Settings(), catalogue=load_catalogue(ROOT / "criteria"))
    made = projects.create_project(workspace, Project("", "benchmark", now()))
    started = assessments.start_assessment(
        workspace, made.id, name="1", profile="full", ambition="floor"
    )
    return f"lang=nl&assessment={started.id}&criterion=MC-22"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    os.chdir(ROOT)
    print("\n".join(run()))
