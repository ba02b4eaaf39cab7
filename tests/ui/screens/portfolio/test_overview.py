"""The overview: the open core criteria come first."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.context import Workspace
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.ui.screens import OpenPage, headers


def opened(open_page: OpenPage, workspace: Workspace, part: str) -> AppTest:
    made = example_portfolio.add_example(workspace, translator("en"))
    return open_page("portfolio", portfolio=made.id, part=part)


def test_a_large_portfolio_is_shown_in_pages(
    open_page: OpenPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.portfolio.overview.PAGE", 3)
    app = opened(open_page, workspace, "overview")
    assert app.number_input(key="portfolio_from").value == 1
    assert headers(app) == ["Where projects put themselves"]
