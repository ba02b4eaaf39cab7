"""What a newer edition of the catalogue changed, beside the movement since last time."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, following, hear, shown

HEADING = "The criteria have changed since"


def test_the_example_was_begun_with_an_earlier_edition(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id, part="movement")
    page = shown(app)

    assert HEADING in [h.value for h in app.header]
    assert f"Last time version 2026.2.2, now {workspace.catalogue.version}." in page
    assert "Kept and comparable (9)" in page
    assert "On another scale: asked again, no longer comparable (11)" in page
    assert "No longer there" not in page


def test_nothing_is_said_within_one_edition(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1)
    second = following(workspace, assessment)
    hear(workspace, second, 3)
    app = open_page("result", assessment=second.id, part="movement")

    assert "Mentees, on one criterion" in shown(app)
    assert HEADING not in [h.value for h in app.header]
