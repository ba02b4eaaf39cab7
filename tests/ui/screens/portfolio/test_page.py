"""The funder's screens: an example in one click, all parts, what is read is noted, a lost right ends it."""

import pytest

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.portfolio.shares import a_portfolio, a_share
from tests.support.ui.portfolio import example
from tests.support.ui.screens import OpenPage, headers


@pytest.mark.parametrize("part", ["overview", "criterion", "project", "files", "charter"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_part_opens(
    open_page: OpenPage, workspace: Workspace, part: str, language: str
) -> None:
    app = open_page("portfolio", language=language, portfolio=example(workspace), part=part)

    assert app.title[0].value.endswith("mentoring in the region")


def test_a_pool_shows_no_project(open_page: OpenPage, workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio("", is_pool=True))
    for n in range(5):
        workspace.store.shares.save(a_share(f"S{n}", portfolio=made.id))
    app = open_page("portfolio", portfolio=made.id, part="project")  # a part that a pool has not

    assert "Project S1" not in str(app)
    app = open_page("portfolio", portfolio=made.id, part="charter")
    assert "Read in a share file" not in headers(app)
    assert not app.get("download_button")  # and no charter to send a file for


def test_an_address_of_nothing_says_so(open_page: OpenPage) -> None:
    assert open_page("portfolio", portfolio="nothing").warning
