"""The screen of the server: for server admins, who see no project."""

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from tests.support.builders import a_project
from tests.support.ui.accounts import read, somebody


def test_a_server_admin_lands_on_the_server_and_sees_no_project(workspace: Workspace) -> None:
    workspace.store.projects.save(a_project(name="Geheim project"))
    somebody(workspace, MembershipKind.OWNER)
    app = somebody(workspace, MembershipKind.SERVER_ADMIN, None).opens("home")

    assert "Server" in read(app)
    assert "Geheim project" not in read(app)


def test_an_owner_is_told_that_it_is_not_for_them(workspace: Workspace) -> None:
    page = read(somebody(workspace, MembershipKind.OWNER).opens("server"))

    assert "This is not yours to open" in page
