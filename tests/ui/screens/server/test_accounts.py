"""Accounts of a server, on the screen."""

from dataclasses import replace

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from tests.support.access import an_organisation
from tests.support.ui.accounts import read, somebody


def test_an_account_is_disabled_enabled_signed_out_and_helped(workspace: Workspace) -> None:
    other = somebody(workspace, MembershipKind.OWNER)
    app = somebody(workspace, MembershipKind.SERVER_ADMIN, None).opens("server")
    app.button(key=f"out:{other.account}").click().run()
    assert workspace.store.access.logins.of(other.account) == []
    somebody(workspace, MembershipKind.OWNER)  # so that the other one is not the last
    app.button(key=f"off:{other.account}").click().run()
    assert not workspace.store.access.accounts.get(other.account).is_enabled
    assert "disabled" in read(app)
    app.button(key=f"on:{other.account}").click().run()
    assert workspace.store.access.accounts.get(other.account).is_enabled
    app.button(key=f"reset:{other.account}").click().run()
    assert "/account/join/" in app.code[0].value
    app.button(key="forget_server_link").click().run()
    assert not app.code


def test_another_server_admin_is_invited(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.SERVER_ADMIN, None).opens("server")
    app.button(key="admin_link").click().run()

    assert "/account/join/" in app.code[0].value


def test_no_two_buttons_read_alike(workspace: Workspace) -> None:
    for number in range(2):
        other = somebody(workspace, MembershipKind.OWNER)
        account = workspace.store.access.accounts.get(other.account)
        workspace.store.access.accounts.save(replace(account, name="Robin"))
        workspace.store.access.organisations.save(an_organisation(f"NEW{number}", name="Samen"))
    app = somebody(workspace, MembershipKind.SERVER_ADMIN, None).opens("server")

    labels = [button.label for button in app.button]
    assert len(labels) == len(set(labels))
    assert len([label for label in labels if "Robin · " in label]) == 6
    assert len([label for label in labels if "Samen · NEW" in label]) == 2
    named = [button for button in app.button if "Robin" in button.label or "NEW" in button.label]
    assert all(button.proto.wrap for button in named)  # a long name is read whole on a phone
