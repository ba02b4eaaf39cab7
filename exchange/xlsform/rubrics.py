"""The levels of a criterion in an XLSForm: of which role they are, and which are marked."""

from collections.abc import Iterator, Sequence
from typing import Any

from assessment.catalogue.base import CARE
from assessment.catalogue.model import Criterion

Json = dict[str, Any]


def marked_levels(criterion: Criterion) -> str:
    """Return the levels after which somebody may need help: `0` of the lead role, `mentee.0`."""
    found = [str(n) for n, text in enumerate(criterion.rubric) if text.care]
    for role, levels in criterion.rubric_for.items():
        found += [f"{role}.{n}" for n, text in enumerate(levels) if text.care]
    return " ".join(found)


def take_edited(criterion: Json, role: str, levels: Sequence[dict[str, str]]) -> None:
    """Put the levels that people edited where the role of the form has its own, else as the lead's."""
    edited: list[Json] = [dict(level) for level in levels]
    if role in criterion["rubric_for"]:
        criterion["rubric_for"][role] = edited
    else:
        criterion["rubric"] = edited


def mark(criterion: Json, marks: str) -> Iterator[str]:
    """Mark the levels that a cell names, and yield what names none."""
    for word in marks.split():
        role, _, number = word.rpartition(".")
        levels = criterion["rubric_for"].get(role, ()) if role else criterion["rubric"]
        if number in map(str, range(len(levels))):
            levels[int(number)][CARE] = True
        else:
            yield word
