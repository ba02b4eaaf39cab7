"""The list of people, and who was invited."""

from dataclasses import replace

from assessment.access.acts import MembershipKind
from assessment.services.access import joining
from assessment.services.context import Workspace
from tests.support.access import add_member, at_work
from tests.support.builders import NOW, a_project
from tests.support.session.staff import a_prepared_session
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
    page = read(owner.opens("people")).replace("\\", "")  # as Markdown shows it

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


def test_of_which_session_somebody_is_alone_is_said(workspace: Workspace) -> None:
    one = a_prepared_session(workspace, name="Avond *één*")
    owner = somebody(workspace, MembershipKind.OWNER)
    kind = MembershipKind.FACILITATOR
    add_member(workspace.store, kind, "ORG1", session=one.id)
    (membership,) = workspace.store.access.memberships.of_account(owner.account)
    joining.invite(at_work(workspace, membership), kind, session=one.id)
    page = read(owner.opens("people"))

    assert "\nFacilitator · only session Avond \\*één\\*" in page
    assert "**1 · Facilitator · only session Avond \\*één\\***" in page


def test_no_two_buttons_read_alike(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    (membership,) = workspace.store.access.memberships.of_account(owner.account)
    others = [somebody(workspace, kind) for kind in (MembershipKind.READER, MembershipKind.OWNER)]
    for other in others:
        account = workspace.store.access.accounts.get(other.account)
        workspace.store.access.accounts.save(replace(account, name="Robin"))
        joining.invite(at_work(workspace, membership), MembershipKind.READER)
    app = owner.opens("people")
    for other in others:
        (theirs,) = workspace.store.access.memberships.of_account(other.account)
        app.button(key=f"end:{theirs.id}:ask").click().run()

    labels = [button.label for button in app.button]
    assert len(labels) == len(set(labels))
    named = [button for button in app.button if "Robin · " in button.label]
    assert len(named) == 4
    assert all(button.proto.wrap for button in named)  # a long name is read whole on a phone
    assert {"Withdraw link 1", "Withdraw link 2"} <= set(labels)
