"""The list: state and way of every session of a project, or of those on their own."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.evenings import a_vote_of_too_few
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import HOSTILE, OpenPage, choose, links, shown


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
