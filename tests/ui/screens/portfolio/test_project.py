"""One project: looking is noted, a look from outside stands beside it."""

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.ui.screens import OpenPage


def example(workspace: Workspace) -> str:
    return example_portfolio.add_example(workspace, translator("en")).id


def test_looking_at_a_project_is_noted_once_and_an_outside_look_stands_beside(
    open_page: OpenPage, workspace: Workspace
) -> None:
    portfolio = example(workspace)
    share = reading.view_of(workspace, portfolio).shares[0].share
    app = open_page("portfolio", portfolio=portfolio, part="project", share=share.id)
    app.text_input(key="look_role").input("collega")
    app.button(key="add_look").click().run()

    assert [r.what for r in workspace.store.shares.reads(share.id)] == ["view"]
    assert [look.role for look in reading.looks_at(workspace, share)] == ["collega"]
