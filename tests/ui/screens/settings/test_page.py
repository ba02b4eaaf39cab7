"""Settings: every change is kept at once; what is erased was asked twice."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import AssessmentClosed, NotFound
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from tests.support.builders import a_project
from tests.ui.conftest import OpenPage, shown

HOSTILE = "<script>alert(1)</script> **vet**"


def opened(open_page: OpenPage, assessment: Assessment, **places: str) -> AppTest:
    return open_page("settings", assessment=assessment.id, **places)


def key(app: AppTest, kind: str, part: str) -> str:
    return next(str(w.key) for w in app.get(kind) if w.key and part in str(w.key))


def fill(app: AppTest, kind: str, part: str, value: object) -> None:
    getattr(app, kind)(key=key(app, kind, part)).set_value(value).run()
    assert not app.exception, app.exception


@pytest.fixture
def app(open_page: OpenPage, assessment: Assessment) -> AppTest:
    """The settings of the assessment, in one window."""
    return opened(open_page, assessment, criterion="MC-08")


def test_the_assessment_can_be_renamed(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    fill(app, "text_input", "assessment:", "Najaar")
    assert workspace.store.assessments.get(assessment.id).name == "Najaar"
    fill(app, "text_input", "assessment:", " ")
    assert app.text_input(key=key(app, "text_input", "assessment:")).value == "Najaar"
    assert workspace.store.assessments.get(assessment.id).name == "Najaar"


def test_a_rename_against_another_window_is_said(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.rename_assessment(workspace, assessment, "Elders")
    fill(app, "text_input", "assessment:", "Hier")
    assert "another window" in shown(app)
    assert workspace.store.assessments.get(assessment.id).name == "Elders"


def test_one_criterion_can_be_changed(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    fill(app, "selectbox", "MC-08:requirement", "growth")
    assert workspace.store.choices.get(assessment.id)["MC-08"].target is None
    assert app.selectbox(key=key(app, "selectbox", "MC-08:target")).value == -1
    fill(app, "selectbox", "MC-08:target", 4)
    fill(app, "text_input", "MC-08:reason", HOSTILE)
    app.checkbox(key=key(app, "checkbox", "MC-08:in_scope")).uncheck().run()
    wanted = Choice("MC-08", in_scope=False, requirement="growth", target=4, reason=HOSTILE)
    assert workspace.store.choices.get(assessment.id)["MC-08"] == wanted
    fill(app, "selectbox", "MC-08:target", -1)
    assert workspace.store.choices.get(assessment.id)["MC-08"].target is None
    assert "<script>alert" not in shown(app)


def test_a_choice_made_in_another_window_is_not_overwritten(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    present = workspace.store.choices.get(assessment.id)["MC-08"]
    assessments.change_choice(workspace, assessment.id, replace(present, target=1))
    fill(app, "text_input", "MC-08:reason", "nieuw team")
    kept = workspace.store.choices.get(assessment.id)["MC-08"]
    assert (kept.target, kept.reason) == (1, "nieuw team")

    assessments.change_choice(workspace, assessment.id, replace(kept, target=2, in_scope=False))
    fill(app, "selectbox", "MC-08:target", -1)
    assert "another window" in shown(app)
    assert "no target" in shown(app)
    assert workspace.store.choices.get(assessment.id)["MC-08"].target == 2


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
    assert "3 · Done in practice" in shown(app)


def test_a_preset_says_what_it_changes_and_replaces_only_after_its_button(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    assert "no criterion changes" in " ".join(part.value for part in app.markdown)
    app.selectbox(key=f"preset_profile:{assessment.id}:en").set_value("full").run()
    app.selectbox(key=f"preset_ambition:{assessment.id}:en").set_value("exemplary").run()
    assert "changes 70 criteria" in app.warning[0].value
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


def test_choices_of_a_closed_assessment_do_not_change(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    fill(app, "selectbox", "MC-08:target", 4)
    assert workspace.store.choices.get(assessment.id)["MC-08"].target == 3
    assert "stay as they are" in app.info[0].value
    assert "MC-08 · " in shown(app)
    with pytest.raises(AssessmentClosed):
        assessments.apply_preset(workspace, assessment, "full", "exemplary")


def test_an_open_assessment_shows_where_it_is_closed(app: AppTest) -> None:
    labels = [part.proto.label for part in app.main.get("page_link")]
    assert labels.count("Look back") == 2


def test_a_closed_assessment_is_reopened_only_after_a_second_word(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = opened(open_page, assessment)
    app.button(key="ask_reopen").click().run()
    app.button(key="keep_closed").click().run()
    app.button(key="ask_reopen").click().run()
    app.button(key="reopen").click().run()
    assert not workspace.store.assessments.get(assessment.id).is_closed
    assert not app.exception


def test_the_export_can_be_downloaded(app: AppTest) -> None:
    assert [part.proto.label for part in app.get("download_button")] == ["Download the export"]


def test_a_project_is_erased_only_when_its_name_is_typed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    present = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(present, name="Maatjes  <b>West</b>"))
    app = opened(open_page, assessment)
    assert app.button(key="erase").disabled
    fill(app, "text_input", "erase_name", "Maatjes")
    assert app.button(key="erase").disabled
    fill(app, "text_input", "erase_name", " Maatjes <b>West</b>")
    app.button(key="erase").click().run()
    with pytest.raises(NotFound):
        workspace.store.projects.get(assessment.project)
    assert not app.exception


def test_a_project_without_an_assessment_has_settings_too(
    open_page: OpenPage, workspace: Workspace
) -> None:
    project = projects.create_project(workspace, a_project())
    app = open_page("settings", project=project.id)
    fill(app, "text_input", ":region:", "Gent")
    assert workspace.store.projects.get(project.id).region == "Gent"
    assert app.button(key="erase").disabled


@pytest.mark.parametrize("places", [{"assessment": "gone"}, {"project": "gone"}, {}])
def test_an_unknown_address_shows_the_way_home(open_page: OpenPage, places: dict[str, str]) -> None:
    assert "nothing here" in open_page("settings", **places).title[0].value
