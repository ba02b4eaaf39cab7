"""Decisions into a questionnaire: a preview, and nothing without a name."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.judges import asked_outside_the_core, closed, judge_all
from tests.support.ui.screens import OpenPage, press, shown


def test_a_questionnaire_needs_a_name_and_its_preview_tells_what_changes(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    out = asked_outside_the_core(workspace, assessment)
    judge_all(workspace, assessment, "mentee", *[[(out, "does_not_apply", "")]] * 5)
    app = open_page("judging", assessment=closed(workspace, assessment).id)
    assert "not asked" in shown(app)
    app.text_input(key=f"profile_name:{assessment.id}").set_value(" ").run()
    press(app, "take_profile")

    assert workspace.store.project_profiles.all(assessment.project) == []
    assert app.error or "name" in shown(app)
