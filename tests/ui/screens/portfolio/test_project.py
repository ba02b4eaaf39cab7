"""One project: looking is noted, a look from outside stands beside it."""

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.portfolio.shares import a_charter, a_portfolio, a_share
from tests.support.ui.portfolio import example
from tests.support.ui.screens import OpenPage, headers


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


def test_what_is_grey_is_not_shown_to_whoever_the_new_charter_lets_read(
    open_page: OpenPage, workspace: Workspace
) -> None:
    """A project that did not consent to new readers is not read by them."""
    made = reading.save_portfolio(workspace, a_portfolio(""))
    workspace.store.shares.save(a_share("S1", portfolio=made.id))
    reading.change_charter(workspace, made.id, a_charter(readers="Ook het bestuur"))
    app = open_page("portfolio", portfolio=made.id, part="project", share="S1")

    assert "Grey" in app.info[0].value
    assert headers(app) == []
    assert "Wij begonnen net." not in str(app.main)
    assert not app.get("download_button")
    assert workspace.store.shares.reads("S1") == []


def test_every_project_opens_also_those_further_down_the_list(
    open_page: OpenPage, workspace: Workspace
) -> None:
    portfolio = example(workspace)
    shares = reading.view_of(workspace, portfolio).shares
    for seen in shares:
        app = open_page("portfolio", portfolio=portfolio, part="project", share=seen.share.id)
        assert seen.share.alias in "".join(html.proto.body for html in app.get("html"))
    app = open_page("portfolio", portfolio=portfolio, part="project")
    app.selectbox[0].select_index(len(shares) - 1).run()

    assert not app.exception
    assert [r.what for r in workspace.store.shares.reads(shares[-1].share.id)] == ["view"] * 2


def test_two_projects_of_one_name_in_like_circumstances_are_two(
    open_page: OpenPage, workspace: Workspace
) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    for name, alias in (("S1", "Wij"), ("S2", "Maatjes"), ("S3", "Maatjes")):
        workspace.store.shares.save(a_share(name, portfolio=made.id, alias=alias, source=name))
    app = open_page("portfolio", portfolio=made.id, part="project", share="S1")

    assert "Maatjes and Maatjes" in [m.value for m in app.markdown]
