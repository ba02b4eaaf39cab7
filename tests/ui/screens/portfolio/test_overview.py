"""The overview: the open core criteria come first."""

import pytest

from assessment.services.context import Workspace
from tests.support.ui.portfolio import opened
from tests.support.ui.screens import OpenPage, headers


def test_a_large_portfolio_is_shown_in_pages(
    open_page: OpenPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.portfolio.context.PAGE", 3)
    app = opened(open_page, workspace, "overview")
    assert app.number_input(key="portfolio_from").value == 1
    assert headers(app)[1] == "Where projects put themselves"  # below the open core criteria
