"""The organisation that is open: its people, its name, its log."""

from collections.abc import Callable

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.memberships import LOCAL, OrganisationKind
from assessment.errors import InvalidInput, LastOne, NotFound
from assessment.services import projects
from assessment.services.access import joining, members
from assessment.services.context import Workspace
from tests.support.access import add_member, an_office
from tests.support.builders import a_project


def test_an_owner_sees_who_is_there_and_who_was_invited(workspace: Workspace) -> None:
    office = an_office(workspace)
    reader = add_member(workspace.store, MembershipKind.READER, "ORG1")
    add_member(workspace.store, MembershipKind.READER, "ORG1")
    new = joining.invite(office.workspace, MembershipKind.FACILITATOR)

    found = members.members_of(office.workspace)

    assert {member.membership.id for member in found.members} >= {office.owner.id, reader.id}
    assert [link.hash for link in found.waiting] == [new.link.hash]
    assert all(member.address and member.is_enabled for member in found.members)


def test_a_membership_ends_and_a_link_is_withdrawn(workspace: Workspace) -> None:
    office = an_office(workspace)
    reader = add_member(workspace.store, MembershipKind.READER, "ORG1")
    new = joining.invite(office.workspace, MembershipKind.FACILITATOR)

    members.end_membership(office.workspace, reader.id)
    members.withdraw_link(office.workspace, new.link.hash)

    found = members.members_of(office.workspace)
    assert ([m.membership for m in found.members], found.waiting) == ([office.owner], ())
    with pytest.raises(LastOne):
        members.end_membership(office.workspace, office.owner.id)


def test_nobody_ends_a_membership_or_link_of_another_organisation(workspace: Workspace) -> None:
    first, second = an_office(workspace), an_office(workspace, "ORG2")
    new = joining.invite(first.workspace, MembershipKind.READER)

    members.end_membership(second.workspace, first.owner.id)
    members.withdraw_link(second.workspace, new.link.hash)

    found = members.members_of(first.workspace)
    assert (len(found.members), len(found.waiting)) == (1, 1)


def test_an_organisation_is_renamed_by_its_owner(workspace: Workspace) -> None:
    office = an_office(workspace)
    current = members.organisation_of(office.workspace)

    changed = members.rename_organisation(
        office.workspace, current, "Anders", OrganisationKind.FUNDER
    )

    assert members.organisation_of(office.workspace) == changed
    with pytest.raises(InvalidInput):
        members.rename_organisation(office.workspace, changed, "", OrganisationKind.FUNDER)


def test_an_organisation_is_erased_by_its_owner(workspace: Workspace) -> None:
    office = an_office(workspace)
    projects.create_project(office.workspace, a_project(id=""))

    members.erase_organisation(office.workspace)

    assert workspace.store.projects.all() == []
    assert workspace.store.access.organisations.all() == []


def test_asvs_16_2_1_the_log_says_who_did_what_and_nothing_that_was_typed(
    workspace: Workspace,
) -> None:
    office = an_office(workspace)
    project = projects.create_project(office.workspace, a_project(id="", name="Geheime naam"))
    projects.erase_project(office.workspace, project.id)

    entries = members.log_page(office.workspace)

    assert [(entry.act, entry.thing, entry.account) for entry in entries] == [
        ("erase_project", project.id, office.owner.account),
        ("create_project", project.id, office.owner.account),
    ]
    assert "Geheime" not in str(entries)
    assert len(members.log_page(office.workspace, act="erase_project")) == 1


NEEDS_AN_ORGANISATION: list[Callable[[Workspace], object]] = [
    members.members_of,
    members.organisation_of,
    members.log_page,
    members.erase_organisation,
]


@pytest.mark.parametrize("service", NEEDS_AN_ORGANISATION)
def test_without_accounts_there_is_no_organisation(
    workspace: Workspace, service: Callable[[Workspace], object]
) -> None:
    assert workspace.access == LOCAL
    with pytest.raises(NotFound):
        service(workspace)
