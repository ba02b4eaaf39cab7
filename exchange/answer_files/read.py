"""Read a file of answers whole or not at all, and find everything that is wrong with it."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assessment.catalogue.model import Catalogue
from assessment.errors import AnswersFileError, Problem
from exchange.answer_files.blocks import Block
from exchange.answer_files.codes import BlockCodes, Coder
from exchange.answer_files.csv_blocks import csv_blocks, read_bytes
from exchange.answer_files.parquet_blocks import PARQUET, parquet_blocks
from exchange.answer_files.repeats import FileEntries, repeats
from exchange.answer_files.row_checks import RowChecks
from exchange.answer_files.tally import Tally
from exchange.answers_csv import Row

MAX_ASSESSMENTS = 5_000
MAX_PROBLEMS = 100

Progress = Callable[[float], None]
Flags = NDArray[np.bool_]


def read_answers(path: Path, catalogue: Catalogue) -> list[Row]:
    """Return every row of a file of answers.

    Raises AnswersFileError with one problem per wrong line; nothing of such a file is used.
    """
    return _Reading(path, catalogue, _every_row).whole(_unseen)[1]


def count_answers(path: Path, catalogue: Catalogue, progress: Progress) -> Tally:
    """Count a file of answers: a CSV, or Parquet by its ending.

    `progress` is told the share that was read. Raises AnswersFileError as `read_answers` does.
    """
    return _Reading(path, catalogue, _no_row).whole(progress)[0]


def read_assessment(
    path: Path, catalogue: Catalogue, name: str | None, progress: Progress
) -> tuple[Tally, list[Row]]:
    """Count a file of answers, and return the rows of one assessment that a report quotes.

    Those are the rows of the organisation and those with a text. Without a name, the first
    assessment is meant. Raises AnswersFileError as `read_answers` does.
    """
    organisation = [number for number, role in enumerate(catalogue.roles) if role.organisation]

    def quoted(codes: BlockCodes, coder: Coder) -> Flags:
        wanted = coder.assessments.get(name, -1) if name is not None else 0
        is_quoted = codes.written | np.isin(codes.role, organisation)
        return np.asarray(is_quoted & (codes.assessment == wanted))

    return _Reading(path, catalogue, quoted).whole(progress)


def _unseen(_share: float) -> None:
    """Take note of no progress."""


def _every_row(codes: BlockCodes, _coder: Coder) -> Flags:
    return np.ones(len(codes.sound), np.bool_)


def _no_row(codes: BlockCodes, _coder: Coder) -> Flags:
    return np.zeros(len(codes.sound), np.bool_)


@dataclass
class _Reading:
    """One reading of a file: its entries, the rows that are asked for, and its problems."""

    path: Path
    catalogue: Catalogue
    wanted: Callable[[BlockCodes, Coder], Flags]

    def __post_init__(self) -> None:
        self.coder = Coder(self.catalogue)
        self.checks = RowChecks(self.path.name, self.catalogue)
        self.entries: list[FileEntries] = []
        self.rows: list[Row] = []
        self.broken: list[Problem] = []  # where nothing more can be read

    def whole(self, progress: Progress) -> tuple[Tally, list[Row]]:
        """Read the file. Raises AnswersFileError."""
        try:
            for block, share in self._blocks():
                if len(self.checks.problems) < MAX_PROBLEMS:
                    self._add(block)
                progress(share)
        except AnswersFileError as error:
            self.broken += error.problems
        entries = FileEntries.joined(self.entries)
        if len(np.unique(entries.assessment)) > MAX_ASSESSMENTS:
            text = f"more than {MAX_ASSESSMENTS:,} assessments. Split the file."
            self.broken.append(Problem(self.path.name, 0, 0, text))
        if problems := [*self._problems(entries), *self.broken]:
            raise AnswersFileError(problems)
        return Tally(tuple(self.coder.assessments), entries, self.catalogue), self.rows

    def _blocks(self) -> Iterator[tuple[Block, float]]:
        if self.path.suffix.lower() == PARQUET:
            return parquet_blocks(self.path)
        return csv_blocks(read_bytes(self.path), self.path.name)

    def _add(self, block: Block) -> None:
        codes = self.coder.codes(block)
        right = codes.sound.copy()
        doubtful = np.flatnonzero(~right)
        looked_at = [
            *((row, *cells) for row, cells in zip(doubtful, block.rows(doubtful), strict=True)),
            *((None, *cells) for cells in block.odd),
        ]
        for row, line, cells in sorted(looked_at, key=lambda entry: entry[1]):
            if len(self.checks.problems) >= MAX_PROBLEMS:
                break
            is_right = self.checks.row(line, cells) is not None
            if row is not None:
                right[row] = is_right
        self.entries.append(_entries(block, codes, right))
        wanted = np.flatnonzero(right & self.wanted(codes, self.coder))
        self.rows += filter(None, (self.checks.row(*entry) for entry in block.rows(wanted)))

    def _problems(self, entries: FileEntries) -> Iterator[Problem]:
        """Yield problems in the order of the file, of at most so many rows as fit a screen."""
        name = self.path.name
        # one row may have two, and a file may repeat millions
        repeated = itertools.islice(repeats(entries, self.coder), MAX_PROBLEMS + 1)
        across = (Problem(name, line, 0, text) for line, text in repeated)
        found = sorted([*self.checks.problems, *across], key=attrgetter("line"))
        told = 0
        for _, of_row in itertools.groupby(found, attrgetter("line")):
            if told >= MAX_PROBLEMS:
                return
            for problem in of_row:
                told += 1
                yield problem


def _entries(block: Block, codes: BlockCodes, right: Flags) -> FileEntries:
    return FileEntries(
        block.lines[right],
        codes.assessment[right],
        codes.respondent[right],
        codes.role[right],
        codes.criterion[right],
        codes.bin[right],
    )
