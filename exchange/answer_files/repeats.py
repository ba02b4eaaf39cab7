"""Across the rows of a file: who answers twice, and who has two roles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from exchange.answer_files.codes import Coder
from exchange.answer_files.row_checks import short


@dataclass(frozen=True)
class FileEntries:
    """An entry per row that is right in itself, in the order of the file."""

    line: NDArray[np.int64]
    assessment: NDArray[np.int32]
    respondent: NDArray[np.int32]
    role: NDArray[np.int32]
    criterion: NDArray[np.int32]
    bin: NDArray[np.int32]

    @classmethod
    def joined(cls, parts: Sequence["FileEntries"]) -> "FileEntries":
        """Return the entries of several blocks as one."""
        columns: Iterable[Any] = zip(*(vars(part).values() for part in parts), strict=True)
        nothing: Any = np.zeros(0, np.int32)
        return cls(*map(np.concatenate, columns)) if parts else cls(*[nothing] * 6)

    def part(self, chosen: Any) -> "FileEntries":
        """Return some of the entries, by a slice, numbers or flags."""
        return FileEntries(*(column[chosen] for column in vars(self).values()))

    def sorted_by_assessment(self) -> "FileEntries":
        """Return the entries by assessment, which most files have anyway."""
        if np.all(self.assessment[1:] >= self.assessment[:-1]):
            return self
        return self.part(np.argsort(self.assessment, kind="stable"))


def repeats(entries: FileEntries, coder: Coder) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with rows beside earlier ones, with its line, in the order of the file."""
    person = entries.assessment.astype(np.int64) * len(coder.respondents) + entries.respondent
    answer = person * len(coder.criteria) + entries.criterion
    if not _is_suspicious(person * len(coder.roles) + entries.role, answer, coder):
        return
    first_answer, first_of_person = _first(answer), _first(person)
    twice = first_answer != np.arange(len(answer))
    torn = entries.role != entries.role[first_of_person]
    respondents, roles, criteria = (
        list(names) for names in (coder.respondents, coder.roles, coder.criteria)
    )
    for row in np.flatnonzero(twice | torn).tolist():
        line, who = int(entries.line[row]), short(respondents[entries.respondent[row]])
        if twice[row]:
            what = criteria[entries.criterion[row]]
            earlier = entries.line[first_answer[row]]
            yield line, f"{who} answers {what} twice, first in line {earlier}. Keep one."
        if torn[row]:
            first = first_of_person[row]
            is_now, was = roles[entries.role[row]], roles[entries.role[first]]
            earlier = entries.line[first]
            yield (
                line,
                f"{who} is {is_now} here and {was} in line {earlier}. Give everybody one role.",
            )


def _is_suspicious(
    person_in_role: NDArray[np.int64], answer: NDArray[np.int64], coder: Coder
) -> bool:
    """Return whether anything occurs twice: sorting tells at a fraction of the cost of finding it."""
    answers = np.sort(answer)
    if np.any(answers[1:] == answers[:-1]):
        return True
    persons = np.sort(person_in_role)
    persons = persons[np.concatenate(([True], persons[1:] != persons[:-1]))[: len(persons)]]
    persons //= len(coder.roles)
    return bool(np.any(persons[1:] == persons[:-1]))


def _first(keys: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return for each key where it stands first."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    return first[inverse]
