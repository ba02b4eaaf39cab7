"""Portfolios there are, and a new one that promises first."""

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.ui.screens import OpenPage, headers


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


def test_an_empty_page_has_an_example_in_one_click(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("portfolio")
    app.button(key="example_portfolio").click().run()

    assert not app.exception
    assert [p.is_example for p in reading.portfolios_of(workspace)] == [True]
    assert app.title[0].value.endswith("mentoring in the region")


def test_without_accounts_a_pool_says_what_it_does_not_do(open_page: OpenPage) -> None:
    app = open_page("portfolio")

    assert any("gives no field back" in caption.value for caption in app.caption)
