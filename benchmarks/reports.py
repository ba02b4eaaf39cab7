"""Documents of a full audit with 200 respondents: how long each takes, and how much memory.

Times are those of the processor, all threads together, so that another program changes them little.
"""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import LEVELS, Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.choices import preset_choices
from assessment.projects import Project
from benchmarks import ROOT
from exchange import formats
from exchange.answer_files.read import read_assessment
from exchange.answers_csv import Row, write_answers
from exchange.csv_outcomes import Setting, outcome
from reports.material import Material
from reports.writers import typst

BAR_PDF, BAR_DOCX, BAR_ALL, BAR_MEMORY = 0.3, 0.3, 1.0, 200  # seconds, and MB
RESPONDENTS = {"facilitator": 3, "mentor": 90, "mentee": 96, "partner": 10}  # and one coordinator
ROUNDS = 7
NOTE = "We do this in every first talk; it stands on the form, and everybody keeps to it. "


def run() -> list[str]:
    """Measure and return the lines to print."""
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.reports"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()


def measure() -> list[str]:
    """Measure in a process of its own, so that memory is that of documents alone."""
    made = [material(seed) for seed in range(ROUNDS)]
    formats.make("html", made[0])  # what every kind shares is loaded
    before = _memory("VmRSS")
    typst.warm()  # as the server does after its start
    first = _timed("pdf", made[0])[0]
    # typst remembers what it has set: only a document that is new to it says what people wait for
    others = median(_timed("pdf", one)[0] for one in made[1:])
    same = median(_timed("pdf", made[0])[0] for _ in made)
    taken = {name: _timed_on_each(name, made) for name in formats.FORMATS if name != "pdf"}
    total = others + sum(seconds for seconds, _ in taken.values())
    short = _timed_on_each("pdf", [replace(one, short=True) for one in made])
    most = _memory("VmHWM") - before
    left = _memory("VmRSS") - before
    criteria = len(made[0].outcome.result.criteria)
    return [
        f"full audit, {sum(RESPONDENTS.values()) + 1} respondents, {criteria} criteria:",
        f"  pdf, the first: {first:.3f} s (bar {BAR_PDF:g}, ratio {first / BAR_PDF:.2f})",
        f"  pdf, the next one, of another project: {others:.3f} s"
        f" (bar {BAR_PDF:g}, ratio {others / BAR_PDF:.2f}); the same once more: {same:.3f} s",
        *(
            f"  {name}: {seconds:.3f} s, {size / 1000:.0f} kB{_beside_bar(name, seconds)}"
            for name, (seconds, size) in taken.items()
        ),
        f"  pdf in short: {short[0]:.3f} s, {short[1] / 1000:.0f} kB",
        f"  all formats together: {total:.3f} s (bar {BAR_ALL:g}, ratio {total / BAR_ALL:.2f})",
        f"  memory for {ROUNDS} different reports in every format: at most {most:.0f} MB"
        f" (bar {BAR_MEMORY}, ratio {most / BAR_MEMORY:.2f}), {left:.0f} MB left afterwards",
    ]


def _beside_bar(name: str, seconds: float) -> str:
    return f" (bar {BAR_DOCX:g}, ratio {seconds / BAR_DOCX:.2f})" if name == "docx" else ""


def material(seed: int = 1) -> Material:
    """Return a full audit in which every criterion has a note, and every voice has spoken."""
    catalogue = load_catalogue(ROOT / "criteria")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    profile, ambition = catalogue.profiles[0], catalogue.ambitions[1]
    setting = Setting(
        catalogue, preset_choices(catalogue, profile, ambition), profile.id, ambition.id, 5, at
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "answers.csv"
        file.write_text(write_answers(_rows(catalogue, seed)), encoding="utf-8", newline="")
        tally, quoted = read_assessment(file, catalogue, "A", lambda _: None)
    result = outcome(tally, "A", quoted, setting)
    agreements = [
        Agreement(str(n), "P", "A", c.id, NOTE) for n, c in enumerate(catalogue.criteria[:5])
    ]
    project = Project("P", "A project", at)
    return Material(replace(result, agreements=agreements), project, "nl", at)


def _rows(catalogue: Catalogue, seed: int) -> list[Row]:
    chance = random.Random(seed)
    rows = []
    for role, number in {"coordinator": 1, **RESPONDENTS}.items():
        for criterion in catalogue.criteria:
            if not catalogue.is_asked(criterion, role):
                continue
            for n in range(number):
                level = min(LEVELS - 1, max(0, round(chance.gauss(2.4, 1))))
                own = f"{NOTE}{seed}" if role == "coordinator" else ""
                note = own or (f"{NOTE}{seed}" if chance.random() < 0.05 else "")
                answer = Answer(criterion.id, AnswerState.LEVEL, level, comment=note, evidence=own)
                rows.append(Row("A", f"{role}-{n}", role, answer))
    return rows


def _timed_on_each(name: str, made: Sequence[Material]) -> tuple[float, int]:
    """Return the median time, and the size of one."""
    times, sizes = zip(*(_timed(name, one) for one in made), strict=True)
    return median(times), sizes[0]


def _timed(name: str, made: Material) -> tuple[float, int]:
    started = time.process_time()
    size = len(formats.make(name, made))
    taken = time.process_time() - started
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()  # what typst forgets afterwards keeps nobody waiting
    return taken, size


def _memory(kind: str) -> float:
    """Return memory of this process in MB: VmRSS now, VmHWM the most it ever had."""
    # getrusage would count the parent's
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split(f"{kind}:")[1].split()[0]) / 1000


if __name__ == "__main__":
    print("\n".join(measure()))
