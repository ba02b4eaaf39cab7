"""A picture with its words and its table."""

from assessment.services.context import Workspace
from tests.support.ui.portfolio import opened
from tests.support.ui.screens import OpenPage, headers


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


def test_what_is_read_alike_is_explained_once(open_page: OpenPage, workspace: Workspace) -> None:
    app = opened(open_page, workspace, "overview")
    shown = " ".join(str(html.proto.body) for html in app.get("html"))

    assert shown.count("n is the number of criteria") == 1
    assert "<p></p>" not in shown
