"""What was sent: who looked, and consent to a changed charter."""

import pytest

from assessment.assessments import Assessment
from assessment.portfolio.charter import Portfolio
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from assessment.services.portfolio.snapshots import Wish
from tests.support.builders import a_project
from tests.support.portfolio.shares import a_charter, a_portfolio, a_share
from tests.support.ui.screens import OpenPage


@pytest.fixture
def portfolio(workspace: Workspace) -> Portfolio:
    return reading.save_portfolio(workspace, a_portfolio("", charter=charter(workspace)))


def charter(workspace: Workspace, **fields: object) -> object:
    return a_charter(keep_until=workspace.now().date().replace(year=2027), **fields)


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


def test_the_field_of_a_pool_stands_beside_the_own_levels(
    open_page: OpenPage, workspace: Workspace
) -> None:
    until = workspace.now().date().replace(year=2027)
    workspace.store.projects.save(a_project())
    pool = reading.save_portfolio(
        workspace,
        a_portfolio("", charter=a_charter(keep_until=until), is_pool=True, gives_back=True),
    )
    for n in range(9):
        project = "P1" if n == 0 else None
        workspace.store.shares.save(a_share(f"S{n}", portfolio=pool.id, project=project))
    reading.view_of(workspace, pool.id)
    app = open_page("shares", project="P1")

    assert "You and 8 others" in app.expander[0].label
    assert app.dataframe[0].value["Middle half"][0] == "2.0 – 2.0"
