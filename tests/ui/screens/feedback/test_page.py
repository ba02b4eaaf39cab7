"""Telling those who answered: nothing before closing, and then by choice."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, downloads, hear, links


def test_before_closing_there_is_nothing_to_tell(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("feedback", assessment=assessment.id)
    assert app.title[0].value == "Tell those who answered"
    assert not app.toggle
    assert not downloads(app)
    assert "Look back" in links(app)


def test_after_closing_it_shows_what_they_would_read(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 2)
    app = open_page("feedback", assessment=assessment.id)
    assert downloads(app) == ["Download it as a page to hand out (PDF)"]
    assert [toggle.value for toggle in app.toggle] == [False]
