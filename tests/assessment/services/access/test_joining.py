"""Links to join and to begin anew."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assessment.access.accounts import Account, SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.links import LinkPurpose
from assessment.errors import InvalidInput, LastOne, LinkSpent, NotFound, NotPermitted, TooOften
from assessment.services.access import joining, own_account
from assessment.services.context import Workspace
from tests.support.access import a_passkey, add_account, add_member, an_account, an_office, at_work
from tests.support.builders import NOW, Clock, a_project

NEW = an_account("", address="new@example.org")


def admin_at_work(workspace: Workspace) -> Workspace:
    return at_work(workspace, add_member(workspace.store, MembershipKind.SERVER_ADMIN, None))


def set_up(workspace: Workspace, account: Account) -> None:
    workspace.store.access.accounts.add_passkey(a_passkey(account.id))


def test_the_first_admin_owns_the_first_organisation_with_the_projects_that_were_there(
    workspace: Workspace,
) -> None:
    workspace.store.projects.save(a_project())
    new = joining.first_admin_link(workspace)

    opened = joining.begin_account(workspace, new.token, NEW, "Samen sterk")

    store = workspace.store.access
    memberships = store.memberships.of_account(opened.login.account)
    assert {m.kind for m in memberships} == {MembershipKind.OWNER, MembershipKind.SERVER_ADMIN}
    assert [o.name for o in store.organisations.all()] == ["Samen sterk"]
    assert [p.id for p in at_work(workspace, memberships[0]).store.projects.all()] == ["P1"]
    assert opened.login.factors == (SignInFactor.LINK,)


def test_asked_twice_the_first_admin_has_one_address_and_it_works_until_somebody_came_in(
    workspace: Workspace,
) -> None:
    first, second = joining.first_admin_link(workspace), joining.first_admin_link(workspace)

    with pytest.raises(LinkSpent):
        joining.begin_account(workspace, first.token, NEW, "Samen")
    opened = joining.begin_account(workspace, second.token, NEW, "Samen")
    joining.first_admin_link(workspace)  # who never finished does not lock everybody out
    set_up(workspace, workspace.store.access.accounts.get(opened.login.account))
    with pytest.raises(LastOne):
        joining.first_admin_link(workspace)


def test_somebody_joins_with_the_membership_that_was_given(workspace: Workspace) -> None:
    office = an_office(workspace)
    project = office.workspace.store.projects.save(a_project())
    kind = MembershipKind.COORDINATOR
    new = joining.invite(
        office.workspace, kind, project=project.id, until=NOW.date(), address="New@example.org"
    )

    assert joining.find_link(workspace, new.token).address == "new@example.org"
    opened = joining.begin_account(workspace, new.token, NEW)

    (membership,) = workspace.store.access.memberships.of_account(opened.login.account)
    assert (membership.kind, membership.project, membership.until) == (kind, "P1", NOW.date())
    with pytest.raises(LinkSpent):
        joining.begin_account(workspace, new.token, an_account(""))


def test_asvs_6_4_1_looking_at_a_link_spends_nothing(workspace: Workspace) -> None:
    office = an_office(workspace)
    new = joining.invite(office.workspace, MembershipKind.READER)

    for _ in range(5):  # as the scanner of a mail server does
        joining.find_link(workspace, new.token)

    assert joining.begin_account(workspace, new.token, NEW).login


def test_who_has_an_account_joins_with_it(workspace: Workspace) -> None:
    office = an_office(workspace)
    add_account(workspace.store)
    new = joining.invite(office.workspace, MembershipKind.FACILITATOR)

    with pytest.raises(InvalidInput, match="Sign in first"):
        joining.begin_account(workspace, new.token, an_account("", address="u1@example.org"))
    joining.join(workspace, new.token, "U1")

    (membership,) = workspace.store.access.memberships.of_account("U1")
    assert membership.kind is MembershipKind.FACILITATOR
    with pytest.raises(LinkSpent):
        joining.join(workspace, new.token, "U1")


@pytest.mark.parametrize(
    "fields", [{"project": "P9"}, {"address": "no address"}, {"kind": MembershipKind.SERVER_ADMIN}]
)
def test_an_invitation_that_cannot_be_is_refused(
    workspace: Workspace, fields: dict[str, str]
) -> None:
    office = an_office(workspace)
    kind = MembershipKind(fields.pop("kind", MembershipKind.READER))

    with pytest.raises((InvalidInput, NotFound)):
        joining.invite(office.workspace, kind, **fields)


def test_nobody_invites_to_a_project_of_another_organisation(workspace: Workspace) -> None:
    first, second = an_office(workspace), an_office(workspace, "ORG2")
    first.workspace.store.projects.save(a_project())

    with pytest.raises(NotFound):
        joining.invite(second.workspace, MembershipKind.READER, project="P1")


def test_a_server_admin_gives_an_organisation_its_first_owner_and_no_other(
    workspace: Workspace,
) -> None:
    office, admin = an_office(workspace), admin_at_work(workspace)
    new = joining.admin_link(admin)
    assert joining.begin_account(workspace, new.token, NEW).login
    with pytest.raises(NotPermitted):
        joining.owner_link(admin, office.organisation.id)
    with pytest.raises(NotFound):
        joining.owner_link(admin, "ORG9")


def test_an_organisation_without_owner_gets_one(workspace: Workspace) -> None:
    an_office(workspace)
    admin = admin_at_work(workspace)
    second = an_office(workspace, "ORG2")
    member = second.owner
    add_account(workspace.store)
    workspace.store.access.accounts.remove_ways_in(member.account)
    workspace.store.access.organisations.erase("ORG2")
    empty = workspace.store.access.organisations.save(
        second.organisation.__class__("ORG3", "Leeg", second.organisation.kind, NOW)
    )

    new = joining.owner_link(admin, empty.id, "owner@example.org")
    joining.join(workspace, new.token, "U1")

    (owner,) = workspace.store.access.memberships.of_organisation("ORG3")
    assert owner.kind is MembershipKind.OWNER


def test_asvs_6_5_5_new_ways_in_are_chosen_within_ten_minutes_and_once(
    workspace: Workspace, clock: Clock
) -> None:
    add_account(workspace.store)
    admin = admin_at_work(workspace)
    late, new = (joining.reset_link(admin, "U1") for _ in range(2))
    with pytest.raises(LinkSpent):  # the second one replaces the first
        joining.begin_reset(workspace, late.token)

    opened = joining.begin_reset(workspace, new.token)

    assert not workspace.store.access.accounts.means("U1").can_sign_in
    own_account.add_passkey(workspace, opened.login, a_passkey(credential_id="new"))
    finished = own_account.finish(workspace, opened.login, SignInFactor.PASSKEY)
    assert finished.login.is_complete
    with pytest.raises(LinkSpent):
        joining.begin_reset(workspace, new.token)
    third = joining.reset_link(admin, "U1")
    clock.forward(minutes=10)
    with pytest.raises(LinkSpent):
        joining.begin_reset(workspace, third.token)


def test_a_link_does_only_what_it_is_for(workspace: Workspace) -> None:
    office, admin = an_office(workspace), admin_at_work(workspace)
    add_account(workspace.store)
    reset = joining.reset_link(admin, "U1")
    invitation = joining.invite(office.workspace, MembershipKind.READER)

    assert reset.link.purpose is LinkPurpose.RESET
    wrong: list[Callable[[], object]] = [
        lambda: joining.begin_account(workspace, reset.token, NEW),
        lambda: joining.join(workspace, reset.token, "U1"),
        lambda: joining.begin_reset(workspace, invitation.token),
    ]
    for use in wrong:
        with pytest.raises(LinkSpent):
            use()


def test_addresses_of_links_cannot_be_guessed_at_speed(workspace: Workspace) -> None:
    for _ in range(joining.TRIES):
        with pytest.raises(LinkSpent):
            joining.find_link(workspace, "guess")

    with pytest.raises(TooOften):
        joining.find_link(workspace, "guess")


def test_asvs_6_3_1_who_guesses_links_makes_nobody_wait_who_has_one(workspace: Workspace) -> None:
    link = joining.invite(an_office(workspace).workspace, MembershipKind.READER)
    for number in range(joining.TRIES + 5):
        with pytest.raises((LinkSpent, TooOften)):
            joining.find_link(workspace, f"wrong {number}")

    assert joining.find_link(workspace, link.token) == link.link


@pytest.mark.parametrize("how", ["membership", "disabled", "erased"])
def test_a_link_of_who_was_removed_works_no_more(workspace: Workspace, how: str) -> None:
    office = an_office(workspace)
    other = add_member(workspace.store, MembershipKind.OWNER, "ORG1")
    link = joining.invite(at_work(workspace, other), MembershipKind.OWNER)
    store = workspace.store.access
    if how == "membership":
        store.memberships.end("ORG1", other.id)
    elif how == "disabled":
        store.accounts.save(replace(store.accounts.get(other.account), disabled_at=NOW))
    else:
        store.accounts.erase(other.account)

    with pytest.raises(LinkSpent):
        joining.find_link(workspace, link.token)
    own = joining.invite(office.workspace, MembershipKind.READER)
    assert joining.find_link(workspace, own.token) == own.link


def test_owners_see_that_somebody_was_let_in_anew_by_who_runs_the_server(
    workspace: Workspace,
) -> None:
    office, admin = an_office(workspace), admin_at_work(workspace)
    joining.begin_reset(workspace, joining.reset_link(admin, office.owner.account).token)

    (entry, *_) = workspace.store.access.log.page("ORG1")
    made_by = admin.access.account
    assert (entry.act, entry.account, entry.thing) == (
        "ways_in_reset",
        office.owner.account,
        made_by,
    )
