"""The portfolio of the example, for the tests of the funder's screens."""

from streamlit.testing.v1 import AppTest

from assessment.services.context import Workspace
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.ui.screens import OpenPage


def example(workspace: Workspace) -> str:
    """Add the example and return the id of its portfolio."""
    return example_portfolio.add_example(workspace, translator("en")).id


def opened(open_page: OpenPage, workspace: Workspace, part: str) -> AppTest:
    """Open a part of the portfolio of the example."""
    return open_page("portfolio", portfolio=example(workspace), part=part)
