"""What a server admin does, and what never reaches one."""

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.memberships import OrganisationKind
from assessment.errors import LastOne, NotPermitted
from assessment.services import project_list, projects
from assessment.services.access import server
from assessment.services.context import Workspace
from tests.support.access import a_login, add_account, add_member, an_office, at_work
from tests.support.builders import a_project


@pytest.fixture
def admin(workspace: Workspace) -> Workspace:
    """The workspace of a server admin at work."""
    return at_work(workspace, add_member(workspace.store, MembershipKind.SERVER_ADMIN, None))


def test_a_server_admin_sees_accounts_and_organisations_and_no_project(
    workspace: Workspace, admin: Workspace
) -> None:
    office = an_office(workspace)
    projects.create_project(office.workspace, a_project(id=""))

    lines = server.all_accounts(admin)

    assert [(line.is_admin, line.can_sign_in) for line in lines].count((True, True)) == 1
    assert [o.id for o in server.all_organisations(admin)] == ["ORG1"]
    assert admin.store.projects.all() == []
    with pytest.raises(NotPermitted):
        project_list.project_lines(admin)


def test_an_account_is_disabled_and_enabled(workspace: Workspace, admin: Workspace) -> None:
    add_account(workspace.store)
    workspace.store.access.logins.add(a_login())

    disabled = server.disable_account(admin, "U1")
    assert not disabled.is_enabled
    assert server.disable_account(admin, "U1").disabled_at == disabled.disabled_at
    assert server.enable_account(admin, "U1").is_enabled
    assert workspace.store.access.logins.of("U1") == []


def test_the_last_server_admin_disables_everybody_but_oneself(admin: Workspace) -> None:
    assert admin.access.account is not None
    with pytest.raises(LastOne):
        server.disable_account(admin, admin.access.account)


def test_all_logins_of_an_account_end(workspace: Workspace, admin: Workspace) -> None:
    add_account(workspace.store)
    workspace.store.access.logins.add(a_login())

    server.sign_out_account(admin, "U1")

    assert workspace.store.access.logins.of("U1") == []


def test_an_organisation_is_added(admin: Workspace) -> None:
    added = server.add_organisation(admin, " Fonds ", OrganisationKind.FUNDER)

    assert (added.name, added.kind) == ("Fonds", OrganisationKind.FUNDER)


def test_what_is_done_to_the_server_is_logged_also_from_the_command_line(
    workspace: Workspace, admin: Workspace
) -> None:
    add_account(workspace.store)
    server.sign_out_account(admin, "U1")
    server.sign_out_account(workspace, "U1")

    entries = server.server_log(admin)
    assert [(entry.detail, entry.thing, entry.account) for entry in entries] == [
        ("sign_out_account", "U1", None),
        ("sign_out_account", "U1", admin.access.account),
    ]


def test_asvs_16_2_1_what_was_typed_is_not_in_the_log(workspace: Workspace) -> None:
    admin = at_work(workspace, add_member(workspace.store, MembershipKind.SERVER_ADMIN, None))
    made = server.add_organisation(admin, "Samen sterk", OrganisationKind.PROJECT)

    (entry, *_) = server.server_log(admin)
    assert (entry.act, entry.thing) == ("manage_server", made.id)
