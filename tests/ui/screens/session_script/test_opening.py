"""Letting people in: after the keys, and then the control page leads."""

from assessment.services.context import Workspace
from assessment.services.session.preparing import new_keys, open_lobby
from assessment.session.states import SessionState
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import OpenPage, press, shown


def test_people_are_let_in_once_there_are_keys(open_page: OpenPage, workspace: Workspace) -> None:
    one = a_prepared_session(workspace)
    app = open_page("session_script", session=one.id)
    assert "Make the keys first." in shown(app)

    press(app, "make_keys")
    press(app, "let_in")
    ways = {part.proto.label: part.proto.url for part in app.get("link_button")}

    assert workspace.store.sessions.get(one.id).state is SessionState.LOBBY
    assert "/control/" in ways["To the control page"]
    assert "/screen/" in ways["Open the screen for the room"]


def test_without_the_keys_in_this_tab_it_asks_for_ones_own(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one, _ = new_keys(workspace, a_prepared_session(workspace))
    open_lobby(workspace, one)
    app = open_page("session_script", session=one.id)

    assert any("with your control key" in text.value for text in app.markdown)
    assert app.get("link_button") == []
