"""Which projects, in which order: name, group or date alone."""

from assessment.services.context import Workspace
from tests.support.ui.portfolio import opened
from tests.support.ui.screens import OpenPage, headers


def test_there_is_an_order_by_name_group_or_date_and_no_other(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = opened(open_page, workspace, "overview")
    order = app.segmented_control(key="portfolio_order:en")
    assert order.options == ["Name", "Own group", "Date"]
    app.selectbox[0].select_index(1).run()
    assert not app.exception
    assert headers(app)
