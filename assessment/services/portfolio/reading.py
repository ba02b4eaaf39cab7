"""Reading: a funder's portfolio, its charter, who was invited, and what may be seen of all of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from assessment.access.acts import Act
from assessment.errors import NotFound, StaleWrite
from assessment.portfolio.charter import Charter, Portfolio, checked_portfolio, with_charter
from assessment.portfolio.comparing import (
    Reference,
    reference_of,
    why_not,
)
from assessment.portfolio.invitations import PortfolioInvitation
from assessment.portfolio.overview import strip
from assessment.portfolio.shares import (
    ListedShare,
    OutsideLook,
    ShareRead,
    ShareRow,
    checked_look,
)
from assessment.respondents import token_hash
from assessment.services.context import Workspace, requires
from assessment.services.portfolio.field import Levels, field_of
from assessment.services.portfolio.views import PortfolioView, SeenShare

INVITED_FOR = timedelta(days=60)


@requires(Act.MANAGE_PORTFOLIO)
def save_portfolio(workspace: Workspace, portfolio: Portfolio) -> Portfolio:
    """Make (version 0) or rename a portfolio; its charter changes by `change_charter` alone.

    Raises InvalidInput, StaleWrite, NotFound.
    """
    if portfolio.version == 0:
        portfolio = replace(
            portfolio,
            id=workspace.new_id(),
            organisation=workspace.access.organisation,
            created_at=workspace.now(),
        )
    else:
        current = own_portfolio(workspace, portfolio.id)
        portfolio = replace(current, name=portfolio.name, version=portfolio.version)
    return workspace.store.portfolios.save(checked_portfolio(portfolio, workspace.now().date()))


@requires(Act.MANAGE_PORTFOLIO)
def change_charter(workspace: Workspace, portfolio_id: str, charter: Charter) -> Portfolio:
    """Promise something else: every project is asked anew, and its share is grey until then.

    `charter` carries the edition that was read. Raises StaleWrite when another one was promised meanwhile,
    InvalidInput, NotFound.
    """
    portfolio = own_portfolio(workspace, portfolio_id)
    if charter.edition != portfolio.charter.edition:
        raise StaleWrite(portfolio)
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


@requires(Act.MANAGE_PORTFOLIO)
def withdraw_invitation(workspace: Workspace, portfolio_id: str, invitation: str) -> None:
    """End an invitation by its hash; what was sent already stays. Twice is no error. Raises NotFound."""
    own_portfolio(workspace, portfolio_id)
    workspace.store.portfolios.withdraw_invitation(portfolio_id, invitation)


@requires(Act.READ_PORTFOLIO)
def portfolios_of(workspace: Workspace) -> list[Portfolio]:
    """Return the portfolios of the organisation that is open, by name."""
    return workspace.store.portfolios.all(workspace.access.organisation)


@requires(Act.READ_PORTFOLIO)
def view_of(workspace: Workspace, portfolio_id: str) -> PortfolioView:
    """Return all that may be seen of a portfolio. Raises NotFound."""
    portfolio, today = own_portfolio(workspace, portfolio_id), workspace.now().date()
    if today > portfolio.charter.keep_until:
        workspace.store.shares.empty_expired()
    listed = workspace.store.shares.of_portfolio(portfolio_id)
    reference = reference_of(
        one.outline
        for one in listed
        if one.outline is not None and one.share.is_current(portfolio.charter, today)
    )
    shares = tuple(_seen(listed, portfolio, reference, today))
    withdrawn = tuple(one.share for one in listed if one.outline is None)
    view = PortfolioView(portfolio, reference, shares, withdrawn, {})
    if not portfolio.is_pool:
        return view
    bands = field_of(workspace, portfolio, lambda: _levels(view))
    return replace(view, shares=(), withdrawn=(), bands=bands)


@requires(Act.READ_PORTFOLIO)
def note_read(workspace: Workspace, share: ShareRow, what: str) -> None:
    """Note that somebody looked at a share: as what, never who. Raises NotFound."""
    _own_share(workspace, share.id)
    kinds = workspace.access.kinds(Act.READ_PORTFOLIO) or ["local"]
    read = ShareRead(share.id, workspace.now(), ", ".join(kinds), what)
    workspace.store.shares.note_read(read)


@requires(Act.READ_PORTFOLIO)
def take_along(workspace: Workspace, share: ShareRow, what: str) -> SeenShare:
    """Return a share as it is at this moment, for a file, and note that it was downloaded.

    Raises NotFound for one that was taken back or is grey since the page was made.
    """
    found = [seen for seen in view_of(workspace, share.portfolio).shares if seen.counts]
    seen = next((seen for seen in found if seen.share.id == share.id), None)
    if seen is None:
        raise NotFound("share", share.id)
    note_read(workspace, share, what)
    return seen


@requires(Act.MANAGE_PORTFOLIO)
def put_in_group(workspace: Workspace, share: ShareRow, group: str) -> ShareRow:
    """Put a share, as it was seen, in a group of the funder, to order by.

    Raises StaleWrite, and NotFound also for one that was taken back.
    """
    current = _own_share(workspace, share.id)
    if current.withdrawn_at is not None:
        raise NotFound("share", share.id)
    changed = replace(current, group=group.strip()[:100], version=share.version)
    return workspace.store.shares.save(changed)


@requires(Act.MANAGE_PORTFOLIO)
def save_look(workspace: Workspace, look: OutsideLook) -> OutsideLook:
    """Save what somebody from outside saw, beside the figures of the project.

    Raises InvalidInput, and NotFound also for a look that is of another share.
    """
    share = _own_share(workspace, look.share)
    if look.version == 0:
        look = replace(look, id=workspace.new_id())
    elif look.id not in {one.id for one in workspace.store.shares.looks(share.id)}:
        raise NotFound("look", look.id)
    return workspace.store.shares.save_look(checked_look(look, workspace.now().date()))


@requires(Act.READ_PORTFOLIO)
def looks_at(workspace: Workspace, share: ShareRow) -> list[OutsideLook]:
    """Return the looks from outside at a share, the newest first. Raises NotFound."""
    return workspace.store.shares.looks(_own_share(workspace, share.id).id)


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


def _own_share(workspace: Workspace, share_id: str) -> ShareRow:
    """Return a share as it stands in a portfolio of the organisation. Raises NotFound for any other."""
    share = workspace.store.shares.get(share_id)
    own_portfolio(workspace, share.portfolio)
    return share


def _seen(
    listed: Sequence[ListedShare], portfolio: Portfolio, reference: Reference | None, today: date
) -> Iterator[SeenShare]:
    for one in listed:
        if one.outline is not None:
            counts = one.share.is_current(portfolio.charter, today)
            reason = None if reference is None else why_not(one.outline, reference, today)
            yield SeenShare(one, one.outline, counts, reason)


def _levels(view: PortfolioView) -> Levels:
    """Return the own levels that are compared, by criterion and assessment, on the scale that most have.

    An assessment that was taken back and sent again is the same one.
    """
    compared = {s.share.assessment: s.snapshot for s in view.newest if s.is_compared}
    criteria = sorted({criterion for snapshot in compared.values() for criterion in snapshot.own})
    return {
        criterion: {p.share: p.level for p in strip(compared, criterion) if p.level is not None}
        for criterion in criteria
    }
