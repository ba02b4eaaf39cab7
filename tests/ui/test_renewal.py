"""What a page held on to is worth nothing once its membership, login or project ended."""

import time
from dataclasses import replace

import pytest

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import LOCAL, Access
from assessment.errors import NotPermitted
from assessment.services.access import members, sign_in
from assessment.services.context import Workspace
from assessment.services.projects import create_project
from tests.support.access import Office, add_account, add_member, an_office
from tests.support.builders import a_project
from tests.support.ui.accounts import somebody
from ui.renewal import HOLDS_FOR, AccessRenewal

AT_ONCE = iter(range(0, 10**6, 100)).__next__  # nothing holds


@pytest.fixture
def office(workspace: Workspace) -> Office:
    return an_office(workspace)


def renewal(workspace: Workspace, account: str, organisation: str | None = "ORG1") -> AccessRenewal:
    opened = sign_in.open_login(
        workspace, workspace.store.access.accounts.get(account), {SignInFactor.PASSKEY}, ""
    )
    memberships = tuple(workspace.store.access.memberships.of_account(account))
    access = Access(account, organisation, memberships)
    return AccessRenewal(workspace, opened.login.id, access, AT_ONCE)


def test_who_stays_goes_on(workspace: Workspace, office: Office) -> None:
    renew = renewal(workspace, office.owner.account)

    assert renew().memberships == (office.owner,)
    assert renew.holding(lambda: "file")() == "file"


def test_asvs_8_3_2_a_button_drawn_before_a_membership_ended_does_nothing(
    workspace: Workspace,
) -> None:
    owner = an_office(workspace)
    other = add_member(workspace.store, MembershipKind.COORDINATOR, "ORG1")
    renew = renewal(workspace, other.account)
    members.end_membership(owner.workspace, other.id)

    with pytest.raises(NotPermitted):
        renew()


def test_asvs_8_3_2_a_file_asked_for_before_a_membership_changed_is_not_made(
    workspace: Workspace, office: Office
) -> None:
    other = add_member(workspace.store, MembershipKind.COORDINATOR, "ORG1")
    make = renewal(workspace, other.account).holding(lambda: "file")
    members.end_membership(office.workspace, other.id)

    with pytest.raises(NotPermitted):
        make()


def test_what_was_begun_in_one_organisation_never_ends_up_in_another(
    workspace: Workspace, office: Office
) -> None:
    an_office(workspace, "ORG2")
    other = add_member(workspace.store, MembershipKind.OWNER, "ORG1")
    workspace.store.access.memberships.add(
        type(other)("M-2", other.account, "ORG2", MembershipKind.OWNER)
    )
    renew = renewal(workspace, other.account)
    members.end_membership(office.workspace, other.id)

    with pytest.raises(NotPermitted):
        renew()


def test_a_page_that_was_open_without_accounts_ends_with_the_first_one(
    workspace: Workspace,
) -> None:
    renew = AccessRenewal(workspace, "", LOCAL, AT_ONCE)
    assert renew() == LOCAL
    add_account(workspace.store)

    with pytest.raises(NotPermitted):
        renew()


def test_a_service_asks_who_is_at_work_anew(workspace: Workspace, office: Office) -> None:
    other = add_member(workspace.store, MembershipKind.COORDINATOR, "ORG1")
    renew = renewal(workspace, other.account)
    at = replace(sign_in.opened_workspace(workspace, renew()), renew=renew)
    create_project(at, a_project(id="", name="before"))
    members.end_membership(office.workspace, other.id)

    with pytest.raises(NotPermitted):
        create_project(at, a_project(id="", name="after"))
    assert [found.name for found in workspace.store.projects.all()] == ["before"]


def test_asvs_8_3_2_an_open_page_of_who_was_removed_changes_nothing(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    second, _third = (somebody(workspace, MembershipKind.OWNER) for _ in range(2))
    app = owner.opens("people")
    (theirs,) = workspace.store.access.memberships.of_account(second.account)
    app.button(key=f"end:{theirs.id}:ask").click().run()
    (mine,) = workspace.store.access.memberships.of_account(owner.account)
    workspace.store.access.memberships.end("ORG1", mine.id)
    time.sleep(HOLDS_FOR)
    app.button(key=f"end:{theirs.id}:yes").click().run()

    assert workspace.store.access.memberships.of_account(second.account) == [theirs]
