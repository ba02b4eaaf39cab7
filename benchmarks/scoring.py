"""Ten million answers: counting and all statistics, beside one numpy bincount and pandas.

The answers are small integers in the order in which a database gives them: by assessment,
respondent and criterion. Times are those of the processor, all threads together, so neither a
second core nor another program changes them.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import psutil
from numpy.typing import NDArray

from assessment.catalogue.model import LEVELS
from assessment.scoring.counts import BINS
from assessment.scoring.scores import Frame, Scores, score_counts
from benchmarks import ROOT
from benchmarks.support.count_codes import count_codes

ASSESSMENTS, CRITERIA = 5_000, 50
VOICES = (1, 12, 22, 5)  # respondents per role: coordinator, mentors, mentees, partners
OTHER_STATES = 0.05
REPEATS = 9
BAR_RATIO, BAR_MEMORY = 2.0, 300  # times one bincount, MB above the input
SHAPE = (ASSESSMENTS, CRITERIA, len(VOICES))


@dataclass(frozen=True)
class Answers:
    """One entry per answer."""

    assessment: NDArray[np.int16]
    criterion: NDArray[np.int8]
    role: NDArray[np.int8]
    bin: NDArray[np.int8]

    @property
    def codes(self) -> tuple[NDArray[Any], ...]:
        """The four arrays."""
        return self.assessment, self.criterion, self.role, self.bin


def make_answers() -> Answers:
    """Make the answers; the same ones every time."""
    random = np.random.default_rng(2026)
    respondents = sum(VOICES)
    roles = np.repeat(np.arange(len(VOICES), dtype=np.int8), VOICES)
    bins = random.binomial(LEVELS - 1, 0.6, (ASSESSMENTS, respondents, CRITERIA)).astype(np.int8)
    others = np.flatnonzero(random.random(bins.size, np.float32) < OTHER_STATES)
    bins.reshape(-1)[others] = random.integers(LEVELS, BINS, len(others), np.int8)
    return Answers(
        np.repeat(np.arange(ASSESSMENTS, dtype=np.int16), respondents * CRITERIA),
        np.tile(np.arange(CRITERIA, dtype=np.int8), ASSESSMENTS * respondents),
        np.tile(np.repeat(roles, CRITERIA), ASSESSMENTS),
        bins.reshape(-1),
    )


def one_bincount(answers: Answers) -> NDArray[np.intp]:
    """The baseline: compose one flat index, count it once."""
    a, c, r, b = answers.codes
    cell = ((a.astype(np.int64) * CRITERIA + c) * len(VOICES) + r) * BINS + b
    return np.bincount(cell, minlength=int(np.prod(SHAPE)) * BINS)


def our_scores(answers: Answers) -> Scores:
    """Count and score with every statistic there is."""
    return score_counts(count_codes(SHAPE, answers.codes), make_frame())


def make_frame() -> Frame:
    """Every second criterion minimal, target 3, four perspectives and five phases."""
    number = np.arange(CRITERIA)
    groups = [number % 4 == group for group in range(4)] + [number // 10 == p for p in range(5)]
    return Frame(
        in_scope=np.ones(CRITERIA, np.bool_),
        minimal=number % 2 == 0,
        target=np.full(CRITERIA, 3.0),
        weight=np.ones(CRITERIA),
        groups=np.array(groups),
        organisation=np.array([True, False, False, False]),
    )


def pandas_means(answers: Answers) -> pd.DataFrame:
    """Mean and number of levels per role with pandas, which is just a part of the work."""
    table = pd.DataFrame(vars(answers))
    levels = table[table["bin"] < LEVELS]
    return levels.groupby(["assessment", "criterion", "role"])["bin"].agg(["mean", "count"])


def run() -> list[str]:
    """Measure and return the lines to print."""
    answers = make_answers()
    _check(answers)
    works = (one_bincount, our_scores)
    times = [[_seconds(work, answers) for work in works] for _ in range(REPEATS)]
    plain, ours = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(ours / plain for plain, ours in times)
    with_pandas = _seconds(pandas_means, answers)
    return [
        f"{answers.bin.size:,} answers, counted and scored: {ours * 1000:.0f} ms;"
        f" one bincount: {plain * 1000:.0f} ms",
        f"  ratio {ratio:.2f} (bar {BAR_RATIO:g})",
        f"  memory above the input {_megabytes_above_input():.0f} MB (bar {BAR_MEMORY})",
        f"  for the record, only means and counts with pandas: {with_pandas * 1000:.0f} ms",
    ]


def _check(answers: Answers) -> None:
    counts = count_codes(SHAPE, answers.codes)
    if not np.array_equal(counts.reshape(-1), one_bincount(answers)):
        raise AssertionError("counted differently from one bincount")
    means = pandas_means(answers)["mean"].to_numpy()
    found = _means_of_all(counts)
    if not np.allclose(found[~np.isnan(found)], means, rtol=1e-12, atol=0):
        raise AssertionError("other means than pandas")


def _means_of_all(counts: NDArray[Any]) -> NDArray[np.float64]:
    """The mean of every role, also where it would be hidden: nobody is anonymous here."""
    everybody = np.ones(len(VOICES), np.bool_)
    frame = replace(make_frame(), organisation=everybody)
    return score_counts(counts, frame).voices.mean[..., : len(VOICES)].reshape(-1)


def _seconds(work: Callable[[Answers], object], answers: Answers) -> float:
    started = time.process_time()
    result = work(answers)
    taken = time.process_time() - started
    del result
    return taken


def _megabytes_above_input() -> float:
    """Watch a process of its own from outside: how far it grows while it scores."""
    command = [sys.executable, "-c", "from benchmarks import scoring; scoring.score_when_told()"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as child:
        if child.stdin is None or child.stdout is None:
            raise AssertionError("a pipe was asked for")
        child.stdout.readline()
        watched = psutil.Process(child.pid)
        before = highest = watched.memory_info().rss
        child.stdin.write(b"go\n")
        child.stdin.flush()
        while child.poll() is None:
            highest = max(highest, watched.memory_info().rss)
    return float(highest - before) / 1e6


def score_when_told() -> None:
    """Make the answers, say so, wait for a line, score: what `_megabytes_above_input` watches."""
    answers = make_answers()
    print("ready", flush=True)
    sys.stdin.readline()
    our_scores(answers)


if __name__ == "__main__":
    print("\n".join(run()))
