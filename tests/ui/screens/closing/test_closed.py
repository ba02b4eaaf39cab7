"""A closed assessment says what comes next, and who took part."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, agree, headers, hear, links, shown


def test_the_next_steps_lead_to_their_pages(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 2)
    app = open_page("closing", assessment=assessment.id)
    ways = {part.proto.label: part.proto.page for part in app.main.get("page_link")}
    assert ways["See the outcome"] == "result"
    assert ways["Make agreements"] == "agreements"
    assert ways["Take the report along"] == "export"
    assert ways["Tell those who answered"] == "feedback"
    assert ways["Start the next assessment"] == "start"
    assert "Mentees, 5 places: 5 began, 5 done" in shown(app)


def test_an_agreement_that_lacks_something_is_named_after_closing_too(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agree(workspace, assessment, owner="coördinator")
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("closing", assessment=assessment.id)
    assert headers(app) == ["Agreement without a date (1)"]
    title = workspace.catalogue.by_id["MC-01"].title.in_language("en")
    assert title in links(app)


def test_without_others_nobody_took_part(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("closing", assessment=assessment.id)
    assert not app.header
    assert "Tell those who answered" not in links(app)
    assert "Reopen your own answers (under Settings)" in links(app)
