"""Every choice set anew, only after it was shown what that changes."""

from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import shown


def test_a_preset_says_what_it_changes_and_replaces_only_after_its_button(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    assert "no criterion changes" in " ".join(part.value for part in app.markdown)
    app.selectbox(key=f"preset_profile:{assessment.id}:en").set_value("full").run()
    app.selectbox(key=f"preset_ambition:{assessment.id}:en").set_value("exemplary").run()
    assert "changes 75 criteria" in app.warning[0].value
    assert "does not count · growth · no target" in shown(app)
    assert "counts · minimal · target 4" in shown(app)
    assert workspace.store.assessments.get(assessment.id).profile == "short"
    app.button(key="apply_preset").click().run()
    assert workspace.store.assessments.get(assessment.id).profile == "full"
    assert workspace.store.choices.get(assessment.id)["MC-01"].target == 4
    assert not app.warning


def test_a_preset_does_not_overwrite_another_window(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    app.selectbox(key=f"preset_profile:{assessment.id}:en").set_value("full").run()
    assessments.rename_assessment(workspace, assessment, "Elders")
    app.button(key="apply_preset").click().run()
    assert "another window" in shown(app)
    assert workspace.store.assessments.get(assessment.id).profile == "short"
