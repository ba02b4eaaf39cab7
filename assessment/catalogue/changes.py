"""What a newer catalogue changes for a project, told before it goes on with it."""

from collections.abc import Collection
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue, Criterion


@dataclass(frozen=True)
class Renewal:
    """What becomes of the criteria that were asked, and what is new, in the catalogue's order."""

    same_catalogue: bool
    kept: tuple[str, ...]  # comparable: same criterion, same scale
    reworded: tuple[str, ...]  # the kept ones whose words changed
    rescaled: tuple[str, ...]  # asked again, on another scale: no longer comparable
    dropped: tuple[str, ...]
    new: tuple[str, ...]
    core: tuple[str, ...] = ()  # what was not asked and is core now, so that it will be

    @property
    def unchanged(self) -> tuple[str, ...]:
        """The criteria that stay as they were, word for word."""
        return tuple(name for name in self.kept if name not in self.reworded)

    @property
    def not_comparable(self) -> tuple[str, ...]:
        """The criteria that were asked and of which no movement can be told."""
        return (*self.rescaled, *self.dropped)


def renewal(then: Catalogue, now: Catalogue, asked: Collection[str]) -> Renewal | None:
    """Return what changes for the criteria `asked` on `then`; None for the same catalogue."""
    if then.content_hash == now.content_hash:
        return None
    same = then.id == now.id
    newer = now.by_id if same else {}
    before = [criterion for criterion in then.criteria if criterion.id in asked]
    in_both = [(old, newer[old.id]) for old in before if old.id in newer]
    kept = [(old, new) for old, new in in_both if old.scale == new.scale]
    return Renewal(
        same_catalogue=same,
        kept=tuple(old.id for old, _ in kept),
        reworded=tuple(old.id for old, new in kept if _words(then, old) != _words(now, new)),
        rescaled=tuple(old.id for old, new in in_both if old.scale != new.scale),
        dropped=tuple(old.id for old in before if old.id not in newer),
        new=tuple(c.id for c in now.criteria if not same or c.id not in then.by_id),
        core=tuple(c.id for c in now.criteria if c.core and c.id not in asked),
    )


def _words(catalogue: Catalogue, criterion: Criterion) -> object:
    """Return what people read when they answer."""
    levels = catalogue.scale(criterion.scale).levels
    read = [
        [text.root for text in catalogue.rubric(criterion, role)] for role in catalogue.role_ids
    ]
    return criterion.title, criterion.question, criterion.ask, read, levels
