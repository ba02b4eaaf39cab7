"""One criterion: what to talk about stands below the dots."""

from streamlit.testing.v1 import AppTest

from assessment.services.context import Workspace
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.ui.screens import OpenPage, headers


def opened(open_page: OpenPage, workspace: Workspace, part: str) -> AppTest:
    made = example_portfolio.add_example(workspace, translator("en"))
    return open_page("portfolio", portfolio=made.id, part=part)


def test_questions_and_own_words_stand_below(open_page: OpenPage, workspace: Workspace) -> None:
    app = opened(open_page, workspace, "criterion")
    assert headers(app) == ["To talk about", "What projects wrote themselves"]
