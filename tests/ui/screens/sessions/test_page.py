"""The sessions there are, and the way to a new one."""

from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, headers


def test_without_a_project_a_session_stands_on_its_own(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("sessions")

    assert app.title[0].value == "Group sessions"
    assert headers(app) == ["Sessions", "New session"]
    assert app.selectbox(key="sessions_project:en").value == ""
