"""A CSV of a million answers through `cli.py score`, beside polars that only counts the same file.

Times are those of the processor, all threads together and the start of Python included for us, so
that other programs change them little. Polars reads in the two ways it has: at once, and lazily.
"""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import polars
import psutil

from assessment.catalogue.model import LEVELS
from assessment.catalogue.reading.loader import load_catalogue
from benchmarks import ROOT
from exchange.answers_csv import HEADER

ASSESSMENTS, CRITERIA = 500, 50
PEOPLE = ("coordinator", *["mentor"] * 12, *["mentee"] * 22, *["partner"] * 5)
COMMENTS = 0.05  # share of answers with one, in the second file
ROUNDS = 3
BAR_RATIO, BAR_MEMORY = 8.0, 300  # times polars; MB
GROUPS = ["assessment", "criterion", "role", "state", "level"]


def run() -> list[str]:
    """Measure and return the lines to print."""
    with TemporaryDirectory() as folder:
        file, wordy = Path(folder) / "answers.csv", Path(folder) / "comments.csv"
        write(file, 0)
        write(wordy, COMMENTS)
        rounds = [(_lazily(file), _at_once(file), *_scored(file)) for _ in range(ROUNDS)]
        lazily, at_once, ours, memory = (median(column) for column in zip(*rounds, strict=True))
        with_words, memory_with_words = _scored(wordy)
        lazily_with_words = median(_lazily(wordy) for _ in range(ROUNDS))
    return [
        f"{ASSESSMENTS * len(PEOPLE) * CRITERIA:,} answers in a CSV, scored to JSON: {ours:.2f} s;"
        f" polars only counts: {lazily:.2f} s lazily, {at_once:.2f} s at once",
        f"  ratio {ours / lazily:.1f} lazily, {ours / at_once:.1f} at once (bar {BAR_RATIO:g})",
        f"  memory {memory:.0f} MB (bar {BAR_MEMORY}, ratio {memory / BAR_MEMORY:.2f})",
        f"  with comments on {COMMENTS:.0%}, quoted: {with_words:.2f} s,"
        f" ratio {with_words / lazily_with_words:.1f} lazily, {memory_with_words:.0f} MB",
    ]


def write(file: Path, comments: float) -> None:
    """Write the answers; the same ones every time."""
    criteria = list(load_catalogue(ROOT / "criteria").by_id)[:CRITERIA]
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(HEADER) + "\r\n")
        out.writelines(_lines(criteria, comments))


def _lines(criteria: list[str], comments: float) -> Iterator[str]:
    chance = random.Random(2026)
    for assessment in range(ASSESSMENTS):
        for number, role in enumerate(PEOPLE):
            for criterion in criteria:
                level = min(LEVELS - 1, max(0, round(chance.gauss(2.4, 1))))
                said = "unknown," if chance.random() < 0.05 else f"level,{level}"
                words = f'"Often, ""not always"" {level}"' if chance.random() < comments else ""
                yield f"A{assessment:04},R{number:02},{role},{criterion},{said},,{words},\r\n"


def _lazily(file: Path) -> float:
    return _seconds(
        lambda: polars.scan_csv(file, infer_schema=False).group_by(GROUPS).len().collect()
    )


def _at_once(file: Path) -> float:
    return _seconds(lambda: polars.read_csv(file, infer_schema=False).group_by(GROUPS).len())


def _seconds(work: Any) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _scored(file: Path) -> tuple[float, float]:
    """Return the seconds and the most memory, in MB, of the command as people start it."""
    command = [sys.executable, "cli.py", "score", str(file), "--format", "json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as child:
        watched, seconds, highest = psutil.Process(child.pid), 0.0, 0
        while child.poll() is None:
            try:
                times, highest = watched.cpu_times(), max(highest, watched.memory_info().rss)
                seconds = times.user + times.system or seconds
            except psutil.NoSuchProcess:
                break
            time.sleep(0.005)
    if child.returncode:
        raise AssertionError("the file could not be scored")
    return seconds, highest / 1e6


if __name__ == "__main__":
    print("\n".join(run()))
