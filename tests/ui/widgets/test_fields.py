"""The context of a project: each field is kept at once, and nothing typed is ever lost."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.projects import Kind, Minors
from assessment.services import projects
from assessment.services.context import Workspace
from tests.support.ui.screens import HOSTILE, OpenPage, fill, key, shown


@pytest.fixture
def app(open_page: OpenPage, assessment: Assessment) -> AppTest:
    """The settings of the assessment, in one window."""
    found = open_page("settings", assessment=assessment.id, criterion="MC-08")
    found.session_state["of_project"] = f"context:{assessment.project}"
    return found


def write(app: AppTest, field: str, value: object, kind: str = "text_input") -> None:
    """Fill in a field of the project, such as "region"."""
    fill(app, kind, f"{app.session_state['of_project']}:{field}:", value)


def written(app: AppTest, field: str) -> str:
    """Return the text in a field of the project."""
    place = f"{app.session_state['of_project']}:{field}:"
    return str(app.text_input(key=key(app, "text_input", place)).value)


def test_the_context_is_kept_field_by_field(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    write(app, "name", HOSTILE)
    write(app, "region", "Gent")
    write(app, "target_group", "mbo")
    write(app, "kind", Kind.SCHOOL, "selectbox")
    write(app, "minors", Minors.SOME, "selectbox")
    write(app, "size", 40, "number_input")
    write(app, "languages", ["nl", "en"], "button_group")
    kept = workspace.store.projects.get(assessment.project)
    assert (kept.name, kept.region, kept.target_group) == (HOSTILE, "Gent", "mbo")
    assert (kept.kind, kept.minors, kept.size) == (Kind.SCHOOL, Minors.SOME, 40)
    assert kept.languages == ("nl", "en")


def test_saved_is_said_below_the_field_and_survives_a_language_switch(app: AppTest) -> None:
    write(app, "kind", Kind.SCHOOL, "selectbox")
    assert "✓ Saved" in shown(app)
    app.query_params["lang"] = "nl"
    app.run()
    assert app.selectbox(key=key(app, "selectbox", ":kind:")).value == Kind.SCHOOL
    assert "✓ Opgeslagen" in shown(app)


def test_a_field_keeps_its_place_on_the_screen_when_another_is_saved(app: AppTest) -> None:
    before = [w.key for w in app.text_input]
    write(app, "region", "Gent")
    assert [w.key for w in app.text_input] == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "name first"),
        ("x" * 201, "too long"),
        ("x" * 100_000, "too long"),
        ("a\0", "cannot be kept"),
    ],
)
def test_a_name_that_cannot_be_kept_is_said_and_stays_on_the_screen(
    app: AppTest, workspace: Workspace, assessment: Assessment, typed: str, said: str
) -> None:
    write(app, "name", typed)
    write(app, "region", "Gent")
    assert "Not saved yet" in shown(app)
    assert said in shown(app)
    assert written(app, "name") == typed
    kept = workspace.store.projects.get(assessment.project)
    assert (kept.name, kept.region) == ("Maatjes West", "Gent")


@pytest.mark.parametrize("part", [":target_group:", ":region:", "assessment:", "MC-08:reason"])
def test_a_very_long_text_is_refused_in_words_and_not_lost(app: AppTest, part: str) -> None:
    fill(app, "text_input", part, "é" * 100_000)
    assert "too long" in shown(app)
    assert app.text_input(key=key(app, "text_input", part)).value == "é" * 100_000


def test_what_could_not_be_kept_can_be_taken_back(app: AppTest) -> None:
    write(app, "name", "x" * 201)
    app.button(key=key(app, "button", "back:context")).click().run()
    assert written(app, "name") == "Maatjes West"
    assert "Not saved yet" not in shown(app)


def test_what_stands_there_can_be_saved_once_it_can_be_kept(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    write(app, "name", "x" * 201)
    field = app.text_input(key=key(app, "text_input", f"{assessment.project}:name:"))
    field.set_value("x" * 200)
    app.button(key=key(app, "button", "again:context")).click().run()
    assert workspace.store.projects.get(assessment.project).name == "x" * 200


def test_two_windows_may_change_different_fields(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    present = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(present, region="Brugge"))
    write(app, "target_group", "mbo")
    kept = workspace.store.projects.get(assessment.project)
    assert (kept.region, kept.target_group) == ("Brugge", "mbo")
    assert written(app, "region") == "Brugge"


def in_conflict(app: AppTest, workspace: Workspace, assessment: Assessment) -> None:
    present = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(present, region="Brugge"))
    write(app, "region", "Gent <b>")
    assert "another window" in shown(app)
    assert "Gent &lt;b&gt;" in shown(app)
    assert workspace.store.projects.get(assessment.project).region == "Brugge"


def test_of_two_windows_mine_can_be_kept(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    in_conflict(app, workspace, assessment)
    write(app, "target_group", "mbo")
    app.button(key=key(app, "button", "mine:")).click().run()
    assert workspace.store.projects.get(assessment.project).region == "Gent <b>"
    assert written(app, "region") == "Gent <b>"
    assert "another window" not in shown(app)


def test_of_two_windows_the_other_can_be_taken_over(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    in_conflict(app, workspace, assessment)
    app.button(key=key(app, "button", "theirs:")).click().run()
    assert written(app, "region") == "Brugge"
    assert workspace.store.projects.get(assessment.project).region == "Brugge"
    assert "another window" not in shown(app)


def test_a_project_erased_in_another_window_is_said(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    projects.erase_project(workspace, assessment.project)
    write(app, "region", "Gent")
    assert "nothing here" in app.title[0].value
