"""In whose words a portfolio is shown."""

from streamlit.testing.v1 import AppTest

from assessment.services.context import Workspace
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.ui.screens import OpenPage, headers


def opened(open_page: OpenPage, workspace: Workspace, part: str) -> AppTest:
    made = example_portfolio.add_example(workspace, translator("en"))
    return open_page("portfolio", portfolio=made.id, part=part)


def test_criteria_stand_with_their_titles(open_page: OpenPage, workspace: Workspace) -> None:
    app = opened(open_page, workspace, "criterion")
    assert " · " in app.selectbox[-1].options[0]
    assert headers(app)
