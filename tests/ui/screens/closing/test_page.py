"""Before you close: warnings, no gate."""

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
    assert "Nothing stands out" in open_page("closing", assessment=assessment.id).success[0].value


def test_closing_leads_to_the_result(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("closing", assessment=assessment.id)
    app.button(key="close").click().run()
    assert workspace.store.assessments.get(assessment.id).is_closed
    assert not app.exception


def test_a_closed_assessment_cannot_be_closed_again(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("closing", assessment=assessment.id)
    assert "closed" in app.info[0].value
    assert not [button for button in app.button if button.key == "close"]
