"""Links to join or to choose new ways in, and setting those up."""

from dataclasses import dataclass, replace
from datetime import date

from assessment.access.accounts import Account, SignInFactor, checked_account, checked_address
from assessment.access.acts import Act, MembershipKind
from assessment.access.links import JOIN_WITHIN, RESET_WITHIN, AccountLink, LinkPurpose
from assessment.access.log import LoggedAct
from assessment.access.logins import Login
from assessment.access.memberships import (
    Access,
    Membership,
    Organisation,
    OrganisationKind,
    check_membership,
    checked_organisation,
)
from assessment.errors import InvalidInput, LastOne, LinkSpent, NotPermitted
from assessment.respondents import token_hash
from assessment.services.access import mails
from assessment.services.access.sign_in import OpenedLogin, note, open_login
from assessment.services.context import Workspace, requires

TRIES = 30  # wrong addresses of links in a minute


@dataclass(frozen=True)
class NewAccountLink:
    """A link with its token, which is shown once."""

    link: AccountLink
    token: str


def first_admin_link(workspace: Workspace) -> NewAccountLink:
    """Return the address on which the first server admin begins. Raises LastOne if there is one.

    Asked again, it returns another address and the former one is dead.
    """
    store = workspace.store.access
    for membership in store.memberships.admins():
        if store.accounts.means(membership.account).can_sign_in:
            raise LastOne("free place for a first admin")
    return _new_link(workspace, LinkPurpose.FIRST_ADMIN)


@requires(Act.MANAGE_SERVER)
def reset_link(workspace: Workspace, account_id: str) -> NewAccountLink:
    """Return the address on which an account chooses new ways in. Raises NotFound."""
    workspace.store.access.accounts.get(account_id)
    return _new_link(workspace, LinkPurpose.RESET, account=account_id)


@requires(Act.MANAGE_SERVER)
def admin_link(workspace: Workspace, address: str = "") -> NewAccountLink:
    """Return the address on which another server admin joins. Raises InvalidInput."""
    kind = MembershipKind.SERVER_ADMIN
    return _new_link(workspace, LinkPurpose.JOIN, kind=kind, address=_optional(address))


@requires(Act.MANAGE_SERVER)
def owner_link(workspace: Workspace, organisation_id: str, address: str = "") -> NewAccountLink:
    """Return the address on which the owner of a new organisation joins. Raises NotFound.

    A server admin gives it for an organisation that has no owner; later ones are invited by its owners.
    """
    members = workspace.store.access.memberships.of_organisation(organisation_id)
    if any(m.kind is MembershipKind.OWNER for m in members):
        raise NotPermitted(Act.MANAGE_MEMBERS.value)
    organisation = workspace.store.access.organisations.get(organisation_id)
    return _new_link(
        workspace,
        LinkPurpose.JOIN,
        organisation=organisation.id,
        kind=MembershipKind.OWNER,
        address=_optional(address),
    )


@requires(Act.MANAGE_MEMBERS)
def invite(
    workspace: Workspace,
    kind: MembershipKind,
    *,
    project: str | None = None,
    session: str | None = None,
    until: date | None = None,
    address: str = "",
) -> NewAccountLink:
    """Return the address on which somebody joins the organisation that is open.

    Raises InvalidInput for a membership that there cannot be, NotFound for an unknown project or session.
    """
    organisation = workspace.access.organisation
    check_membership(kind, organisation, project, session)
    if project is not None:
        workspace.store.projects.get(project)
    if session is not None:
        workspace.store.sessions.get(session)
    return _new_link(
        workspace,
        LinkPurpose.JOIN,
        organisation=organisation,
        kind=kind,
        project=project,
        session=session,
        membership_until=until,
        address=_optional(address),
    )


def find_link(workspace: Workspace, token: str) -> AccountLink:
    """Return a link that still works; looking never spends it. Raises LinkSpent, TooOften."""
    link = workspace.store.access.links.find(token_hash(token))
    if link is None or not _maker_may(
        workspace, link
    ):  # who guesses makes nobody wait who has a link: none can be guessed
        workspace.store.rate_limits.count("account-links", TRIES)
        raise LinkSpent
    return link


