"""Accounts, organisations and memberships to test with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from typing import Any

from assessment.access.accounts import Account, Passkey, SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.logins import Login
from assessment.access.memberships import Access, Membership, Organisation, OrganisationKind
from assessment.respondents import token_hash
from assessment.services.access.sign_in import opened_workspace
from assessment.services.context import Workspace
from assessment.store import Store
from tests.support.builders import NOW

_NUMBERS: Iterator[int] = count(1)


def an_account(id: str = "U1", **fields: Any) -> Account:  # noqa: A002 (the field's own name)
    return replace(Account(id, f"{id.lower()}@example.org", f"Account {id}", "nl", NOW), **fields)


def an_organisation(id: str = "ORG1", **fields: Any) -> Organisation:  # noqa: A002
    return replace(Organisation(id, f"Organisatie {id}", OrganisationKind.PROJECT, NOW), **fields)


def a_passkey(account: str = "U1", **fields: Any) -> Passkey:
    return replace(Passkey(f"key-{account}", account, "public", "telefoon", NOW), **fields)


def a_login(account: str = "U1", **fields: Any) -> Login:
    login = Login(
        id=f"login-{account}",
        account=account,
        token_hash=token_hash(f"token of {account}"),
        factors=(SignInFactor.PASSKEY,),
        started_at=NOW,
        seen_at=NOW,
        ends_at=NOW + timedelta(days=30),
        label="Firefox",
    )
    return replace(login, **fields)


def add_account(store: Store, id: str = "U1", **fields: Any) -> Account:  # noqa: A002
    """Add an account that can sign in with a passkey."""
    account = store.access.accounts.save(an_account(id, **fields))
    store.access.accounts.add_passkey(a_passkey(id))
    return account


def add_member(
    store: Store, kind: MembershipKind, organisation: str | None, **fields: Any
) -> Membership:
    """Add an account with one membership."""
    name = f"V{next(_NUMBERS)}"
    add_account(store, name)
    membership = Membership(f"M-{name}", name, organisation, kind, **fields)
    store.access.memberships.add(membership)
    return membership


def at_work(workspace: Workspace, *memberships: Membership) -> Workspace:
    """Return the workspace of the account that has these memberships, in the first one's organisation."""
    first = memberships[0]
    access = Access(first.account, first.organisation, memberships)
    return opened_workspace(workspace, access)


@dataclass(frozen=True)
class Office:
    """An organisation with an owner at work."""

    organisation: Organisation
    owner: Membership
    workspace: Workspace


def an_office(workspace: Workspace, id: str = "ORG1") -> Office:  # noqa: A002
    organisation = workspace.store.access.organisations.save(an_organisation(id))
    owner = add_member(workspace.store, MembershipKind.OWNER, organisation.id)
    return Office(organisation, owner, at_work(workspace, owner))
