"""People and memberships of the organisation that is open, its name, its log, and erasing it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.access.acts import Act
from assessment.access.links import AccountLink
from assessment.access.log import LoggedAct
from assessment.access.memberships import (
    Membership,
    Organisation,
    OrganisationKind,
    checked_organisation,
)
from assessment.errors import NotFound
from assessment.services.context import Workspace, requires

PAGE = 50  # entries of the log on one page


@dataclass(frozen=True)
class Member:
    """One membership with whose it is."""

    membership: Membership
    name: str
    address: str
    is_enabled: bool


@dataclass(frozen=True)
class Members:
    """The people of an organisation, and who was invited and did not come yet."""

    members: tuple[Member, ...]
    waiting: tuple[AccountLink, ...]


@requires(Act.MANAGE_MEMBERS, reads=True)
def members_of(workspace: Workspace) -> Members:
    """Return the people of the organisation that is open."""
    store, organisation = workspace.store.access, _opened(workspace)
    accounts = {account.id: account for account in store.accounts.all()}
    memberships = store.memberships.of_organisation(organisation)
    return Members(
        tuple(
            Member(m, account.name, account.address, account.is_enabled)
            for m in memberships
            if (account := accounts.get(m.account)) is not None
        ),
        tuple(store.links.waiting(organisation)),
    )


@requires(Act.MANAGE_MEMBERS)
def end_membership(workspace: Workspace, membership_id: str) -> None:
    """End a membership: open pages close at once. Raises LastOne for the last owner."""
    workspace.store.access.memberships.end(_opened(workspace), membership_id)


@requires(Act.MANAGE_MEMBERS)
def withdraw_link(workspace: Workspace, link_hash: str) -> None:
    """Withdraw an invitation to join that nobody used."""
    workspace.store.access.links.withdraw(_opened(workspace), link_hash)


def organisation_of(workspace: Workspace) -> Organisation:
    """Return the organisation that is open. Raises NotFound."""
    return workspace.store.access.organisations.get(_opened(workspace))


@requires(Act.MANAGE_ORGANISATION)
def rename_organisation(
    workspace: Workspace, organisation: Organisation, name: str, kind: OrganisationKind
) -> Organisation:
    """Change name and kind of the organisation that is open. Raises InvalidInput, StaleWrite."""
    changed = replace(organisation, id=_opened(workspace), name=name, kind=kind)
    return workspace.store.access.organisations.save(checked_organisation(changed))


@requires(Act.MANAGE_ORGANISATION)
def erase_organisation(workspace: Workspace) -> None:
    """Erase the organisation that is open, with projects, answers, memberships and log."""
    workspace.store.access.organisations.erase(_opened(workspace))


@requires(Act.READ_LOG)
def log_page(workspace: Workspace, *, act: str = "", start: int = 0) -> Sequence[LoggedAct]:
    """Return a page of the log of acts of the organisation, the newest first."""
    organisation = _opened(workspace)
    return workspace.store.access.log.page(organisation, act=act, start=start, most=PAGE)


def _opened(workspace: Workspace) -> str:
    if workspace.access.organisation is None:
        raise NotFound("organisation", "")
    return workspace.access.organisation
