"""Receiving: a funder reads in a file that a project sent, and lets go of it when asked to."""

from dataclasses import dataclass

from assessment.access.acts import Act
from assessment.errors import InvalidInput, NotFound
from assessment.portfolio.shares import ShareRow, checked_share
from assessment.services.context import Workspace, requires
from assessment.services.portfolio.reading import own_portfolio


@dataclass(frozen=True)
class ReceivedShare:
    """A share that came in a file. `is_known_sender`: earlier files here have the same signature."""

    share: ShareRow
    is_known_sender: bool


@requires(Act.MANAGE_PORTFOLIO)
def receive(workspace: Workspace, portfolio_id: str, share: ShareRow) -> ReceivedShare:
    """Add a share that came in a file.

    Raises NotFound, and InvalidInput for one of another portfolio or that came before.
    """
    portfolio, store = own_portfolio(workspace, portfolio_id), workspace.store.shares
    if share.portfolio != portfolio.id:
        text = "This file was made for another portfolio. Ask the project to make one for this one."
        raise InvalidInput("file", "other_portfolio", text)
    rows = store.of_portfolio(portfolio.id)
    if any(row.id == share.id and row.snapshot is None for row in rows):
        text = "This share was taken back. What was taken back does not come in again."
        raise InvalidInput("file", "withdrawn", text)
    known = any(row.sender == share.sender for row in rows)
    if any(share.id == row.id or share.assessment == row.assessment for row in rows):
        text = "This file, or another one of the same assessment, is here already."
        raise InvalidInput("file", "sent", text)
    return ReceivedShare(store.save(checked_share(share)), known)


@requires(Act.MANAGE_PORTFOLIO)
def let_go(workspace: Workspace, share_id: str) -> ShareRow:
    """Empty a share that came in a file, because its project asked. Raises NotFound."""
    share = workspace.store.shares.get(share_id)
    own_portfolio(workspace, share.portfolio)
    if share.project is not None:
        raise NotFound("share", share_id)  # its project withdraws it by itself
    return workspace.store.shares.withdraw(share_id)
