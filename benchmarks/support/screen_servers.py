"""A server of screens, as people start it, with an assessment to click in."""

import http.client
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.catalogue.reading.loader import load_catalogue
from assessment.projects import Project
from assessment.services import assessments, projects
from benchmarks import ROOT
from benchmarks.support.servers import free_port
from runtime import now, open_store, workspace_on
from settings import Settings


@contextmanager
def mentorspiegel(data: Path) -> Iterator[tuple[str, int]]:
    """Run the program; give the address of its screens, and its process."""
    port = free_port()
    command = [sys.executable, "cli.py", "serve", "--port", str(port), "--data", str(data)]
    with serving(command, port, ROOT) as running:
        yield running


@contextmanager
def serving(command: list[str], port: int, cwd: Path) -> Iterator[tuple[str, int]]:
    """Run a server of screens on a port; give its address and its process. Raises RuntimeError."""
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


def cookie_of(data: Path, url: str) -> str:
    """Return the cookie of a browser that came with the key."""
    (page,) = data.glob("screens-*.html")
    key = page.read_text("utf-8").partition("?key=")[2].partition('"')[0]
    connection = http.client.HTTPConnection(url.removeprefix("http://"))
    connection.request("GET", f"/?key={key}")
    given = connection.getresponse().headers["set-cookie"]
    connection.close()
    return given.partition(";")[0]


def assessment_in(data: Path) -> str:
    """Make a project and return the address of one of its questions."""
    store = open_store(f"sqlite:///{data.absolute() / 'mentorspiegel.sqlite3'}")
    workspace = workspace_on(store, Settings(), catalogue=load_catalogue(ROOT / "criteria"))
    made = projects.create_project(workspace, Project("", "benchmark", now()))
    started = assessments.start_assessment(
        workspace, made.id, name="1", profile="full", ambition="floor"
    )
    return f"lang=nl&assessment={started.id}&criterion=MC-22"
