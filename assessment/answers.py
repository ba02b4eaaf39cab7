"""Answers: the states, what each may carry, and the count table that scoring works on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from assessment.catalogue.model import LEVELS, TOP_LEVEL
from assessment.errors import InvalidInput

MAX_TEXT = 100_000  # characters of one comment, reason or piece of evidence


class AnswerState(StrEnum):
    """What an answer says. No row, or a row without state, means: not answered yet."""

    LEVEL = "level"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    DECLINED = "declined"


class Reason(StrEnum):
    """Why a criterion does not apply."""

    OTHER_TARGET_GROUP = "other_target_group"
    DONE_BY_PARTNER = "done_by_partner"
    NOT_IN_THIS_PHASE = "not_in_this_phase"
    OTHER = "other"


STATES = tuple(AnswerState)
BINS = LEVELS + len(STATES) - 1  # levels 0-4, then the other states in the order of STATES
_OTHER_BINS = {state: LEVELS + number for number, state in enumerate(STATES[1:])}
NOT_APPLICABLE_BIN = _OTHER_BINS[AnswerState.NOT_APPLICABLE]


@dataclass(frozen=True)
class Answer:
    """What one respondent says on one criterion.

    Without `state` it is a note on a criterion that is still open. `version` counts the changes.
    """

    criterion: str
    state: AnswerState | None = None
    level: int | None = None
    reason: Reason | None = None
    reason_text: str = ""
    comment: str = ""
    evidence: str = ""
    marked: bool = False
    version: int = 0

    @property
    def is_answered(self) -> bool:
        """Say whether there is an answer, not just a note."""
        return self.state is not None

    @property
    def bin(self) -> int | None:
        """The bin of the count table, None while not answered."""
        return answer_bin(self.state, self.level)


def answer_bin(state: AnswerState | None, level: int | None) -> int | None:
    """Return the bin of the count table for a state and level, None while not answered."""
    if state is None:
        return None
    return level if state is AnswerState.LEVEL else _OTHER_BINS[state]


def checked(answer: Answer) -> Answer:
    """Return the answer with only what its state carries.

    Raises InvalidInput for a level that is missing or off the scale, for texts over MAX_TEXT and
    for characters that cannot be kept.
    """
    for field in ("reason_text", "comment", "evidence"):
        _check_text(field, getattr(answer, field))
    if answer.state is AnswerState.LEVEL and answer.level not in range(LEVELS):
        text = f"Level {answer.level} is not on the scale. Use 0 to {TOP_LEVEL}."
        raise InvalidInput("level", "range", text)
    is_level = answer.state is AnswerState.LEVEL
    is_left_out = answer.state is AnswerState.NOT_APPLICABLE
    return Answer(
        criterion=answer.criterion,
        state=answer.state,
        level=answer.level if is_level else None,
        reason=answer.reason if is_left_out else None,
        reason_text=answer.reason_text if is_left_out else "",
        comment=answer.comment,
        evidence=answer.evidence,
        marked=answer.marked,
        version=answer.version,
    )


def check_characters(field: str, text: str) -> None:
    """Refuse what a database cannot keep: NUL and half a surrogate pair. Raises InvalidInput."""
    try:
        is_kept = b"\0" not in text.encode()
    except UnicodeEncodeError:
        is_kept = False
    if not is_kept:
        message = f"The {field} holds a character that cannot be kept. Type it again."
        raise InvalidInput(field, "characters", message)


def _check_text(field: str, text: str) -> None:
    check_characters(field, text)
    if len(text) > MAX_TEXT:
        message = (
            f"The {field} has {len(text):,} characters; at most {MAX_TEXT:,} are kept. Shorten it."
        )
        raise InvalidInput(field, "too_long", message)


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


def count_codes(
    shape: tuple[int, int, int], codes: tuple[NDArray[np.integer], ...], *, chunk: int = 1 << 16
) -> NDArray[np.int32]:
    """Count answers given as four arrays of codes: assessment, criterion, role, bin (0-7).

    `shape` gives the numbers of assessments, criteria and roles. Works through the arrays in
    chunks that stay in the processor's cache, so memory stays at the result plus a few MB.
    Raises ValueError for a code outside its axis.
    """
    sizes = (*shape, BINS)
    counts = np.zeros(int(np.prod(sizes)), np.int32)
    one = np.int32(1)
    for start in range(0, len(codes[0]), chunk):
        part = [code[start : start + chunk] for code in codes]
        for code, size in zip(part, sizes, strict=True):
            if _largest(code) >= size:
                raise ValueError("a code lies outside its axis")
        cell = _cell(part, sizes)
        np.add.at(counts, cell.astype(np.intp), one)
    return counts.reshape(sizes)


def _largest(code: NDArray[np.integer]) -> int:
    """The largest code, where a negative one counts as very large."""
    return int(code.view(f"u{code.itemsize}").max())


def _cell(codes: list[NDArray[np.integer]], sizes: tuple[int, ...]) -> NDArray[np.integer]:
    """Join codes to one number, from the last on, in the smallest integers that hold it."""
    cell, span = codes[-1], sizes[-1]
    for code, size in zip(codes[-2::-1], sizes[-2::-1], strict=True):
        kind = np.min_scalar_type(size * span - 1)
        joined = code.astype(kind)
        joined *= kind.type(span)
        joined += cell.astype(kind, copy=False)
        cell, span = joined, size * span
    return cell
