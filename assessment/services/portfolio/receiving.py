"""Receiving: a funder reads in a file that a project sent, and lets go of it when asked to."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from assessment.access.acts import Act
from assessment.errors import InvalidInput, NotFound, StaleWrite
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.shares import ShareRow, checked_share
from assessment.services.context import Workspace, requires
from assessment.services.portfolio.reading import own_portfolio

CLOCKS_APART = timedelta(days=1)  # of two machines


@dataclass(frozen=True)
class ReceivedShare:
    """A share that came in a file. `is_known_sender`: earlier files here have the same signature."""

    share: ShareRow
    is_known_sender: bool


@requires(Act.MANAGE_PORTFOLIO)
def receive(workspace: Workspace, portfolio_id: str, share: ShareRow) -> ReceivedShare:
    """Add a share that came in a file.

    A later one of the same assessment, signed by the same key, takes the place of the former: it may
    consent to a charter that changed. Raises NotFound, and InvalidInput for one of another portfolio or
    that came before.
    """
    portfolio, store = own_portfolio(workspace, portfolio_id), workspace.store.shares
    share = replace(share, project=None, version=0)  # no project here, and no row that is there
    _check_pool(portfolio)
    _check_dates(share, portfolio, workspace.now())
    if share.portfolio != portfolio.id:
        text = "This file was made for another portfolio. Ask the project to make one for this one."
        raise InvalidInput("file", "other_portfolio", text)
    rows = [listed.share for listed in store.of_portfolio(portfolio.id)]
    if any(row.id == share.id and row.withdrawn_at is not None for row in rows):
        text = "This share was taken back. What was taken back does not come in again."
        raise InvalidInput("file", "withdrawn", text)
    known = any(row.sender == share.sender for row in rows)
    former = [row for row in rows if share.id == row.id or share.assessment == row.assessment]
    if any(not _follows(share, row) for row in former):
        raise _sent()
    for row in former:
        store.withdraw(row.id)
        share = replace(share, group=row.group)
    try:
        return ReceivedShare(store.save(checked_share(share)), known)
    except StaleWrite:  # its id is taken, in whichever portfolio
        raise _sent() from None


def _follows(share: ShareRow, former: ShareRow) -> bool:
    is_later = share.id != former.id and share.consented_at > former.consented_at
    return is_later and bool(share.sender) and share.sender == former.sender


def _check_pool(portfolio: Portfolio) -> None:
    if portfolio.is_pool:
        text = "A pool without names takes no files: whoever gets one can read it. Send a link."
        raise InvalidInput("file", "pool", text)


def _check_dates(share: ShareRow, portfolio: Portfolio, now: datetime) -> None:
    """Raise InvalidInput for what is still to come: nobody consents to a charter before it is made."""
    latest = now + CLOCKS_APART
    closed_on = share.snapshot.assessment.closed_on if share.snapshot else date.min
    is_later = share.consented_at > latest or closed_on > latest.date()
    if is_later or share.charter_edition > portfolio.charter.edition:
        text = "This file speaks of what is still to come. Ask the project to look at its clock."
        raise InvalidInput("file", "future", text)


def _sent() -> InvalidInput:
    text = "This file, or another one of the same assessment, is here already."
    return InvalidInput("file", "sent", text)


@requires(Act.MANAGE_PORTFOLIO)
def let_go(workspace: Workspace, share_id: str) -> ShareRow:
    """Empty a share that came in a file, because its project asked. Raises NotFound."""
    share = workspace.store.shares.get(share_id)
    own_portfolio(workspace, share.portfolio)
    if share.project is not None:
        raise NotFound("share", share_id)  # its project withdraws it by itself
    return workspace.store.shares.withdraw(share_id)
