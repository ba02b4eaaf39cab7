"""The organisation itself: renamed and erased by its owner."""

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from tests.support.ui.accounts import somebody


def test_an_organisation_is_renamed(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    app.text_input(key="org_name:1").set_value("Samen sterk").run()
    app.button(key="save_organisation").click().run()

    assert workspace.store.access.organisations.get("ORG1").name == "Samen sterk"


def test_an_organisation_is_erased_by_who_types_its_name(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    assert app.button(key="erase_org").disabled
    app.text_input(key="erase_organisation:ORG1").set_value("Organisatie ORG1").run()
    app.button(key="erase_org").click().run()

    assert workspace.store.access.organisations.all() == []
