"""Documents of a full audit with 200 respondents: how long each takes, and how much memory."""

import random
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import LEVELS, Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.choices import preset_choices
from assessment.projects import Project
from exchange import formats
from exchange.answer_files.read import read_assessment
from exchange.answers_csv import Row, write_answers
from exchange.csv_outcomes import Setting, outcome
from reports.material import Material

ROOT = Path(__file__).resolve().parent.parent
BAR_PDF, BAR_ALL, BAR_MEMORY = 0.3, 1.0, 200  # seconds, seconds, MB
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
    made = material()
    formats.make("html", made)  # what every kind shares is loaded
    before = _peak()
    first, _ = _timed("pdf", made)
    memory = _peak()
    best = {name: min(_timed(name, made) for _ in range(ROUNDS)) for name in formats.FORMATS}
    total = sum(seconds for seconds, _ in best.values())
    short = min(_timed("pdf", replace(made, short=True)) for _ in range(ROUNDS))
    return [
        f"full audit, {sum(RESPONDENTS.values()) + 1} respondents, "
        f"{len(made.outcome.result.criteria)} criteria:",
        f"  pdf the first time, with fonts: {first:.3f} s (bar {BAR_PDF:g})",
        *(
            f"  {name}: {seconds:.3f} s, {size / 1000:.0f} kB"
            for name, (seconds, size) in best.items()
        ),
        f"  pdf in short: {short[0]:.3f} s, {short[1] / 1000:.0f} kB",
        f"  all formats together: {total:.3f} s (bar {BAR_ALL:g})",
        f"  peak memory of the process: {memory:.0f} MB (bar {BAR_MEMORY}), "
        f"of which for the pdf {memory - before:.0f}",
    ]


def material() -> Material:
    """Return a full audit in which every criterion has a note, and every voice has spoken."""
    catalogue = load_catalogue(ROOT / "criteria")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    profile, ambition = catalogue.profiles[0], catalogue.ambitions[1]
    setting = Setting(
        catalogue, preset_choices(catalogue, profile, ambition), profile.id, ambition.id, 5, at
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "answers.csv"
        file.write_text(write_answers(_rows(catalogue)), encoding="utf-8", newline="")
        tally, quoted = read_assessment(file, catalogue, "A", lambda _: None)
    result = outcome(tally, "A", quoted, setting)
    agreements = [
        Agreement(str(n), "P", "A", c.id, NOTE) for n, c in enumerate(catalogue.criteria[:5])
    ]
    project = Project("P", "A project", at)
    return Material(replace(result, agreements=agreements), project, "nl", at)


def _rows(catalogue: Catalogue) -> list[Row]:
    chance = random.Random(1)
    rows = []
    for role, number in {"coordinator": 1, **RESPONDENTS}.items():
        for criterion in catalogue.criteria:
            if not catalogue.is_asked(criterion, role):
                continue
            for n in range(number):
                level = min(LEVELS - 1, max(0, round(chance.gauss(2.4, 1))))
                own = NOTE if role == "coordinator" else ""
                note = own or (NOTE if chance.random() < 0.05 else "")
                answer = Answer(criterion.id, AnswerState.LEVEL, level, comment=note, evidence=own)
                rows.append(Row("A", f"{role}-{n}", role, answer))
    return rows


def _timed(name: str, made: Material) -> tuple[float, int]:
    started = time.perf_counter()
    size = len(formats.make(name, made))
    return time.perf_counter() - started, size


def _peak() -> float:
    """Return the most memory this process ever had, in MB; getrusage would count its parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1000


if __name__ == "__main__":
    print("\n".join(measure()))
