"""What a server admin does: accounts and organisations. No answers, no results, no names of projects."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.access.accounts import Account
from assessment.access.acts import Act, MembershipKind
from assessment.access.log import LoggedAct
from assessment.access.memberships import Organisation, OrganisationKind, checked_organisation
from assessment.services.context import Workspace, requires


@dataclass(frozen=True)
class AccountLine:
    """One account with whether it can sign in."""

    account: Account
    can_sign_in: bool
    is_admin: bool


@requires(Act.MANAGE_SERVER, reads=True)
def all_accounts(workspace: Workspace) -> list[AccountLine]:
    """Return all accounts by address."""
    accounts = workspace.store.access.accounts
    admins = {m.account for m in workspace.store.access.memberships.admins()}
    return [
        AccountLine(account, accounts.means(account.id).can_sign_in, account.id in admins)
        for account in accounts.all()
    ]


@requires(Act.MANAGE_SERVER)
def disable_account(workspace: Workspace, account_id: str) -> Account:
    """Let an account in no more; its logins end at once. Raises LastOne, NotFound."""
    accounts = workspace.store.access.accounts
    account = accounts.get(account_id)
    saved = accounts.save(replace(account, disabled_at=account.disabled_at or workspace.now()))
    workspace.store.access.logins.end_all(account_id)
    return saved


@requires(Act.MANAGE_SERVER)
def enable_account(workspace: Workspace, account_id: str) -> Account:
    """Let an account in again. Raises NotFound."""
    accounts = workspace.store.access.accounts
    return accounts.save(replace(accounts.get(account_id), disabled_at=None))


@requires(Act.MANAGE_SERVER)
def sign_out_account(workspace: Workspace, account_id: str) -> None:
    """End all logins of an account."""
    workspace.store.access.logins.end_all(account_id)


@requires(Act.MANAGE_SERVER, reads=True)
def all_organisations(workspace: Workspace) -> list[Organisation]:
    """Return all organisations by name."""
    return workspace.store.access.organisations.all()


@requires(Act.MANAGE_SERVER, reads=True)
def has_owner(workspace: Workspace, organisation_id: str) -> bool:
    """Return whether an organisation has an owner."""
    members = workspace.store.access.memberships.of_organisation(organisation_id)
    return any(m.kind is MembershipKind.OWNER for m in members)


@requires(Act.MANAGE_SERVER)
def add_organisation(workspace: Workspace, name: str, kind: OrganisationKind) -> Organisation:
    """Add an organisation; it has no people yet. Raises InvalidInput."""
    draft = Organisation(workspace.new_id(), name, kind, workspace.now())
    return workspace.store.access.organisations.save(checked_organisation(draft))


@requires(Act.MANAGE_SERVER, reads=True)
def server_log(workspace: Workspace, *, start: int = 0, most: int = 50) -> Sequence[LoggedAct]:
    """Return a page of what was done to the server, the newest first."""
    return workspace.store.access.log.page(None, start=start, most=most)
