"""From answers in the database to figures: 500 closed assessments at once, and one of 10,000 people.

Times are those of the processor, all threads together.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import delete

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.figures import figures_of
from assessment.services.outcome import outcome_of
from benchmarks import ROOT
from benchmarks.support.filled import Filled
from runtime import workspace_on
from settings import Settings
from storage.engine import write_transaction
from storage.tables import kept_counts

ASSESSMENTS, CRITERIA, LARGE_CRITERIA = 500, 50, 48
VOICES = {"coordinator": 1, "mentor": 12, "mentee": 22, "partner": 5}
LARGE = {"coordinator": 1, "mentor": 4_000, "mentee": 5_000, "partner": 999}
BAR_FIGURES, BAR_LARGE = 0.3, 0.2  # seconds
ROUNDS = 5


def run() -> list[str]:
    """Measure and return the lines to print."""
    with tempfile.TemporaryDirectory() as folder:
        filled = Filled(Path(folder) / "many.sqlite3")
        workspace = workspace_on(filled.store, Settings(), catalogue=filled.catalogue)
        many, large = _many(filled), _large(filled)
        lines = [*_of_many(workspace, many), *_of_large(workspace, large)]
        filled.store.close()
    return lines


def _many(filled: Filled) -> list[Assessment]:
    made = []
    for number in range(ASSESSMENTS):
        filled.project(f"P{number}")
        made.append(filled.assessment(f"A{number}", f"P{number}", VOICES, CRITERIA))
    return made


def _large(filled: Filled) -> Assessment:
    filled.project("large")
    return filled.assessment("large", "large", LARGE, LARGE_CRITERIA)


def _of_many(workspace: Workspace, made: list[Assessment]) -> list[str]:
    kept = _seconds(lambda: figures_of(workspace, made))
    scored = figures_of(workspace, made)
    one = _seconds(lambda: scored.outcome(made[0]))
    with write_transaction(workspace.store.engine) as connection:  # type: ignore[attr-defined]
        connection.execute(delete(kept_counts))
    anew = _seconds(lambda: figures_of(workspace, made), 1)
    answers = ASSESSMENTS * CRITERIA * sum(VOICES.values())
    return [
        f"{ASSESSMENTS} closed assessments, {answers:,} answers in the database, to all figures:"
        f" {_beside(kept, BAR_FIGURES)}",
        f"  one of them by name, to be shown: {1000 * one:.1f} ms",
        f"  the same, had no counts been kept: {anew:.2f} s",
    ]


def _of_large(workspace: Workspace, made: Assessment) -> list[str]:
    anew = _seconds(lambda: outcome_of(workspace, made), 1)
    workspace.store.assessments.save(made)  # its counts are kept again
    kept = _seconds(lambda: outcome_of(workspace, made))
    return [
        f"outcome of {sum(LARGE.values()):,} x {LARGE_CRITERIA}, with participation and comments:"
        f" {_beside(kept, BAR_LARGE)}; had no counts been kept {anew:.3f} s",
    ]


def _beside(seconds: float, bar: float) -> str:
    return f"{seconds:.3f} s (bar {bar:g}, ratio {seconds / bar:.2f})"


def _seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return statistics.median(times)


if __name__ == "__main__":
    os.chdir(ROOT)
    print("\n".join(run()))
