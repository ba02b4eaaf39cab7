"""The count table: how many answers of each kind there are, the one form that scoring works on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assessment.answers import STATES, AnswerState
from assessment.catalogue.model import LEVELS

CountRow = tuple[str, str, str, int, int]  # assessment, criterion, role, bin, how many

BINS = LEVELS + len(STATES) - 1  # levels 0-4, then the other states in the order of STATES
_OTHER_BINS = {state: LEVELS + number for number, state in enumerate(STATES[1:])}
NOT_APPLICABLE_BIN = _OTHER_BINS[AnswerState.NOT_APPLICABLE]


def answer_bin(state: AnswerState | None, level: int | None) -> int | None:
    """Return the bin for a state and level, None while there is no answer."""
    if state is None:
        return None
    return level if state is AnswerState.LEVEL else _OTHER_BINS[state]


@dataclass(frozen=True)
class CountTable:
    """How many answers of each kind there are: `counts[assessment, criterion, role, bin]`.

    Bins 0-4 are levels, then come not_applicable, unknown and declined. Every figure follows from
    this table, so none can depend on a single answer or on the order of answers.
    """

    assessments: tuple[str, ...]
    criteria: tuple[str, ...]
    roles: tuple[str, ...]
    counts: NDArray[np.int64]

    @classmethod
    def empty(
        cls, assessments: Iterable[str], criteria: Iterable[str], roles: Iterable[str]
    ) -> "CountTable":
        """Return a table without answers."""
        axes = tuple(assessments), tuple(criteria), tuple(roles)
        return cls(*axes, np.zeros((*map(len, axes), BINS), np.int64))

    def with_rows(self, rows: Iterable[CountRow]) -> "CountTable":
        """Return a table with rows added: (assessment, criterion, role, bin, how many).

        Rows about a criterion that is not in the table (another profile or version) are left out.
        Raises KeyError for an assessment or role that is not.
        """
        assessments, criteria, roles = (
            {name: index for index, name in enumerate(axis)}
            for axis in (self.assessments, self.criteria, self.roles)
        )
        counts = self.counts.copy()
        for assessment, criterion, role, bin_, number in rows:
            if criterion in criteria:
                cell = assessments[assessment], criteria[criterion], roles[role], bin_
                counts[cell] += number
        return CountTable(self.assessments, self.criteria, self.roles, counts)

    def over(self, criteria: Iterable[str], roles: Iterable[str]) -> "CountTable":
        """Return the same counts over other criteria and roles, such as those of a catalogue.

        What was counted of a criterion that is not among them is left out. Raises KeyError for a role
        that is not.
        """
        axes = tuple(criteria), tuple(roles)
        if axes == (self.criteria, self.roles):
            return self
        here, there = _common(self.criteria, axes[0])
        columns = [{role: r for r, role in enumerate(axes[1])}[role] for role in self.roles]
        counts = np.zeros((len(self.assessments), *map(len, axes), BINS), np.int64)
        counts[:, there[:, None], columns] = self.counts[:, here]
        return CountTable(self.assessments, *axes, counts)

    @classmethod
    def stacked(cls, tables: Sequence["CountTable"]) -> "CountTable":
        """Return one table of the assessments of all tables, which run over the same criteria and roles.

        Raises ValueError for other axes, and without a table.
        """
        if len({(table.criteria, table.roles) for table in tables}) != 1:
            raise ValueError("count tables over different criteria or roles")
        names = tuple(name for table in tables for name in table.assessments)
        counts = np.concatenate([table.counts for table in tables])
        return cls(names, tables[0].criteria, tables[0].roles, counts)

    def part(self, some: slice) -> "CountTable":
        """Return the table of some of the assessments."""
        return CountTable(self.assessments[some], self.criteria, self.roles, self.counts[some])

    def to_text(self) -> str:
        """Return the counts in the order of their axes as one text, to be kept beside those axes."""
        return ",".join(map(str, self.counts.ravel().tolist()))

    @classmethod
    def from_text(
        cls, assessment: str, criteria: tuple[str, ...], roles: tuple[str, ...], text: str
    ) -> "CountTable":
        """Return the table of one assessment whose counts were kept as text. Raises ValueError."""
        numbers = np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)
        counts = numbers.reshape(1, len(criteria), len(roles), BINS)
        return cls((assessment,), criteria, roles, counts)

    def __add__(self, other: "CountTable") -> "CountTable":
        """Add two tables over the same axes, as if their answers had been counted together.

        Raises ValueError for other axes.
        """
        axes = (self.assessments, self.criteria, self.roles)
        if axes != (other.assessments, other.criteria, other.roles):
            raise ValueError("count tables over different assessments, criteria or roles")
        return CountTable(*axes, self.counts + other.counts)


@lru_cache
def _common(
    present: tuple[str, ...], wanted: tuple[str, ...]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where names that both hold stand in each."""
    places = {name: place for place, name in enumerate(wanted)}
    pairs = [(here, places[name]) for here, name in enumerate(present) if name in places]
    here, there = np.array(pairs, np.intp).reshape(-1, 2).T
    return here, there
