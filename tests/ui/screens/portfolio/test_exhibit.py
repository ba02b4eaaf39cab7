"""A picture with its words and its table."""

from streamlit.testing.v1 import AppTest

from assessment.services.context import Workspace
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.ui.screens import OpenPage, headers


def opened(open_page: OpenPage, workspace: Workspace, part: str) -> AppTest:
    made = example_portfolio.add_example(workspace, translator("en"))
    return open_page("portfolio", portfolio=made.id, part=part)


def test_every_picture_can_be_read_as_a_table(open_page: OpenPage, workspace: Workspace) -> None:
    app = opened(open_page, workspace, "overview")
    shown = " ".join(str(html.proto.body) for html in app.get("html"))
    assert (
        shown.count("ms-picture ms-narrow")
        == shown.count("ms-picture ms-wide")
        == shown.count("As a table")
        > 0
    )
    assert headers(app)
