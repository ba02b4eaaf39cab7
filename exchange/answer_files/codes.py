"""The columns of answers as numbers, and which rows are certainly right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import compute

from assessment.answers import MAX_TEXT, STATES, Reason
from assessment.catalogue.model import LEVELS, Catalogue
from assessment.scoring.counts import BINS
from assessment.text import MAX_NAME, restored, starts_like_formula
from exchange.answer_files.blocks import Block
from exchange.answers_csv import HEADER

WRONG = -1
NO_BIN = -1  # of a note without an answer
_STATES = {str(state): number for number, state in enumerate(STATES)} | {"": len(STATES)}
_LEVELS = {str(level): level for level in range(LEVELS)} | {"": LEVELS}
_NO_REASON, _REASON = range(2)
_RISKY = (
    r"^[=+@\t\r-]"  # what a spreadsheet may calculate; a dash before a space is looked at again
)

Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class BlockCodes:
    """A block as numbers. What is not `sound` must be looked at cell by cell."""

    assessment: Codes
    respondent: Codes
    role: Codes
    criterion: Codes
    bin: Codes
    written: Flags  # a comment, evidence or reason stands beside the answer
    sound: Flags


class Coder:
    """Gives every word of a file its number, the same in every block."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.assessments: dict[str, int] = {}
        self.respondents: dict[str, int] = {}
        self.roles = {role: number for number, role in enumerate(catalogue.role_ids)}
        self.criteria = {name: number for number, name in enumerate(catalogue.by_id)}
        self.numbering: dict[str, Callable[[str], int]] = {
            "assessment": _names(self.assessments),
            "respondent": _names(self.respondents),
            "role": _choices(self.roles),
            "criterion": _choices(self.criteria),
            "state": _choices(_STATES),
            "level": _choices(_LEVELS),
            "reason": _reason,
        }

    def codes(self, block: Block) -> BlockCodes:
        """Return a block as numbers."""
        columns = dict(zip(HEADER, block.columns, strict=True))
        code = {name: _codes(columns[name], number) for name, number in self.numbering.items()}
        texts = [_texts(columns[name]) for name in ("comment", "evidence")]
        noted = texts[0][0] | texts[1][0]
        sound = _FITTING[code["state"] + 1, code["level"] + 1, code["reason"] + 1, noted.view("i1")]
        for name in ("assessment", "respondent", "role", "criterion"):
            sound &= code[name] != WRONG
        return BlockCodes(
            assessment=code["assessment"],
            respondent=code["respondent"],
            role=code["role"],
            criterion=code["criterion"],
            bin=_BINS[code["state"], code["level"]],
            written=noted | (code["reason"] != _NO_REASON),
            sound=sound & ~texts[0][1] & ~texts[1][1],
        )


def _fitting() -> Flags:
    """Return which state, level and reason, each moved up by one, may stand beside each other."""
    level, not_applicable, *_, no_state = (number + 1 for number in _STATES.values())
    no_level, no_reason = LEVELS + 1, _NO_REASON + 1
    fits = np.zeros((len(_STATES) + 1, len(_LEVELS) + 1, 3, 2), np.bool_)
    fits[level, 1:no_level, no_reason] = True
    fits[level + 1 : no_state, no_level, no_reason] = True
    fits[not_applicable, no_level, _REASON + 1] = True
    fits[no_state, no_level, no_reason, 1] = True  # a note, or nothing at all
    return fits


def _bins() -> Codes:
    """Return the bin of every state and level."""
    bins = np.full((len(_STATES), len(_LEVELS)), NO_BIN, np.int32)
    bins[0, :LEVELS] = range(LEVELS)
    bins[1 : len(STATES)] = np.arange(LEVELS, BINS)[:, None]
    return bins


_FITTING, _BINS = _fitting(), _bins()


def _codes(column: pa.Array, number: Callable[[str], int]) -> Codes:
    words = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    numbers = np.array([number(word) for word in words.dictionary.to_pylist()], np.int32)
    return np.asarray(numbers[_array(words.indices)], np.int32)


def _names(known: dict[str, int]) -> Callable[[str], int]:
    def number(cell: str) -> int:
        name = restored(cell)
        if starts_like_formula(cell) or not name.strip() or len(name) > MAX_NAME:
            return WRONG
        return known.setdefault(name, len(known))

    return number


def _choices(known: dict[str, int]) -> Callable[[str], int]:
    def number(cell: str) -> int:
        return WRONG if starts_like_formula(cell) else known.get(restored(cell), WRONG)

    return number


def _reason(cell: str) -> int:
    if not cell:
        return _NO_REASON
    word, _, text = restored(cell).partition(": ")
    is_right = word in tuple(Reason) and len(text) <= MAX_TEXT and not starts_like_formula(cell)
    return _REASON if is_right else WRONG


def _texts(column: pa.Array) -> tuple[Flags, Flags]:
    """Return which cells hold a text, and which of them need a look."""
    words = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    length = _array(compute.binary_length(words.dictionary))
    risky = _array(compute.match_substring_regex(words.dictionary, _RISKY).cast(pa.int8()))
    doubtful = risky.astype(np.bool_) | (length > MAX_TEXT)
    indices = _array(words.indices)
    return (length > 0)[indices], doubtful[indices]


def _array(numbers: pa.Array) -> NDArray[Any]:
    """Return numbers for numpy; `to_numpy` would load pandas, which takes longer than the file."""
    return np.from_dlpack(numbers)
