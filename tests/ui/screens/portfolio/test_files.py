"""Files to take along: a board paper has a language, data have none."""

from assessment.services.context import Workspace
from tests.support.ui.portfolio import opened
from tests.support.ui.screens import OpenPage, headers


def test_a_paper_has_a_language_and_data_have_none(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = opened(open_page, workspace, "files")
    assert len(app.selectbox) == 2
    app.selectbox[0].set_value("csv").run()
    assert len(app.selectbox) == 1
    assert headers(app) == []
