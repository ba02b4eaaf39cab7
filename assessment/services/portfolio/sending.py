"""Sending: a project chooses a closed assessment and how much of it is seen, and can take it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.access.acts import Act
from assessment.errors import LinkSpent, NotFound, NotPermitted
from assessment.invitations import Invitation
from assessment.portfolio.band import Band, of_others
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.flags import Flag, flags
from assessment.portfolio.share_files import ShareFile, share_file_of
from assessment.portfolio.shares import (
    ShareRead,
    ShareRow,
    checked_share,
)
from assessment.portfolio.snapshot import Snapshot
from assessment.respondents import token_hash
from assessment.services.context import Workspace, requires
from assessment.services.outcome import outcome_of
from assessment.services.portfolio.snapshots import Wish, snapshot_of


@dataclass(frozen=True)
class Preview:
    """What would be sent, as the funder will see it, and what the project should know first."""

    share: ShareRow
    snapshot: Snapshot  # that of the share
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
def send(workspace: Workspace, portfolio: Portfolio, wish: Wish, invitation: str) -> ShareRow:
    """Send what `preview` showed, with the token of the invitation to that portfolio.

    Raises what it raises, LinkSpent, and InvalidInput when it was sent already.
    """
    if find_portfolio(workspace, invitation).id != portfolio.id:
        raise NotFound("portfolio", portfolio.id)
    return workspace.store.shares.save(_preview(workspace, portfolio, wish).share)


@requires(Act.SHARE)
def make_share(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> ShareRow:
    """Return what `preview` showed, for a file; that the file was made is noted, not what is in it.

    Raises what `preview` raises.
    """
    made = _preview(workspace, portfolio, wish)
    workspace.store.share_files.save(share_file_of(portfolio, made.share, made.snapshot))
    return made.share


@requires(Act.SHARE, reads=True)
def files_of(workspace: Workspace, project_id: str) -> list[ShareFile]:
    """Return the files that were made of a project for portfolios elsewhere, the newest first."""
    return workspace.store.share_files.all(project_id)


@requires(Act.SHARE)
def note_asked_back(workspace: Workspace, share_file_id: str) -> ShareFile:
    """Note that the project asked a funder to let go of a file. Raises NotFound."""
    found = workspace.store.share_files.get(share_file_id)
    asked = found.asked_back_at or workspace.now()
    return workspace.store.share_files.save(replace(found, asked_back_at=asked))


@requires(Act.SHARE)
def consent_again(
    workspace: Workspace, share_id: str, consented_by: str, charter_edition: int
) -> ShareRow:
    """Consent for the same snapshot to the edition of the charter that was read.

    When the charter changed meanwhile, the share stays grey. Raises NotFound, InvalidInput.
    """
    share = _own(workspace, share_id)
    portfolio = workspace.store.portfolios.get(share.portfolio)
    renewed = replace(
        share,
        charter_edition=min(charter_edition, portfolio.charter.edition),
        consented_by=consented_by,
        consented_at=workspace.now(),
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
    editions = workspace.store.shares.editions(portfolio.id)
    if not (portfolio.is_pool and portfolio.gives_back and editions) or share.snapshot is None:
        return None
    seen, edition = _own_assessments(workspace, share), editions[-1]
    lines = []
    for criterion, own in sorted(share.snapshot.own.items()):
        of = edition.contributors.get(criterion, frozenset())
        is_in = share.assessment in of
        others = of_others(edition.bands[criterion], len(of & seen)) if is_in else None
        if others is not None:
            lines.append(FieldLine(criterion, own.level, others))
    return FieldBeside(edition.made_on, tuple(lines)) if lines else None


def _own_assessments(workspace: Workspace, share: ShareRow) -> set[str]:
    """Return the assessment of a share, and all others that whoever looks can see anyway."""
    store = workspace.opened_for_reading().store
    own = [project.id for project in store.projects.all()]
    found = {row.assessment for name in own for row in workspace.store.shares.of_project(name)}
    return (
        found | {one.id for name in own for one in store.assessments.all(name)} | {share.assessment}
    )


def _own(workspace: Workspace, share_id: str) -> ShareRow:
    """Return a share of a project that is in reach. Raises NotFound."""
    share = workspace.store.shares.get(share_id)
    if share.project is None:
        raise NotFound("share", share_id)
    workspace.store.projects.get(share.project)
    return share


def _asked(invitations: Sequence[Invitation]) -> dict[str, int]:
    """Return how many people of each role got a link of their own, where that is all of them."""
    by_role: dict[str, list[Invitation]] = {}
    for invitation in invitations:
        if not invitation.to_judge:
            by_role.setdefault(invitation.role, []).append(invitation)
    return {
        role: sum(one.max_respondents for one in some)
        for role, some in by_role.items()
        if not any(one.open_hash or one.in_pairs for one in some)
    }


def _preview(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> Preview:
    assessment = workspace.store.assessments.get(wish.assessment)
    if not assessment.is_closed:
        raise NotPermitted("share_open_assessment")
    project = workspace.store.projects.get(assessment.project)
    asked = _asked(workspace.store.invitations.all(assessment.id))
    snapshot = snapshot_of(outcome_of(workspace, assessment), project, wish, asked)
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
    return Preview(checked_share(share), snapshot, flags(snapshot, workspace.now().date()))
