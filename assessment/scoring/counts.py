"""The count table: how many answers of each kind there are, the one form that scoring works on."""

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

    def with_rows(self, rows: Iterable[tuple[str, str, str, int, int]]) -> "CountTable":
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

    def __add__(self, other: "CountTable") -> "CountTable":
        """Add two tables over the same axes, as if their answers had been counted together.

        Raises ValueError for other axes.
        """
        axes = (self.assessments, self.criteria, self.roles)
        if axes != (other.assessments, other.criteria, other.roles):
            raise ValueError("count tables over different assessments, criteria or roles")
        return CountTable(*axes, self.counts + other.counts)
