"""The funder's screens: an example in one click, all parts, what is read is noted, a lost right ends it."""

from dataclasses import replace

import pytest

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from locales import translator
from tests.support.portfolios import a_portfolio, a_share
from tests.support.ui.screens import OpenPage, headers


def example(workspace: Workspace) -> str:
    return example_portfolio.add_example(workspace, translator("en")).id


def test_an_empty_page_has_an_example_in_one_click(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("portfolio")
    app.button(key="example_portfolio").click().run()

    assert not app.exception
    assert [p.is_example for p in reading.portfolios_of(workspace)] == [True]
    assert app.title[0].value.endswith("mentoring in the region")


@pytest.mark.parametrize("part", ["overview", "criterion", "project", "files", "charter"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_part_opens(
    open_page: OpenPage, workspace: Workspace, part: str, language: str
) -> None:
    app = open_page("portfolio", language=language, portfolio=example(workspace), part=part)

    assert app.title[0].value.endswith("mentoring in the region")


def test_a_new_portfolio_promises_first(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("portfolio")
    app.text_input(key="portfolio_name").input("Fonds")
    app.text_area(key="charter_purpose:new").input("Leren")
    app.text_area(key="charter_readers:new").input("Adviseurs")
    app.button(key="make_portfolio").click().run()
    assert app.error
    assert reading.portfolios_of(workspace) == []
    app.checkbox(key="charter_promise:new").check()
    app.button(key="make_portfolio").click().run()

    assert [p.name for p in reading.portfolios_of(workspace)] == ["Fonds"]
    assert "Who shared" in headers(app)


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


def test_a_pool_shows_no_project(open_page: OpenPage, workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio("", is_pool=True))
    for n in range(5):
        workspace.store.shares.save(a_share(f"S{n}", portfolio=made.id))
    app = open_page("portfolio", portfolio=made.id, part="project")  # a part that a pool has not

    assert "Project S1" not in str(app)
    open_page("portfolio", portfolio=made.id, part="charter")


def test_an_address_of_nothing_says_so(open_page: OpenPage) -> None:
    assert open_page("portfolio", portfolio="nothing").warning
