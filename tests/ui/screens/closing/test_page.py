"""Look back: warnings, no gate; a closed assessment says what comes next."""

from datetime import date

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, agree, answer, level


def test_nothing_stands_out_when_all_is_well(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(level(c.criterion, 2) for c in scope))
    agree(workspace, assessment, owner="coordinator", due=date(2027, 3, 1))
    app = open_page("closing", assessment=assessment.id)
    assert "Nothing stands out" in app.success[0].value
    assert app.title[0].value == "Look back"


def test_a_closed_assessment_cannot_be_closed_again(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("closing", assessment=assessment.id)
    assert app.title[0].value == "Closed. Now:"
    assert not [button for button in app.button if button.key in ("close", "ask_close")]
