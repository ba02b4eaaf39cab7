"""Reading: a funder's portfolio, its charter, who was invited, and what may be seen of all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessment.access.acts import Act
from assessment.errors import NotFound
from assessment.portfolio.band import Band, BandEdition, band, edition_of, may_follow
from assessment.portfolio.charter import Charter, Portfolio, checked_portfolio, with_charter
from assessment.portfolio.comparing import (
    Moved,
    NotAlike,
    Reference,
    moved,
    open_criteria,
    reference_of,
    why_not,
)
from assessment.portfolio.invitations import PortfolioInvitation
from assessment.portfolio.shares import OutsideLook, ShareRead, ShareRow, checked_look
from assessment.portfolio.snapshot import Snapshot
from assessment.respondents import token_hash
from assessment.services.context import Workspace, requires

INVITED_FOR = timedelta(days=60)


@dataclass(frozen=True)
class SeenShare:
    """One share as it counts today."""

    share: ShareRow
    snapshot: Snapshot
    counts: bool  # consented to the charter of today, and kept until a day to come
    not_alike: NotAlike | None  # why it is not compared

    @property
    def is_compared(self) -> bool:
        """Return whether it is laid beside others."""
        return self.counts and self.not_alike is None

    @property
    def project(self) -> str:
        """Which project it is of; empty when that is not known."""
        return self.share.project or self.share.source


@dataclass(frozen=True)
class PortfolioView:
    """All that a reader sees of a portfolio: order by name, never by level."""

    portfolio: Portfolio
    reference: Reference | None
    shares: tuple[SeenShare, ...]
    withdrawn: tuple[ShareRow, ...]
    movement: Mapping[str, Moved]  # by share: since the earlier share of the same project
    bands: Mapping[str, Band]  # of the pool, by criterion; empty for a portfolio with names

    @property
    def compared(self) -> Mapping[str, Snapshot]:
        """The snapshots that are laid beside each other, by share."""
        return {s.share.id: s.snapshot for s in self.newest if s.is_compared}

    @property
    def newest(self) -> tuple[SeenShare, ...]:
        """The newest share of every project: an earlier one shows movement and is no other project."""
        newest: dict[str, SeenShare] = {}
        for seen in self.shares:
            name = (seen.counts, seen.project or seen.share.id)
            kept = newest.get(str(name))
            if kept is None or _closed(seen) > _closed(kept):
                newest[str(name)] = seen
        chosen = {seen.share.id for seen in newest.values()}
        return tuple(seen for seen in self.shares if seen.share.id in chosen)

    def earlier(self, share: ShareRow) -> tuple[SeenShare, ...]:
        """Return the other shares of the same project, the newest first."""
        seen = next(s for s in self.shares if s.share.id == share.id)
        others = [
            s for s in self.shares if s.project and s.project == seen.project and s is not seen
        ]
        return tuple(sorted(others, key=_closed, reverse=True))

    @property
    def open_criteria(self) -> dict[str, tuple[int, int]]:
        """In how many projects each core or minimal criterion is open, of how many that say."""
        return open_criteria(self.compared)


@requires(Act.MANAGE_PORTFOLIO)
def save_portfolio(workspace: Workspace, portfolio: Portfolio) -> Portfolio:
    """Make (version 0) or rename a portfolio. Raises InvalidInput, StaleWrite, NotFound."""
    if portfolio.version == 0:
        portfolio = replace(
            portfolio,
            id=workspace.new_id(),
            organisation=workspace.access.organisation,
            created_at=workspace.now(),
        )
    else:
        own_portfolio(workspace, portfolio.id)
    return workspace.store.portfolios.save(checked_portfolio(portfolio, workspace.now().date()))


@requires(Act.MANAGE_PORTFOLIO)
def change_charter(workspace: Workspace, portfolio_id: str, charter: Charter) -> Portfolio:
    """Promise something else: every project is asked anew, and its share is grey until then."""
    portfolio = own_portfolio(workspace, portfolio_id)
    changed = checked_portfolio(with_charter(portfolio, charter), workspace.now().date())
    return workspace.store.portfolios.save(changed)


@requires(Act.MANAGE_PORTFOLIO)
def erase_portfolio(workspace: Workspace, portfolio_id: str) -> None:
    """Erase a portfolio with all that was sent to it. Raises NotFound."""
    workspace.store.portfolios.erase(own_portfolio(workspace, portfolio_id).id)


@requires(Act.MANAGE_PORTFOLIO)
def invite_project(workspace: Workspace, portfolio_id: str, note: str = "") -> str:
    """Return the token of an invitation for projects; only its hash is kept. Raises NotFound."""
    own_portfolio(workspace, portfolio_id)
    token = workspace.new_token()
    until = workspace.now().date() + INVITED_FOR
    invitation = PortfolioInvitation(token_hash(token), portfolio_id, until, note.strip()[:200])
    workspace.store.portfolios.invite(invitation)
    return token


@requires(Act.READ_PORTFOLIO)
def portfolios_of(workspace: Workspace) -> list[Portfolio]:
    """Return the portfolios of the organisation that is open, by name."""
    return workspace.store.portfolios.all(workspace.access.organisation)


@requires(Act.READ_PORTFOLIO)
def view_of(workspace: Workspace, portfolio_id: str) -> PortfolioView:
    """Return all that may be seen of a portfolio. Raises NotFound."""
    portfolio, today = own_portfolio(workspace, portfolio_id), workspace.now().date()
    rows = workspace.store.shares.of_portfolio(portfolio_id)
    current = [s.snapshot for s in rows if s.snapshot and s.is_current(portfolio.charter, today)]
    reference = reference_of(current)
    shares = tuple(
        _seen(row, row.snapshot, portfolio, reference, today) for row in rows if row.snapshot
    )
    withdrawn = tuple(row for row in rows if row.snapshot is None)
    bands = _bands(workspace, portfolio, shares) if portfolio.is_pool else {}
    visible = () if portfolio.is_pool else shares
    movement = {} if portfolio.is_pool else _movement(shares)
    return PortfolioView(portfolio, reference, visible, withdrawn, movement, bands)


@requires(Act.READ_PORTFOLIO)
def note_read(workspace: Workspace, share: ShareRow, what: str) -> None:
    """Note that somebody looked at a share: as what, never who. Raises NotFound."""
    own_portfolio(workspace, share.portfolio)
    kinds = sorted({m.kind.value for m in workspace.access.memberships}) or ["local"]
    read = ShareRead(share.id, workspace.now(), ", ".join(kinds), what)
    workspace.store.shares.note_read(read)


@requires(Act.MANAGE_PORTFOLIO)
def put_in_group(workspace: Workspace, share: ShareRow, group: str) -> ShareRow:
    """Put a share in a group of the funder, to order by. Raises NotFound, StaleWrite."""
    own_portfolio(workspace, share.portfolio)
    current = workspace.store.shares.get(share.id)
    return workspace.store.shares.save(replace(current, group=group.strip()[:100]))


@requires(Act.MANAGE_PORTFOLIO)
def save_look(workspace: Workspace, look: OutsideLook) -> OutsideLook:
    """Save what somebody from outside saw, beside the figures of the project. Raises InvalidInput."""
    share = workspace.store.shares.get(look.share)
    own_portfolio(workspace, share.portfolio)
    if look.version == 0:
        look = replace(look, id=workspace.new_id())
    return workspace.store.shares.save_look(checked_look(look, workspace.now().date()))


@requires(Act.READ_PORTFOLIO)
def looks_at(workspace: Workspace, share: ShareRow) -> list[OutsideLook]:
    """Return the looks from outside at a share, the newest first. Raises NotFound."""
    own_portfolio(workspace, share.portfolio)
    return workspace.store.shares.looks(share.id)


@requires(Act.READ_PORTFOLIO)
def invitations_of(workspace: Workspace, portfolio_id: str) -> Sequence[PortfolioInvitation]:
    """Return the invitations of a portfolio that still work. Raises NotFound."""
    own_portfolio(workspace, portfolio_id)
    return workspace.store.portfolios.invitations(portfolio_id)


@requires(Act.READ_PORTFOLIO)
def own_portfolio(workspace: Workspace, portfolio_id: str) -> Portfolio:
    """Return a portfolio of the organisation that is open. Raises NotFound for any other."""
    portfolio = workspace.store.portfolios.get(portfolio_id)
    if portfolio.organisation != workspace.access.organisation:
        raise NotFound("portfolio", portfolio_id)
    return portfolio


def _closed(seen: SeenShare) -> date:
    return seen.snapshot.assessment.closed_on


def _seen(
    row: ShareRow,
    snapshot: Snapshot,
    portfolio: Portfolio,
    reference: Reference | None,
    today: date,
) -> SeenShare:
    counts = row.is_current(portfolio.charter, today)
    reason = None if reference is None else why_not(snapshot, reference, today)
    return SeenShare(row, snapshot, counts, reason)


def _movement(shares: Sequence[SeenShare]) -> dict[str, Moved]:
    """Return the movement of every share that has an earlier one of the same project beside it."""
    found = {}
    of_project: dict[str, list[SeenShare]] = {}
    for seen in shares:
        of_project.setdefault(seen.project, []).append(seen)
    for seen in shares:
        if not (seen.project and seen.counts):
            continue
        earlier = [
            other.snapshot
            for other in of_project[seen.project]
            if other.counts
            and other.snapshot.assessment.closed_on < seen.snapshot.assessment.closed_on
        ]
        if earlier:
            then = max(earlier, key=lambda snapshot: snapshot.assessment.closed_on)
            step = moved(then, seen.snapshot)
            if step is not None:
                found[seen.share.id] = step
    return found


def _bands(
    workspace: Workspace, portfolio: Portfolio, shares: Sequence[SeenShare]
) -> Mapping[str, Band]:
    """Return the bands of the last edition; one of today's date is made the first time somebody asks."""
    store, date_ = workspace.store.shares, edition_of(workspace.now().date())
    last = store.last_edition(portfolio.id)
    counted = [seen for seen in shares if seen.counts and seen.not_alike is None]
    ids = frozenset(seen.share.id for seen in counted)
    if (last is None or last.made_on < date_) and may_follow(last, ids):
        store.add_edition(portfolio.id, BandEdition(date_, _made(counted), ids))
        last = store.last_edition(portfolio.id)
    return {} if last is None else last.bands


def _made(shares: Sequence[SeenShare]) -> dict[str, Band]:
    levels: dict[str, list[float]] = {}
    for seen in shares:
        for criterion, own in seen.snapshot.own.items():
            levels.setdefault(criterion, []).append(own.level)
    made = {criterion: band(found) for criterion, found in sorted(levels.items())}
    return {criterion: found for criterion, found in made.items() if found is not None}
