"""The project's screens: nothing is sent unseen, and everything can be taken back."""

import pytest

from assessment.assessments import Assessment
from assessment.portfolio.charter import Portfolio
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from assessment.services.portfolio.sending import Wish
from tests.support.portfolios import a_charter, a_portfolio
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


def test_after_a_changed_charter_a_project_is_asked_again_and_sees_who_looked(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, portfolio: Portfolio
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    wish = Wish(assessment.id, consented_by="de coördinator")
    share = sending.send(workspace, portfolio, wish)
    reading.note_read(workspace, share, "view")
    reading.change_charter(workspace, portfolio.id, charter(workspace, purpose="Anders"))  # type: ignore[arg-type]
    app = open_page("shares", project=assessment.project)
    app.text_input(key=f"consent_role:{share.id}").input("het bestuur").run()
    app.button(key=f"consent:{share.id}").click().run()

    assert workspace.store.shares.get(share.id).consented_by == "het bestuur"
    assert not sending.shares_of(workspace, assessment.project)[0].needs_consent


def test_without_a_closed_assessment_or_a_working_invitation_it_says_what_is_missing(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("shares", project=assessment.project)
    assert any("Only a closed assessment" in m.value for m in app.markdown)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("shares", project=assessment.project, invitation="gone")
    assert any("does not work" in w.value for w in app.warning)
    open_page("shares", project="nothing")
    assert open_page("shares").selectbox  # a link of an invitation names no project: choose one


def test_without_projects_there_is_nothing_to_share(open_page: OpenPage) -> None:
    assert any("no project yet" in m.value for m in open_page("shares").markdown)
