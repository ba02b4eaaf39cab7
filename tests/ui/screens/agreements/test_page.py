"""Agreements: what was agreed last time, and what is agreed now."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, agree, following, headers


def test_the_next_assessment_opens_with_what_was_agreed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agree(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)
    second = following(workspace, assessment)
    app = open_page("questions", assessment=second.id)
    assert "one agreement was made" in app.info[0].value
    assert headers(open_page("agreements", assessment=second.id)) == [
        "What did we agree, and what came of it?",
        "What do we agree now?",
    ]


def test_more_than_three_agreements_get_a_question(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for number in range(4):
        agree(workspace, assessment, text=f"afspraak {number}")
    app = open_page("agreements", assessment=assessment.id)
    assert "There are 4 agreements" in " ".join(c.value for c in app.caption)
