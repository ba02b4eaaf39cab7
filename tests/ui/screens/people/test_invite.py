"""Inviting somebody: the link is shown once."""

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from tests.support.builders import a_project
from tests.support.ui.accounts import read, somebody


def test_a_link_is_made_shown_and_taken_off_the_screen(workspace: Workspace) -> None:
    workspace.store.projects.save(a_project(name="Maatjes"))
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    app.selectbox(key="member_project:en").set_value("P1").run()
    app.button(key="make_link").click().run()

    assert "/account/join/" in app.code[0].value
    (link,) = workspace.store.access.links.waiting("ORG1")
    assert (link.kind, link.project) == (MembershipKind.COORDINATOR, "P1")
    app.button(key="forget_link").click().run()
    assert not app.code


def test_a_wrong_address_is_told(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    app.text_input(key="member_address").set_value("no address").run()
    app.button(key="make_link").click().run()

    assert "no e-mail address" in app.error[0].value
    assert "shown once" not in read(app)


def test_an_owner_is_of_the_whole_organisation(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    app.radio(key="member_kind:en").set_value(MembershipKind.OWNER).run()

    assert "member_project:en" not in {box.key for box in app.selectbox}
