"""The charter and its projects: what changes, who is grey, what is let go of."""

from dataclasses import replace

import pytest

from assessment.respondents import token_hash
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio.share_file import MAX_UPLOAD
from tests.support.portfolio.shares import a_portfolio, a_share
from tests.support.ui.portfolio import example
from tests.support.ui.screens import OpenPage, shown


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


@pytest.mark.parametrize("runs_between", [False, True])
def test_a_charter_that_another_window_changed_is_told_and_what_was_typed_stays(
    open_page: OpenPage, workspace: Workspace, *, runs_between: bool
) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    app = open_page("portfolio", portfolio=made.id, part="charter")
    purpose = f"charter_purpose:{made.id}"
    reading.change_charter(workspace, made.id, replace(made.charter, readers="Het bestuur"))
    app.text_area(key=purpose).input("Anders")
    if runs_between:  # as when somebody leaves a field
        app.run()
    app.button(key="change_charter").click().run()

    [form] = [found for found in app.expander if "charter" in found.label]
    assert "another window" in form.error[0].value  # where the button is
    assert app.text_area(key=purpose).value == "Anders"
    assert app.text_area(key=f"charter_readers:{made.id}").value == "Het bestuur"
    app.button(key="change_charter").click().run()
    charter = workspace.store.portfolios.get(made.id).charter
    assert (charter.purpose, charter.readers, charter.edition) == ("Anders", "Het bestuur", 3)
    app.text_area(key=purpose).input("Nog eens anders").run()
    app.button(key="change_charter").click().run()
    assert workspace.store.portfolios.get(made.id).charter.edition == 4


def test_a_link_is_withdrawn_and_shown_no_more(open_page: OpenPage, workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio("")).id
    app = open_page("portfolio", portfolio=made, part="charter")
    other = token_hash(reading.invite_project(workspace, made))
    app.button(key="invite_project").click().run()
    [own] = {i.hash for i in reading.invitations_of(workspace, made)} - {other}
    app.button(key=f"withdraw:{other}").click().run()
    assert app.code  # it is shown once, and was not withdrawn
    app.button(key=f"withdraw:{own}").click().run()

    assert reading.invitations_of(workspace, made) == []
    assert not app.code


def test_a_group_is_kept_and_a_file_is_let_go_of(open_page: OpenPage, workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, replace(a_portfolio(""), name="Fonds"))
    workspace.store.shares.save(a_share("S1", portfolio=made.id, source="p", sender="ab" * 32))
    app = open_page("portfolio", portfolio=made.id, part="charter")
    app.text_input(key="share:S1:group:0").input("Noord").run()
    assert workspace.store.shares.get("S1").group == "Noord"
    assert "Project S1" in app.button(key="let_go:S1:ask").label
    app.button(key="let_go:S1:ask").click().run()
    app.button(key="let_go:S1:yes").click().run()

    assert workspace.store.shares.get("S1").snapshot is None
    assert any("taken back" in c.value for c in app.caption)


def test_a_group_that_cannot_be_kept_is_told_once(
    open_page: OpenPage, workspace: Workspace
) -> None:
    made = reading.save_portfolio(workspace, replace(a_portfolio(""), name="Fonds"))
    workspace.store.shares.save(a_share("S1", portfolio=made.id, source="p", sender="ab" * 32))
    app = open_page("portfolio", portfolio=made.id, part="charter")
    app.text_input(key="share:S1:group:0").input("Noord\0").run()

    assert shown(app).count("Not saved yet") == 1
    assert "cannot be kept" in shown(app)
    assert workspace.store.shares.get("S1").group == ""


def test_the_link_to_one_portfolio_is_not_shown_with_another(
    open_page: OpenPage, workspace: Workspace
) -> None:
    first, second = (reading.save_portfolio(workspace, a_portfolio("")).id for _ in range(2))
    app = open_page("portfolio", portfolio=first, part="charter")
    app.button(key="invite_project").click().run()
    assert app.code
    app.query_params["portfolio"] = second
    app.run()

    assert not app.code


def test_a_group_that_another_window_chose_meanwhile_stays_until_somebody_chooses(
    open_page: OpenPage, workspace: Workspace
) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    share = workspace.store.shares.save(a_share("S1", portfolio=made.id))
    app = open_page("portfolio", portfolio=made.id, part="charter")
    reading.put_in_group(workspace, share, "Noord")
    app.text_input(key="share:S1:group:0").input("Zuid").run()

    assert workspace.store.shares.get("S1").group == "Noord"
    assert app.text_input(key="share:S1:group:0").value == "Zuid"
    app.button(key="mine:share:S1:group").click().run()
    assert workspace.store.shares.get("S1").group == "Zuid"


def test_a_long_list_of_projects_is_shown_in_pages(
    open_page: OpenPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.portfolio.context.PAGE", 2)
    made = reading.save_portfolio(workspace, a_portfolio(""))
    for n in range(5):
        workspace.store.shares.save(a_share(f"S{n}", portfolio=made.id))
    app = open_page("portfolio", portfolio=made.id, part="charter")
    assert [field.key for field in app.text_input if ":group:" in field.key] == [
        "share:S0:group:0",
        "share:S1:group:0",
    ]
    assert "2 of 5 stand here" in app.number_input(key="manage_from").label
    app.number_input(key="manage_from").set_value(5).run()

    assert [field.key for field in app.text_input if ":group:" in field.key] == ["share:S4:group:0"]


def test_a_share_file_may_not_be_larger_than_any_share(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("portfolio", portfolio=example(workspace), part="charter")

    assert [field.proto.max_upload_size_mb for field in app.get("file_uploader")] == [MAX_UPLOAD]
