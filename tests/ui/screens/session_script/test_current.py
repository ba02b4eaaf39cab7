"""The session of the address, and what stands above its pages."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import OpenPage, links, shown


def test_an_address_of_nothing_says_so(open_page: OpenPage) -> None:
    app = open_page("session_review", session="gone")

    assert app.title[0].value == "There is nothing here (any more)"
    assert links(app) == ["To the sessions"]


def test_project_state_and_pages_stand_above(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    one = a_prepared_session(workspace, project=assessment.project)
    app = open_page("session_script", session=one.id)

    assert "Maatjes West · being prepared" in shown(app)
    assert links(app)[:3] == ["All sessions", "Prepare", "Review"]
