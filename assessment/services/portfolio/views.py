"""What a reader sees of a portfolio: shares as they count today, the newest of each project, movement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assessment.portfolio.band import Band
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.comparing import Moved, NotAlike, Reference, moved, open_criteria
from assessment.portfolio.outline import Outline
from assessment.portfolio.shares import ListedShare, ShareRow
from assessment.portfolio.snapshot import Snapshot


@dataclass(frozen=True)
class SeenShare:
    """One share as it counts today."""

    listed: ListedShare
    outline: Outline
    counts: bool  # consented to the charter of today, and kept until a day to come
    not_alike: NotAlike | None  # why it is not compared

    @property
    def share(self) -> ShareRow:
        """The share, without its snapshot."""
        return self.listed.share

    @property
    def snapshot(self) -> Snapshot:
        """All that was sent."""
        return self.listed.snapshot

    @property
    def is_compared(self) -> bool:
        """Return whether it is laid beside others."""
        return self.counts and self.not_alike is None

    @property
    def project(self) -> str:
        """Which project it is of; empty when that is not known.

        What another key signed is of another project, whatever the file says.
        """
        return self.share.project or f"{self.share.sender} {self.share.source}".strip()


@dataclass(frozen=True)
class ProjectMovement:
    """How a project moved since the share before that counts, and what that share said."""

    then: Snapshot
    steps: Moved


@dataclass(frozen=True)
class PortfolioView:
    """All that a reader sees of a portfolio: order by name, never by level."""

    portfolio: Portfolio
    reference: Reference | None
    shares: tuple[SeenShare, ...]
    withdrawn: tuple[ShareRow, ...]
    bands: Mapping[str, Band]  # of the pool, by criterion; empty for a portfolio with names

    @property
    def compared(self) -> Mapping[str, Snapshot]:
        """The snapshots that are laid beside each other, by share."""
        return {s.share.id: s.snapshot for s in self.newest if s.is_compared}

    @cached_property
    def newest(self) -> tuple[SeenShare, ...]:
        """The newest share of every project: an earlier one shows movement and is no other project."""
        newest: dict[tuple[bool, str], SeenShare] = {}
        for seen in self.shares:
            name = (seen.counts, seen.project or seen.share.id)
            kept = newest.get(name)
            if kept is None or _closed(seen) > _closed(kept):
                newest[name] = seen
        chosen = {seen.share.id for seen in newest.values()}
        return tuple(seen for seen in self.shares if seen.share.id in chosen)

    @cached_property
    def _of_project(self) -> Mapping[str, list[SeenShare]]:
        """The shares of every project that is known, the newest first."""
        found: dict[str, list[SeenShare]] = {}
        for seen in self.shares:
            found.setdefault(seen.project or seen.share.id, []).append(seen)
        return {name: sorted(some, key=_closed, reverse=True) for name, some in found.items()}

    def earlier(self, share: ShareRow) -> tuple[SeenShare, ...]:
        """Return the other shares of the same project, the newest first."""
        found = next(some for some in self._of_project.values() if share.id in _ids(some))
        return tuple(seen for seen in found if seen.share.id != share.id)

    def movement(self, seen: SeenShare) -> ProjectMovement | None:
        """Return how a project moved until a share of it, None without an earlier one that is alike.

        Only shares that count: what is grey is in no figure, also not as what was before.
        """
        mine = self._of_project[seen.project or seen.share.id]
        before = [s for s in mine if s.counts and _closed(s) < _closed(seen)]
        if not (seen.counts and before):
            return None
        steps = moved(before[0].snapshot, seen.snapshot)
        return None if steps is None else ProjectMovement(before[0].snapshot, steps)

    @property
    def open_criteria(self) -> dict[str, tuple[int, int]]:
        """In how many projects each core or minimal criterion is open, of how many that say."""
        return open_criteria(s.outline for s in self.newest if s.is_compared)


def _closed(seen: SeenShare) -> date:
    return seen.outline.closed_on


def _ids(some: Sequence[SeenShare]) -> set[str]:
    return {seen.share.id for seen in some}
