"""Accounts of a server, on the screen."""

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
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
