"""What a form is: the questions of one respondent as a spreadsheet, with a hidden sheet that describes it.

The visible sheet is for people. The hidden sheet says which form it is, what its columns and options
are called, and what stood in the database when it was made, so that reading it needs no language and
sees what was changed. Whoever fills it in can change the hidden sheet too: nothing in it is trusted
for more than the file itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from assessment.answers import Answer
from assessment.catalogue.model import Catalogue, Criterion
from exchange.spreadsheets.cells import CELL_MAX, in_cell

FORMAT = "mentorspiegel-form-1"
HIDDEN = "mentorspiegel"  # name of the hidden sheet
TEXTS = ("reason_text", "comment", "evidence")

_ANSWER = TypeAdapter(Answer)


class Column(StrEnum):
    """A column of the visible sheet that is read back."""

    CRITERION = "criterion"
    TITLE = "title"
    ANSWER = "answer"
    REASON = "reason"
    REASON_TEXT = "reason_text"
    COMMENT = "comment"
    EVIDENCE = "evidence"


ALWAYS = (Column.CRITERION, Column.TITLE, Column.ANSWER, Column.COMMENT)
OF_THE_ORGANISATION = tuple(Column)


@dataclass(frozen=True)
class Head:
    """Which form this is. All texts, as they stand in the file."""

    catalogue: str
    version: str
    hash: str
    assessment: str
    role: str
    respondent: str  # empty for the organisation's own self-audit
    language: str
    made_at: str
    sheet: str  # name of the visible sheet
    is_anonymous: bool = False


@dataclass(frozen=True)
class MergedRespondent:
    """What one respondent answered, in a form that the answers of several were put together in."""

    name: str  # "1", "2": never the name of a person
    role: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class FormQuestion:
    """One line of the form as it was made."""

    criterion: str
    scale: str
    title: str
    before: Answer  # what stood in the database


@dataclass(frozen=True)
class Draft:
    """A form to be made: for whom, with which questions, filled with what is known."""

    head: Head
    catalogue: Catalogue
    criteria: tuple[Criterion, ...]
    before: Mapping[str, Answer] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    respondents: tuple[MergedRespondent, ...] = ()


@dataclass(frozen=True)
class FilledForm:
    """A form that came back: answers by criterion, as they stand in the cells."""

    head: Head
    questions: Mapping[str, FormQuestion]
    answers: Mapping[str, Answer]
    places: Mapping[str, str]  # sheet and cell of each answer
    respondents: tuple[MergedRespondent, ...] = ()


def columns(*, is_anonymous: bool) -> tuple[Column, ...]:
    """Return the columns of a form: an anonymous respondent gives no evidence and no reasons."""
    return ALWAYS if is_anonymous else OF_THE_ORGANISATION


def content(answer: Answer) -> Answer:
    """Return what a form holds of an answer: no version, no mark, texts that fit a cell."""
    texts: dict[str, Any] = {name: in_cell(getattr(answer, name)) for name in TEXTS}
    return replace(Answer(answer.criterion, answer.state, answer.level, answer.reason), **texts)


def same(one: Answer, other: Answer) -> bool:
    """Return whether two answers hold the same, but for white space."""
    return _squeezed(one) == _squeezed(other)


def _squeezed(answer: Answer) -> Answer:
    held = content(answer)
    texts: dict[str, Any] = {name: " ".join(getattr(held, name).split()) for name in TEXTS}
    return replace(held, **texts)


def written(answer: Answer) -> list[str]:
    """Return an answer as cells of the hidden sheet."""
    text = _ANSWER.dump_json(answer, exclude_defaults=True).decode()
    return [text[start : start + CELL_MAX] for start in range(0, len(text), CELL_MAX)]


def read(cells: Iterable[str]) -> Answer:
    """Return an answer from cells of the hidden sheet. Raises ValueError."""
    return _ANSWER.validate_json("".join(cells))
