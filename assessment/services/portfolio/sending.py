"""Sending: a project chooses a closed assessment and how much of it is seen, and can take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.access.acts import Act
from assessment.errors import LinkSpent, NotFound, NotPermitted
from assessment.portfolio.band import Band, of_others
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.flags import Flag, flags
from assessment.portfolio.shares import (
    ShareRead,
    ShareRow,
    checked_share,
)
from assessment.respondents import token_hash
from assessment.services.context import Workspace, requires
from assessment.services.outcome import outcome_of
from assessment.services.portfolio.snapshots import Wish, snapshot_of


@dataclass(frozen=True)
class Preview:
    """What would be sent, as the funder will see it, and what the project should know first."""

    share: ShareRow
    flags: tuple[Flag, ...]


@requires(Act.SHARE, reads=True)
def find_portfolio(workspace: Workspace, token: str) -> Portfolio:
    """Return the portfolio of an invitation. Raises LinkSpent for one that works no more."""
    invitation = workspace.store.portfolios.invitation(token_hash(token))
    if invitation is None:
        raise LinkSpent
    return workspace.store.portfolios.get(invitation.portfolio)


@requires(Act.SHARE, reads=True)
def preview(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> Preview:
    """Return what would be sent. Raises NotFound, InvalidInput, and NotPermitted while it is open."""
    return _preview(workspace, portfolio, wish)


@requires(Act.SHARE)
def send(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> ShareRow:
    """Send what `preview` showed. Raises what it raises, and InvalidInput when it was sent already."""
    return workspace.store.shares.save(_preview(workspace, portfolio, wish).share)


@requires(Act.SHARE)
def make_share(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> ShareRow:
    """Return what `preview` showed, for a file: it is kept nowhere here. Raises what it raises."""
    return _preview(workspace, portfolio, wish).share


@requires(Act.SHARE)
def consent_again(workspace: Workspace, share_id: str, consented_by: str) -> ShareRow:
    """Consent to the charter as it is now, for the same snapshot. Raises NotFound, InvalidInput."""
    share = _own(workspace, share_id)
    portfolio = workspace.store.portfolios.get(share.portfolio)
    renewed = ShareRow(
        **{
            **vars(share),
            "charter_edition": portfolio.charter.edition,
            "consented_by": consented_by,
            "consented_at": workspace.now(),
        }
    )
    return workspace.store.shares.save(checked_share(renewed))


@requires(Act.SHARE)
def withdraw(workspace: Workspace, share_id: str) -> ShareRow:
    """Take a share back: its content is gone everywhere at once. Withdrawing twice is no error."""
    return workspace.store.shares.withdraw(_own(workspace, share_id).id)


@dataclass(frozen=True)
class SentShare:
    """One share of a project with where it is and who looked at it."""

    share: ShareRow
    portfolio: Portfolio
    reads: Sequence[ShareRead]
    needs_consent: bool  # the charter changed since


@requires(Act.SHARE, reads=True)
def shares_of(workspace: Workspace, project_id: str) -> list[SentShare]:
    """Return what a project sent, the newest first. Raises NotFound."""
    store = workspace.store
    store.projects.get(project_id)
    found = []
    for share in store.shares.of_project(project_id):
        portfolio = store.portfolios.get(share.portfolio)
        is_old = share.charter_edition != portfolio.charter.edition
        reads = store.shares.reads(share.id)
        found.append(SentShare(share, portfolio, reads, share.snapshot is not None and is_old))
    return found


@dataclass(frozen=True)
class FieldLine:
    """One criterion of a project beside the others of its pool."""

    criterion: str
    own: float
    others: Band


@dataclass(frozen=True)
class FieldBeside:
    """The field of a pool beside the own levels of one project in it, as it was made at a date."""

    made_on: date
    lines: tuple[FieldLine, ...]


@requires(Act.SHARE, reads=True)
def field_beside(workspace: Workspace, share_id: str) -> FieldBeside | None:
    """Return the field beside a share of one's own, None where a pool gives none back (yet).

    Raises NotFound.
    """
    share = _own(workspace, share_id)
    portfolio = workspace.store.portfolios.get(share.portfolio)
    edition = workspace.store.shares.last_edition(portfolio.id)
    if not (portfolio.is_pool and portfolio.gives_back) or share.snapshot is None:
        return None
    if edition is None or share.id not in edition.shares:
        return None
    lines = tuple(
        FieldLine(criterion, own.level, others)
        for criterion, own in sorted(share.snapshot.own.items())
        if criterion in edition.bands and (others := of_others(edition.bands[criterion]))
    )
    return FieldBeside(edition.made_on, lines) if lines else None


def _own(workspace: Workspace, share_id: str) -> ShareRow:
    """Return a share of a project that is in reach. Raises NotFound."""
    share = workspace.store.shares.get(share_id)
    if share.project is None:
        raise NotFound("share", share_id)
    workspace.store.projects.get(share.project)
    return share


def _preview(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> Preview:
    assessment = workspace.store.assessments.get(wish.assessment)
    if not assessment.is_closed:
        raise NotPermitted("share_open_assessment")
    project = workspace.store.projects.get(assessment.project)
    snapshot = snapshot_of(outcome_of(workspace, assessment), project, wish)
    share = ShareRow(
        id=workspace.new_id(),
        portfolio=portfolio.id,
        project=project.id,
        assessment=assessment.id,
        alias=wish.alias or project.name,
        group="",
        charter_edition=portfolio.charter.edition,
        consented_by=wish.consented_by,
        consented_at=workspace.now(),
        snapshot=snapshot,
    )
    return Preview(checked_share(share), flags(snapshot, workspace.now().date()))
