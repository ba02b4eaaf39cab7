"""Looking back: what was shown, taking over once it has ended, the report."""

from assessment.access.acts import MembershipKind
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.session.group_session import GroupSession
from tests.support.access import an_organisation
from tests.support.session.evenings import a_vote_of_too_few
from tests.support.session.staff import a_prepared_session
from tests.support.ui.accounts import somebody
from tests.support.ui.screens import OpenPage, headers, made


def of_example(workspace: Workspace) -> GroupSession:
    [project] = workspace.store.projects.all()
    return workspace.store.sessions.all(project.id)[0]


def test_before_anything_is_shown_it_says_so(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("session_review", session=a_prepared_session(workspace).id)

    assert "Nothing was shown or agreed yet." in app.info[0].value
    assert headers(app) == []


def test_a_session_on_its_own_has_a_report_and_nothing_to_take_over(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("session_review", session=a_vote_of_too_few(workspace).id)

    assert headers(app) == ["What came of it", "The report"]


def test_who_has_this_session_alone_reports_it_and_takes_nothing_over(
    workspace: Workspace, example_assessment: Assessment
) -> None:
    one = of_example(workspace)
    workspace.store.access.organisations.save(an_organisation())
    member = somebody(workspace, MembershipKind.FACILITATOR, session=one.id)
    app = member.opens("session_review", session=one.id, project=example_assessment.project)

    assert headers(app) == ["What came of it", "The report"]
    assert made(app, "session_report").startswith(b"%PDF")
    reader = somebody(workspace, MembershipKind.READER)
    seen = reader.opens("session_review", session=one.id, project=example_assessment.project)
    assert "Take over into the project" in headers(seen)
