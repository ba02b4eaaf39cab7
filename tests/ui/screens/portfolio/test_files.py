"""Files to take along: a board paper has a language, data have none."""

from streamlit.testing.v1 import AppTest

from assessment.services.context import Workspace
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.ui.screens import OpenPage, headers


def opened(open_page: OpenPage, workspace: Workspace, part: str) -> AppTest:
    made = example_portfolio.add_example(workspace, translator("en"))
    return open_page("portfolio", portfolio=made.id, part=part)


def test_a_paper_has_a_language_and_data_have_none(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = opened(open_page, workspace, "files")
    assert len(app.selectbox) == 2
    app.selectbox[0].set_value("csv").run()
    assert len(app.selectbox) == 1
    assert headers(app) == []
