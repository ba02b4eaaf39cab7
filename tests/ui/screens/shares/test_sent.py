"""What was sent: who looked, and consent to a changed charter."""

from assessment.access.acts import MembershipKind
from assessment.access.memberships import Reach
from assessment.assessments import Assessment
from assessment.portfolio.charter import Portfolio
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from assessment.services.portfolio.snapshots import Wish
from tests.support.builders import a_project
from tests.support.portfolio.shares import a_charter, a_portfolio, a_share
from tests.support.ui.accounts import read, somebody
from tests.support.ui.screens import OpenPage
from tests.ui.screens.shares.conftest import charter


def test_after_a_changed_charter_a_project_is_asked_again_and_sees_who_looked(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, portfolio: Portfolio
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    wish = Wish(assessment.id, consented_by="de coördinator")
    token = reading.invite_project(workspace, portfolio.id)
    share = sending.send(workspace, portfolio, wish, token)
    reading.note_read(workspace, share, "view")
    reading.change_charter(workspace, portfolio.id, charter(workspace, purpose="Anders"))
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
    beside = "".join(html.proto.body for html in app.get("html"))
    assert "2.0 – 2.0" in beside
    assert not app.dataframe  # whose columns could be sorted by level


def test_without_accounts_it_says_why_a_pool_gives_no_field_back(
    open_page: OpenPage, workspace: Workspace
) -> None:
    until = workspace.now().date().replace(year=2027)
    pool = reading.save_portfolio(
        workspace,
        a_portfolio("", charter=a_charter(keep_until=until), is_pool=True, gives_back=True),
    )
    for n in range(9):
        workspace.store.projects.save(a_project(f"P{n}"))
        share = a_share(f"S{n}", portfolio=pool.id, project=f"P{n}")
        workspace.store.shares.save(share)
    reading.view_of(workspace, pool.id)
    app = open_page("shares", project="P1")

    assert any("on a machine without accounts" in caption.value for caption in app.caption)


def test_on_a_server_it_says_from_how_many_projects_the_field_stands_there(
    workspace: Workspace,
) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    project = workspace.store.within(Reach("ORG1"), Reach("ORG1")).projects.save(a_project())
    until = workspace.now().date().replace(year=2027)
    pool = reading.save_portfolio(
        workspace,
        a_portfolio("", charter=a_charter(keep_until=until), is_pool=True, gives_back=True),
    )
    workspace.store.shares.save(a_share("S1", portfolio=pool.id, project=project.id))

    assert "from five other projects on" in read(owner.opens("shares", project=project.id))


def test_a_file_that_was_made_is_listed_with_what_to_tell_the_funder(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, portfolio: Portfolio
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    wish = Wish(assessment.id, alias="Ons project", consented_by="de coördinator")
    made = sending.make_share(workspace, portfolio, wish)
    app = open_page("shares", project=assessment.project)
    words = "\n".join(m.value for m in app.markdown)

    assert portfolio.name in words
    assert portfolio.charter.readers in words
    assert "Ons project" in words
    assert "let go of the share of Ons project" in app.expander[0].markdown[0].value
    app.button(key=f"asked_back:{made.id}").click().run()
    assert any("Asked back on" in m.value for m in app.markdown)
