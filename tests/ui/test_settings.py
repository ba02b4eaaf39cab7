"""Settings: every change is kept at once; what is erased was asked twice."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.errors import NotFound
from assessment.projects import Assessment, Kind, Minors
from assessment.services import projects
from assessment.services.workspace import Workspace
from tests.ui.conftest import OpenPage, shown

HOSTILE = "<script>alert(1)</script> **vet**"


def opened(open_page: OpenPage, assessment: Assessment, **places: str) -> AppTest:
    return open_page("settings", assessment=assessment.id, **places)


def key(app: AppTest, kind: str, part: str) -> str:
    return next(str(w.key) for w in getattr(app, kind) if w.key and part in str(w.key))


def test_the_context_is_kept_field_by_field(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    app.text_input(key=key(app, "text_input", ":name")).set_value(HOSTILE).run()
    app.text_input(key=key(app, "text_input", ":region")).set_value("Gent").run()
    app.text_input(key=key(app, "text_input", ":target_group")).set_value("mbo").run()
    app.selectbox(key=key(app, "selectbox", ":kind:")).set_value(Kind.SCHOOL).run()
    app.selectbox(key=key(app, "selectbox", ":minors:")).set_value(Minors.SOME).run()
    app.number_input(key=key(app, "number_input", ":size")).set_value(40).run()
    app.multiselect(key=key(app, "multiselect", ":languages")).set_value(["nl", "en"]).run()
    kept = workspace.store.project(assessment.project)
    assert (kept.name, kept.region, kept.target_group) == (HOSTILE, "Gent", "mbo")
    assert (kept.kind, kept.minors, kept.size) == (Kind.SCHOOL, Minors.SOME, 40)
    assert kept.languages == ("nl", "en")
    assert "Saved" in shown(app)


@pytest.mark.parametrize(
    ("typed", "said"), [("", "name first"), ("x" * 201, "too long"), ("a\0", "cannot be kept")]
)
def test_a_name_that_cannot_be_kept_is_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, typed: str, said: str
) -> None:
    app = opened(open_page, assessment)
    app.text_input(key=key(app, "text_input", ":name")).set_value(typed).run()
    assert said in shown(app)
    assert workspace.store.project(assessment.project).name == "Maatjes West"


def test_a_project_changed_in_another_window_is_not_overwritten(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    present = workspace.store.project(assessment.project)
    projects.change_project(workspace, replace(present, region="Brugge"))
    app.text_input(key=key(app, "text_input", ":region")).set_value("Gent").run()
    assert "another window" in shown(app)
    assert "Gent" in shown(app)
    assert workspace.store.project(assessment.project).region == "Brugge"


def test_the_assessment_can_be_renamed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    app.text_input(key=key(app, "text_input", "assessment_name:")).set_value("Najaar").run()
    assert workspace.store.assessment(assessment.id).name == "Najaar"
    app.text_input(key=key(app, "text_input", "assessment_name:")).set_value("x" * 201).run()
    assert "too long" in shown(app)
    app.text_input(key=key(app, "text_input", "assessment_name:")).set_value(" ").run()
    assert workspace.store.assessment(assessment.id).name == "Najaar"


def test_a_rename_against_another_window_is_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    projects.rename_assessment(workspace, assessment, "Elders")
    app.text_input(key=key(app, "text_input", "assessment_name:")).set_value("Hier").run()
    assert "another window" in shown(app)


def test_one_criterion_can_be_changed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment, criterion="MC-08")
    app.radio(key=key(app, "radio", "MC-08:requirement")).set_value("growth").run()
    assert workspace.store.choices(assessment.id)["MC-08"].target is None
    app.selectbox(key=key(app, "selectbox", "MC-08:target")).set_value(4).run()
    app.text_input(key=key(app, "text_input", "MC-08:reason")).set_value("nieuw team").run()
    app.checkbox(key=key(app, "checkbox", "MC-08:in_scope")).set_value(False).run()
    kept = workspace.store.choices(assessment.id)["MC-08"]
    assert (kept.in_scope, kept.requirement, kept.target, kept.reason) == (
        False,
        "growth",
        4,
        "nieuw team",
    )
    app.selectbox(key=key(app, "selectbox", "MC-08:target")).set_value(-1).run()
    assert workspace.store.choices(assessment.id)["MC-08"].target is None


def test_a_preset_replaces_choices_only_after_its_button(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    app.selectbox(key="preset_profile:en").set_value("full").run()
    app.selectbox(key="preset_ambition:en").set_value("exemplary").run()
    assert workspace.store.assessment(assessment.id).profile == "short"
    app.button(key="apply_preset").click().run()
    assert workspace.store.assessment(assessment.id).profile == "full"
    assert workspace.store.choices(assessment.id)["MC-01"].target == 4


def test_a_closed_assessment_is_reopened_only_after_a_second_word(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    projects.close_assessment(workspace, assessment.id)
    app = opened(open_page, assessment)
    app.button(key="ask_reopen").click().run()
    app.button(key="keep_closed").click().run()
    app.button(key="ask_reopen").click().run()
    app.button(key="reopen").click().run()
    assert not workspace.store.assessment(assessment.id).is_closed
    assert not app.exception


def test_the_export_can_be_downloaded(open_page: OpenPage, assessment: Assessment) -> None:
    app = opened(open_page, assessment)
    app.button(key="prepare_export").click().run()
    assert app.get("download_button")


def test_a_project_is_erased_only_when_its_name_is_typed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    assert app.button(key="erase").disabled
    app.text_input(key="erase_name").set_value("Maatjes West").run()
    app.button(key="erase").click().run()
    with pytest.raises(NotFound):
        workspace.store.project(assessment.project)
    assert not app.exception


def test_an_unknown_assessment_shows_the_way_home(open_page: OpenPage) -> None:
    assert "nothing here" in open_page("settings", assessment="gone").title[0].value
