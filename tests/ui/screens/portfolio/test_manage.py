"""The charter and its projects: what changes, who is grey, what is let go of."""

from dataclasses import replace

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.portfolio.shares import a_portfolio, a_share
from tests.support.ui.screens import OpenPage


def example(workspace: Workspace) -> str:
    return example_portfolio.add_example(workspace, translator("en")).id


def test_a_changed_charter_makes_shares_grey(open_page: OpenPage, workspace: Workspace) -> None:
    portfolio = example(workspace)
    app = open_page("portfolio", portfolio=portfolio, part="charter")
    app.text_area(key=f"charter_purpose:{portfolio}").input("Anders")
    app.button(key="change_charter").click().run()

    assert not any(s.counts for s in reading.view_of(workspace, portfolio).shares)
    assert any("grey" in m.value for m in app.markdown)
    app.button(key="invite_project").click().run()
    assert "shares?invitation=" in app.code[0].value
    app.button(key="erase_portfolio:ask").click().run()
    app.button(key="erase_portfolio:yes").click().run()
    assert reading.portfolios_of(workspace) == []


def test_a_group_is_kept_and_a_file_is_let_go_of(open_page: OpenPage, workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, replace(a_portfolio(""), name="Fonds"))
    workspace.store.shares.save(a_share("S1", portfolio=made.id, source="p", sender="ab" * 32))
    app = open_page("portfolio", portfolio=made.id, part="charter")
    app.text_input(key="group:S1:").input("Noord").run()
    assert workspace.store.shares.get("S1").group == "Noord"
    app.button(key="let_go:S1:ask").click().run()
    app.button(key="let_go:S1:yes").click().run()

    assert workspace.store.shares.get("S1").snapshot is None
    assert any("taken back" in c.value for c in app.caption)
