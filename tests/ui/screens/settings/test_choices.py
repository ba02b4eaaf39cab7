"""What counts in an assessment: one criterion at a time, kept at once."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import AssessmentClosed
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import HOSTILE, OpenPage, fill, key, shown


def test_one_criterion_can_be_changed(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    fill(app, "selectbox", "MC-03:requirement", "growth")
    assert workspace.store.choices.get(assessment.id)["MC-03"].target is None
    assert app.selectbox(key=key(app, "selectbox", "MC-03:target")).value == -1
    fill(app, "selectbox", "MC-03:target", 4)
    fill(app, "text_input", "MC-03:reason", HOSTILE)
    app.checkbox(key=key(app, "checkbox", "MC-03:in_scope")).uncheck().run()
    wanted = Choice("MC-03", in_scope=False, requirement="growth", target=4, reason=HOSTILE)
    assert workspace.store.choices.get(assessment.id)["MC-03"] == wanted
    fill(app, "selectbox", "MC-03:target", -1)
    assert workspace.store.choices.get(assessment.id)["MC-03"].target is None
    assert "<script>alert" not in shown(app)


def test_of_the_core_only_a_higher_target_can_be_chosen(
    core_assessment: Assessment, workspace: Workspace, open_page: OpenPage
) -> None:
    app = open_page("settings", assessment=core_assessment.id, criterion="MC-08")

    assert "The core: it always counts" in shown(app)
    assert "MC-08:in_scope" not in " ".join(box.key or "" for box in app.checkbox)
    assert "MC-08:requirement" not in " ".join(box.key or "" for box in app.selectbox)
    target = app.selectbox(key=key(app, "selectbox", "MC-08:target"))
    assert [option[:1] for option in target.options] == ["3", "4"]
    fill(app, "selectbox", "MC-08:target", 4)
    assert workspace.store.choices.get(core_assessment.id)["MC-08"].target == 4
    assert "minimal, core" in shown(app)


def test_a_choice_made_in_another_window_is_not_overwritten(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    present = workspace.store.choices.get(assessment.id)["MC-03"]
    assessments.change_choice(workspace, assessment.id, replace(present, target=1))
    fill(app, "text_input", "MC-03:reason", "nieuw team")
    kept = workspace.store.choices.get(assessment.id)["MC-03"]
    assert (kept.target, kept.reason) == (1, "nieuw team")

    assessments.change_choice(workspace, assessment.id, replace(kept, target=2, in_scope=False))
    fill(app, "selectbox", "MC-03:target", -1)
    assert "another window" in shown(app)
    assert "no target" in shown(app)
    assert workspace.store.choices.get(assessment.id)["MC-03"].target == 2


def test_the_criterion_is_chosen_by_the_address(app: AppTest) -> None:
    app.selectbox(key="choice_criterion:en").set_value("MC-44").run()
    assert app.query_params["criterion"] == "MC-44"
    assert key(app, "text_input", "MC-44:reason")
    app.query_params["criterion"] = "MC-10"
    app.query_params["lang"] = "nl"
    app.run()
    assert key(app, "text_input", "MC-10:reason")
    app.query_params["criterion"] = "<script>"
    app.run()
    assert key(app, "text_input", "MC-05:reason")


def test_the_table_of_choices_can_be_read_by_perspective(app: AppTest) -> None:
    assert "MC-05 · " in shown(app)
    app.selectbox(key="choice_perspective:en").set_value("result").run()
    assert "MC-05 · " not in shown(app)
    assert "3 · Assured" in shown(app)


def test_choices_of_a_closed_assessment_do_not_change(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    fill(app, "selectbox", "MC-03:target", 4)
    assert workspace.store.choices.get(assessment.id)["MC-03"].target == 3
    assert "stay as they are" in app.info[0].value
    assert "MC-03 · " in shown(app)
    with pytest.raises(AssessmentClosed):
        assessments.apply_preset(workspace, assessment, "full", "exemplary")
