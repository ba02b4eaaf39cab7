"""The list: state and way of every session of a project, or of those on their own."""

from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.access import an_organisation
from tests.support.session.evenings import a_vote_of_too_few
from tests.support.session.staff import a_prepared_session
from tests.support.ui.accounts import read, somebody
from tests.support.ui.screens import HOSTILE, OpenPage, choose, headers, links, press, shown


def test_a_session_leads_to_preparing_and_one_that_ended_to_its_review(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    a_prepared_session(workspace, name=HOSTILE, project=example_assessment.project)
    app = open_page("sessions", project=example_assessment.project)

    assert len(links(app)) == 2
    assert "Spiegelmiddag in het voorjaar" in links(app)
    assert "being prepared · Look in the mirror · 60 minutes" in shown(app)
    assert "ended · Both: a minimum, and the mirror · 90 minutes" in shown(app)


def test_sessions_on_their_own_stand_apart_with_a_way_to_what_was_shown(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    a_vote_of_too_few(workspace)
    app = open_page("sessions", project=example_assessment.project)
    choose(app, "sessions_project", "")

    assert links(app) == ["Samen kijken", "Review so far"]


def test_with_accounts_a_facilitator_prepares_one_on_no_project_too(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.FACILITATOR).opens("sessions")
    assert app.selectbox(key="sessions_project:en").value == ""
    app.text_input(key="session_name").set_value("Voor ons allemaal")
    press(app, "propose")

    [made] = workspace.store.sessions.all(None)
    seen = somebody(workspace, MembershipKind.OWNER).opens("sessions")
    assert "Voor ons allemaal" in links(seen)
    other = somebody(workspace, MembershipKind.OWNER, "ORG2").opens("sessions")
    assert "Voor ons allemaal" not in links(other)
    gone = somebody(workspace, MembershipKind.OWNER, "ORG2").opens(
        "session_script", session=made.id
    )
    assert gone.title[0].value == "There is nothing here (any more)"


def test_who_has_one_project_is_offered_that_alone(
    workspace: Workspace, example_assessment: Assessment
) -> None:
    project = example_assessment.project
    workspace.store.access.organisations.save(an_organisation())
    app = somebody(workspace, MembershipKind.FACILITATOR, project=project).opens("sessions")

    assert app.selectbox(key="sessions_project:en").value == project
    assert len(app.selectbox(key="sessions_project:en").options) == 1


def test_who_has_one_session_alone_comes_to_it_and_sees_no_other(
    workspace: Workspace, example_assessment: Assessment
) -> None:
    project = example_assessment.project
    one = a_prepared_session(workspace, project=project)
    a_prepared_session(workspace, name="Een andere", project=project)
    workspace.store.access.organisations.save(an_organisation())
    member = somebody(workspace, MembershipKind.FACILITATOR, session=one.id)
    for page in ("sessions", "home"):
        app = member.opens(page)
        assert headers(app) == ["Sessions that you lead"]
        assert links(app) == ["Spiegelmiddag"]
        assert [box.key for box in app.selectbox] == []
        assert workspace.store.projects.get(project).name not in read(app)


def test_a_reader_of_a_project_may_lead_one_session_beside_it_and_makes_none(
    workspace: Workspace, example_assessment: Assessment
) -> None:
    one = a_prepared_session(workspace)
    workspace.store.access.organisations.save(an_organisation())
    member = somebody(workspace, MembershipKind.FACILITATOR, session=one.id)
    reader = Membership(
        "M9", member.account, "ORG1", MembershipKind.READER, project=example_assessment.project
    )
    workspace.store.access.memberships.add(reader)
    app = member.opens("sessions")

    assert headers(app) == ["Sessions that you lead", "Sessions"]
    assert links(app)[0] == "Spiegelmiddag"
