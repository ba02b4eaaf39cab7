"""Organisations of a server, on the screen."""

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from tests.support.ui.accounts import somebody


def test_an_organisation_is_added_and_its_first_owner_invited(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.SERVER_ADMIN, None).opens("server")
    app.text_input(key="new_organisation").set_value("Fonds Noord").run()
    app.button(key="add_organisation").click().run()
    (made,) = workspace.store.access.organisations.all()
    app.button(key=f"owner:{made.id}").click().run()

    assert made.name == "Fonds Noord"
    assert "/account/join/" in app.code[0].value
    (link,) = workspace.store.access.links.waiting(made.id)
    assert link.kind is MembershipKind.OWNER
