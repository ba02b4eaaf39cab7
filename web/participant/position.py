"""Where a question stands among those that a respondent is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.catalogue.model import Criterion


@dataclass(frozen=True)
class Position:
    """Where a question stands: its number, that in its part, and the pages around it."""

    criterion: str
    number: int
    total: int
    part_number: int
    part_total: int
    before: str
    after: str

    @property
    def page(self) -> str:
        """The page of this question."""
        return page_of(self.criterion)


def page_of(criterion: str) -> str:
    """Return the page of a question."""
    return f"q/{criterion}"


def position_of(criteria: Sequence[Criterion], name: str) -> Position | None:
    """Return where a question stands among those that are asked; None if it is not asked."""
    names = [criterion.id for criterion in criteria]
    if name not in names:
        return None
    index, total = names.index(name), len(names)
    parts = [criterion.perspective for criterion in criteria]
    return Position(
        criterion=name,
        number=index + 1,
        total=total,
        part_number=parts[: index + 1].count(parts[index]),
        part_total=parts.count(parts[index]),
        before=page_of(names[index - 1]) if index > 0 else "about",
        after=page_of(names[index + 1]) if index + 1 < total else "review",
    )
