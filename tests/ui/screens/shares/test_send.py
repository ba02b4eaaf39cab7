"""Sending: nothing goes unseen."""

import pytest

from assessment.assessments import Assessment
from assessment.portfolio.charter import Portfolio
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from tests.support.portfolio.shares import a_charter, a_portfolio
from tests.support.ui.screens import OpenPage


@pytest.fixture
def portfolio(workspace: Workspace) -> Portfolio:
    return reading.save_portfolio(workspace, a_portfolio("", charter=charter(workspace)))


def charter(workspace: Workspace, **fields: object) -> object:
    return a_charter(keep_until=workspace.now().date().replace(year=2027), **fields)


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
