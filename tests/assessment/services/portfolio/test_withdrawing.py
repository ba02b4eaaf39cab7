"""What was taken back or is grey is gone at once, also for who has its page open."""

from collections.abc import Callable

import pytest

from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.portfolio.shares import a_charter, a_look, a_portfolio, a_share


def taken_back(workspace: Workspace, _portfolio: str) -> None:
    workspace.store.shares.withdraw("S1")


def another_charter(workspace: Workspace, portfolio: str) -> None:
    reading.change_charter(workspace, portfolio, a_charter(readers="Ook het bestuur"))


@pytest.mark.parametrize("change", [taken_back, another_charter])
def test_an_open_page_gives_no_file_of_what_is_gone(
    workspace: Workspace, change: Callable[[Workspace, str], None]
) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    workspace.store.shares.save(a_share("S1", portfolio=made.id))
    (on_page,) = reading.view_of(workspace, made.id).shares
    assert reading.take_along(workspace, on_page.share, "pdf").snapshot == on_page.snapshot
    change(workspace, made.id)

    with pytest.raises(NotFound):
        reading.take_along(workspace, on_page.share, "pdf")
    assert [read.what for read in workspace.store.shares.reads("S1")] == ["pdf"]


def test_nothing_is_written_beside_what_was_taken_back(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    share = workspace.store.shares.save(a_share("S1", portfolio=made.id))
    workspace.store.shares.withdraw("S1")

    with pytest.raises(NotFound):
        reading.put_in_group(workspace, share, "Het project van mevrouw De Vries")
    with pytest.raises(NotFound):
        reading.save_look(workspace, a_look(""))
