"""Screens on much data, in the server as people start it: the list of 2,000 projects, a large result.

What is measured is the processor time of the server for one run of the page, as a browser asks for it.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from benchmarks import ROOT
from benchmarks.support.clicks import session
from benchmarks.support.filled import Filled
from benchmarks.support.screen_servers import cookie_of, mentorspiegel

PROJECTS = 2_000
VOICES = {"coordinator": 1, "facilitator": 3, "mentor": 90, "mentee": 96, "partner": 10}
CRITERIA = 70
BAR_HOME, BAR_RESULT, BAR_START = 0.1, 0.15, 3.0  # seconds
ROUNDS = 9
PARTS = ("overview", "groups", "criteria", "grounds")
PAUSE = 0.05  # seconds between runs: the server finishes what it does after one


def run() -> list[str]:
    """Measure and return the lines to print."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        _fill(data / "mentorspiegel.sqlite3")
        started = time.perf_counter()
        with mentorspiegel(data) as (url, pid):
            return list(_measured(url, pid, cookie_of(data, url), started))


def _fill(file: Path) -> None:
    filled = Filled(file)
    for number in range(PROJECTS):
        filled.project(f"P{number}")
        filled.assessment(f"A{number}", f"P{number}", {"coordinator": 1}, 0)
    filled.project("large")
    filled.assessment("result", "large", VOICES, CRITERIA)
    filled.store.close()


def _measured(url: str, pid: int, cookie: str, started: float) -> Iterator[str]:
    asyncio.run(_costs(url, pid, cookie, runs=1))
    ready = time.perf_counter() - started
    yield (
        f"process start to the end of the first script run: {ready:.1f} s"
        f" (bar {BAR_START:g}, ratio {ready / BAR_START:.2f})"
    )
    home = asyncio.run(_costs(url, pid, cookie))
    yield f"home with {PROJECTS:,} projects, server CPU a run: {_beside(home, BAR_HOME)}"
    people = sum(VOICES.values())
    for part in PARTS:
        query = f"assessment=result&part={part}"
        costs = asyncio.run(_costs(url, pid, cookie, query, "result"))
        yield f"result of {people} x {CRITERIA}, {part}, server CPU: {_beside(costs, BAR_RESULT)}"


def _beside(costs: list[float], bar: float) -> str:
    """Return the first run of a page and the median of the others, beside their bar."""
    then = statistics.median(costs[1:])
    return f"first {costs[0]:.3f} s, then {then:.3f} s (bar {bar:g}, ratio {then / bar:.2f})"


async def _costs(
    url: str, pid: int, cookie: str, query: str = "", page: str = "", runs: int = ROUNDS
) -> list[float]:
    """Return the processor time of the server for each run of a page, in seconds."""
    process = psutil.Process(pid)
    costs = []
    async with session(url, f"lang=nl&{query}", page, cookie) as opened:
        for _ in range(runs):
            before = sum(process.cpu_times()[:2])
            await opened.run()
            await asyncio.sleep(PAUSE)
            costs.append(sum(process.cpu_times()[:2]) - before)
    return costs


if __name__ == "__main__":
    os.chdir(ROOT)
    print("\n".join(run()))
