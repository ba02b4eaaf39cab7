"""The list of people, and who was invited."""

from assessment.access.acts import MembershipKind
from assessment.services.access import joining
from assessment.services.context import Workspace
from tests.support.access import add_member, at_work
from tests.support.builders import NOW, a_project
from tests.support.ui.accounts import read, somebody


def test_a_membership_ends_after_a_second_question(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    other = somebody(workspace, MembershipKind.READER)
    (membership,) = workspace.store.access.memberships.of_account(other.account)
    app = owner.opens("people")
    app.button(key=f"end:{membership.id}:ask").click().run()
    assert "close for this person at once" in read(app)
    app.button(key=f"end:{membership.id}:yes").click().run()

    assert workspace.store.access.memberships.of_account(other.account) == []


def test_the_last_owner_stays_and_the_screen_says_why(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    (membership,) = workspace.store.access.memberships.of_account(owner.account)
    app = owner.opens("people")
    app.button(key=f"end:{membership.id}:ask").click().run()
    app.button(key=f"end:{membership.id}:yes").click().run()

    assert "nobody could go on" in app.error[0].value
    assert workspace.store.access.memberships.of_account(owner.account) == [membership]


def test_what_a_membership_is_limited_to_is_said(workspace: Workspace) -> None:
    workspace.store.projects.save(a_project(name="Maatjes"))
    owner = somebody(workspace, MembershipKind.OWNER)
    until = workspace.now().date()
    member = add_member(
        workspace.store, MembershipKind.COORDINATOR, "ORG1", project="P1", until=until
    )
    account = workspace.store.access.accounts.get(member.account)
    workspace.store.access.accounts.save(account.__class__(**{**vars(account), "disabled_at": NOW}))
    page = read(owner.opens("people"))

    assert "only Maatjes" in page
    assert f"until {until:%d-%m-%Y}" in page
    assert "cannot sign in" in page


def test_an_invitation_that_waits_can_be_withdrawn(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    (membership,) = workspace.store.access.memberships.of_account(owner.account)
    new = joining.invite(
        at_work(workspace, membership), MembershipKind.READER, address="new@example.org"
    )
    app = owner.opens("people")
    assert "Invited, and not here yet" in read(app)
    app.button(key=f"withdraw:{new.link.hash}").click().run()

    assert workspace.store.access.links.waiting("ORG1") == []
