"""The self-audit page beside a page with one widget, and loading the catalogue."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.catalogue.reading.loader import load_catalogue
from benchmarks import ROOT
from benchmarks.support.clicks import milliseconds_per_click
from benchmarks.support.screen_servers import assessment_in, cookie_of, mentorspiegel, serving
from benchmarks.support.servers import free_port

BAR_PAGE, BAR_LOAD = 1.5, 0.2
ONE_WIDGET = 'import streamlit as st\nst.radio("One", ["0", "1", "2", "3", "4"], key="one")\n'


def run() -> list[str]:
    """Measure and return the lines to print."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _plain_page(Path(folder) / "plain") as (plain_url, plain_pid),
        mentorspiegel(Path(folder) / "data") as (url, pid),
    ):
        query, cookie = assessment_in(Path(folder) / "data"), cookie_of(Path(folder) / "data", url)
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
def _plain_page(folder: Path) -> Iterator[tuple[str, int]]:
    """Serve the page with one widget in the same way and with the same settings."""
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "config.toml").write_bytes(
        (ROOT / ".streamlit" / "config.toml").read_bytes()
    )
    (folder / "page.py").write_text(ONE_WIDGET, encoding="utf-8")
    app = "from streamlit.starlette import App\napp = App('page.py')\n"
    (folder / "plain.py").write_text(app, encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "plain:app", "--port", str(port), "--no-access-log"]
    with serving(command, port, folder) as running:
        yield running


if __name__ == "__main__":
    os.chdir(ROOT)
    print("\n".join(run()))
