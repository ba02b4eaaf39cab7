"""Who answered what in a file, as numbers: what every figure is made of."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assessment.catalogue.model import Catalogue
from assessment.scoring.counts import BINS, CountTable
from exchange.answer_files.repeats import FileEntries

AT_ONCE = 64  # assessments in one table


@dataclass(frozen=True)
class Tally:
    """The answers of a file by assessment."""

    assessments: tuple[str, ...]
    entries: FileEntries
    catalogue: Catalogue

    def tables(self) -> Iterator[CountTable]:
        """Yield count tables of a few assessments each: memory does not grow with their number."""
        starts = range(0, len(self.assessments), AT_ONCE)
        entries = self.entries.sorted_by_assessment() if len(starts) > 1 else self.entries
        ends = np.searchsorted(entries.assessment, [start + AT_ONCE for start in starts])
        first = 0
        for start, last in zip(starts, ends.tolist(), strict=True):
            yield self._counted(entries.part(slice(first, last)), start)
            first = last

    def table(self, name: str) -> CountTable:
        """Return the counts of one assessment."""
        number = self.assessments.index(name)
        of_this = np.flatnonzero(self.entries.assessment == number)
        return self._counted(self.entries.part(of_this), number, at_once=1)

    def participation(self, name: str) -> dict[str, int]:
        """Return how many respondents of each role answered something in one assessment."""
        entries, roles = self.entries, self.catalogue.role_ids
        number = self.assessments.index(name)
        rows = np.flatnonzero((entries.assessment == number) & (entries.bin >= 0))
        people = np.unique(
            entries.respondent[rows].astype(np.int64) * len(roles) + entries.role[rows]
        )
        counts = np.bincount(people % len(roles), minlength=len(roles)).tolist()
        return {role: n for role, n in sorted(zip(roles, counts, strict=True)) if n}

    def _counted(self, entries: FileEntries, start: int, *, at_once: int = AT_ONCE) -> CountTable:
        names = self.assessments[start : start + at_once]
        criteria, roles = tuple(self.catalogue.by_id), self.catalogue.role_ids
        shape = (len(names), len(criteria), len(roles), BINS)
        answered = entries.part(entries.bin >= 0)
        axes = (answered.assessment - start, answered.criterion, answered.role, answered.bin)
        cells = np.ravel_multi_index(axes, shape)
        counts = np.bincount(cells, minlength=int(np.prod(shape))).reshape(shape)
        return CountTable(names, criteria, roles, counts.astype(np.int64, copy=False))
