"""The count table: how many answers of each kind, the one form that scoring works on."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.answers import STATES, AnswerState
from assessment.catalogue.model import LEVELS

BINS = LEVELS + len(STATES) - 1  # levels 0-4, then the other states in the order of STATES
_OTHER_BINS = {state: LEVELS + number for number, state in enumerate(STATES[1:])}
NOT_APPLICABLE_BIN = _OTHER_BINS[AnswerState.NOT_APPLICABLE]


def answer_bin(state: AnswerState | None, level: int | None) -> int | None:
    """Return the bin of the count table for a state and level, None while not answered."""
    if state is None:
        return None
    return level if state is AnswerState.LEVEL else _OTHER_BINS[state]


@dataclass(frozen=True)
class CountTable:
    """How many answers of each kind: `counts[assessment, criterion, role, bin]`, integers.

    Bins 0-4 are levels, then not_applicable, unknown, declined. Everything that is shown follows
    from this table; nothing downstream sees single answers.
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

    def with_rows(self, rows: Iterable[tuple[str, str, str, int, int]]) -> "CountTable":
        """Add rows of (assessment, criterion, role, bin, how many).

        Rows about a criterion that is not in the table (another profile or version) are left out.
        """
        places = [
            {name: number for number, name in enumerate(axis)}
            for axis in (self.assessments, self.criteria, self.roles)
        ]
        counts = self.counts.copy()
        for assessment, criterion, role, bin_, number in rows:
            if criterion in places[1]:
                cell = places[0][assessment], places[1][criterion], places[2][role], bin_
                counts[cell] += number
        return CountTable(self.assessments, self.criteria, self.roles, counts)

    def __add__(self, other: "CountTable") -> "CountTable":
        """Add two tables over the same axes: counting merged answers gives the same."""
        mine = (self.assessments, self.criteria, self.roles)
        if mine != (other.assessments, other.criteria, other.roles):
            raise ValueError("count tables over different assessments, criteria or roles")
        return CountTable(*mine, self.counts + other.counts)
