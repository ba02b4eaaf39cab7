"""Sending: nothing goes unseen."""

from dataclasses import replace

from assessment.assessments import Assessment
from assessment.portfolio.charter import Portfolio
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from storage.portfolio.tables import portfolio_invitations
from tests.support.ui.screens import OpenPage


def test_a_project_sends_what_it_saw_and_takes_it_back(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, portfolio: Portfolio
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    token = reading.invite_project(workspace, portfolio.id)
    app = open_page("shares", project=assessment.project, invitation=f"http://x/s?i={token}")
    assert any("Say who consents" in i.value for i in app.info)
    app.text_input(key="share_role").input("de coördinator").run()
    assert "Exactly this is seen" in [s.value for s in app.subheader]
    app.checkbox(key="share_agreed").check().run()
    app.button(key="send_share").click().run()
    sent = sending.shares_of(workspace, assessment.project)

    assert [s.share.consented_by for s in sent] == ["de coördinator"]
    app.button(key="send_share").click().run()
    assert app.error  # sent already
    name = f"withdraw:{sent[0].share.id}"
    app.button(key=f"{name}:ask").click().run()
    app.button(key=f"{name}:yes").click().run()
    assert workspace.store.shares.get(sent[0].share.id).snapshot is None


def test_an_invitation_that_ends_while_the_page_is_open_sends_nothing(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, portfolio: Portfolio
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    token = reading.invite_project(workspace, portfolio.id)
    app = open_page("shares", project=assessment.project, invitation=token)
    app.text_input(key="share_role").input("de coördinator").run()
    app.checkbox(key="share_agreed").check().run()
    with workspace.store.engine.begin() as connection:  # type: ignore[attr-defined]
        connection.execute(portfolio_invitations.delete())
    app.button(key="send_share").click().run()

    assert not app.exception
    assert "Ask for a new one" in app.error[0].value
    assert sending.shares_of(workspace, assessment.project) == []


def test_for_a_pool_it_says_that_nobody_sees_the_page(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, portfolio: Portfolio
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    pool = reading.save_portfolio(workspace, replace(portfolio, is_pool=True, version=0))
    token = reading.invite_project(workspace, pool.id)
    app = open_page("shares", project=assessment.project, invitation=token)
    app.text_input(key="share_role").input("de coördinator").run()

    assert "This goes into the pool" in [s.value for s in app.subheader]
    assert "Exactly this is seen" not in [s.value for s in app.subheader]
    assert any("adds nothing" in m.value for m in app.markdown)
    assert not any("The funder sees these too" in c.value for c in app.caption)
