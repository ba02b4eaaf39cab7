"""Where a question stands among those that a respondent is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.catalogue.model import Criterion


@dataclass(frozen=True)
class Position:
    """Where a question stands: its number, and the pages around it."""

    criterion: str
    number: int
    total: int
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
    return Position(
        criterion=name,
        number=index + 1,
        total=total,
        before=page_of(names[index - 1]) if index > 0 else "about",
        after=page_of(names[index + 1]) if index + 1 < total else "review",
    )
