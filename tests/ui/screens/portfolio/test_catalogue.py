"""In whose words a portfolio is shown."""

from assessment.services.context import Workspace
from tests.support.ui.portfolio import opened
from tests.support.ui.screens import OpenPage, headers


def test_criteria_stand_with_their_titles(open_page: OpenPage, workspace: Workspace) -> None:
    app = opened(open_page, workspace, "criterion")
    assert " · " in app.selectbox[-1].options[0]
    assert headers(app)