def begin_account(
    workspace: Workspace,
    token: str,
    draft: Account,
    organisation_name: str = "",
    instead_of: Login | None = None,
) -> OpenedLogin:
    """Make the account of somebody who was invited, and spend the link.

    The login that comes back opens the pages to set up ways in. `organisation_name` is asked of a first admin, who owns that
    organisation. A login that it comes `instead_of` ends. Raises InvalidInput, LinkSpent, TooOften.
    """
    link = find_link(workspace, token)
    if link.purpose is LinkPurpose.RESET:
        raise LinkSpent
    account = checked_account(
        replace(draft, id=workspace.new_id(), created_at=workspace.now(), version=0)
    )
    organisation = _first_organisation(workspace, link, organisation_name)
    store = workspace.store.access
    if store.accounts.find(account.address) is not None:
        text = "You have an account already. Sign in first, then open this link again."
        raise InvalidInput("address", "taken", text)
    link = store.links.spend(token_hash(token))
    account = store.accounts.save(account)
    _join(workspace, link, account, organisation)
    return open_login(workspace, account, {SignInFactor.LINK}, "", instead_of)


def join(workspace: Workspace, token: str, account_id: str) -> AccountLink:
    """Join with an account that is signed in, and spend the link. Raises LinkSpent, TooOften."""
    link = find_link(workspace, token)
    if link.purpose is not LinkPurpose.JOIN:
        raise LinkSpent
    store = workspace.store.access
    _join(workspace, store.links.spend(token_hash(token)), store.accounts.get(account_id), None)
    return link


def begin_reset(workspace: Workspace, token: str, instead_of: Login | None = None) -> OpenedLogin:
    """Let somebody choose new ways in, and spend the link: the old ways and all logins end.

    So does a login that it comes `instead_of`, whose ever it was. Raises LinkSpent, TooOften.
    """
    link = find_link(workspace, token)
    if link.purpose is not LinkPurpose.RESET or link.account is None:
        raise LinkSpent
    store = workspace.store.access
    store.links.spend(token_hash(token))
    store.accounts.remove_ways_in(link.account)
    store.logins.end_all(link.account)
    for organisation in (None, *_organisations_of(workspace, link.account)):
        # owners see that a server admin let somebody in anew
        entry = LoggedAct(
            workspace.now(), link.account, organisation, "ways_in_reset", link.made_by or ""
        )
        store.log.add(entry)
    account = store.accounts.get(link.account)
    return open_login(workspace, account, {SignInFactor.LINK}, "", instead_of)


def _organisations_of(workspace: Workspace, account_id: str) -> list[str]:
    found = workspace.store.access.memberships.of_account(account_id)
    return sorted({m.organisation for m in found if m.organisation is not None})


def _new_link(workspace: Workspace, purpose: LinkPurpose, **fields: object) -> NewAccountLink:
    token = workspace.new_token()
    within = RESET_WITHIN if purpose is LinkPurpose.RESET else JOIN_WITHIN
    link = AccountLink(
        token_hash(token), purpose, workspace.now() + within, made_by=workspace.access.account
    )
    link = replace(link, **fields)  # type: ignore[arg-type]
    workspace.store.access.links.add(link, replaces=purpose is not LinkPurpose.JOIN)
    mails.post_link(workspace, link, token)
    return NewAccountLink(link, token)


def _maker_may(workspace: Workspace, link: AccountLink) -> bool:
    """Return whether who made a link may still make such a one; the command line always may."""
    if link.made_by is None:
        return True
    store = workspace.store.access
    if not any(
        account.id == link.made_by and account.is_enabled for account in store.accounts.all()
    ):
        return False
    memberships = tuple(store.memberships.of_account(link.made_by))
    access = Access(link.made_by, link.organisation, memberships)
    is_first_owner = link.organisation is None or link.kind is MembershipKind.OWNER
    return access.may(Act.MANAGE_MEMBERS) or (is_first_owner and access.may(Act.MANAGE_SERVER))


def _optional(address: str) -> str:
    return checked_address(address) if address.strip() else ""


def _first_organisation(workspace: Workspace, link: AccountLink, name: str) -> Organisation | None:
    """Return the organisation that a first admin names, not saved yet."""
    if link.purpose is not LinkPurpose.FIRST_ADMIN:
        return None
    kind = OrganisationKind.PROJECT
    return checked_organisation(Organisation(workspace.new_id(), name, kind, workspace.now()))


def _join(
    workspace: Workspace, link: AccountLink, account: Account, first: Organisation | None
) -> None:
    store = workspace.store.access
    given = [(link.organisation, link.kind)] if link.kind is not None else []
    if first is not None:
        store.organisations.save(first)
        given = [(None, MembershipKind.SERVER_ADMIN), (first.id, MembershipKind.OWNER)]
    for organisation, kind in given:
        store.memberships.add(
            Membership(
                workspace.new_id(),
                account.id,
                organisation,
                kind,
                link.project,
                link.membership_until,
                link.session,
            )
        )
    note(workspace, f"joined_by_{link.purpose.value}", account)
