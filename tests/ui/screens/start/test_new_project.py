"""A new project: a name is enough, and what was typed stays."""

from assessment.projects import Kind
from assessment.services.context import Workspace
from tests.support.ui.screens import HOSTILE, OpenPage, links, press, shown


def test_a_name_is_enough_for_a_project(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("start")
    app.text_input(key="project_name").set_value(HOSTILE)
    press(app, "make_project")
    [project] = workspace.store.projects.all()
    assert project.name == HOSTILE
    [started] = workspace.store.assessments.all(project.id)
    assert started.profile == "short"
    home = open_page("home")
    assert "<script>alert" not in shown(home)
    assert links(home)[0] == HOSTILE


def test_a_project_without_a_name_is_not_made(open_page: OpenPage, workspace: Workspace) -> None:
    app = press(open_page("start"), "make_project")
    assert 'data-error-of="project_name">⚠ Give the project a name first' in shown(app)
    assert workspace.store.projects.all() == []


def test_a_name_that_is_too_long_keeps_what_was_typed(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("start")
    app.text_input(key="project_name").set_value("x" * 201)
    press(app, "make_project")
    assert "One of the texts is too long" in shown(app)
    assert app.text_input(key="project_name").value == "x" * 201


def test_what_was_chosen_stays_when_the_language_changes(open_page: OpenPage) -> None:
    app = open_page("start")
    app.text_input(key="project_name").set_value("Maatjes").run()
    app.radio(key="start_profile:en").set_value("full").run()
    app.selectbox(key="project_kind:en").set_value(Kind.WORK).run()
    app.segmented_control(key="language").set_value("nl").run()
    assert app.text_input(key="project_name").value == "Maatjes"
    assert app.radio(key="start_profile:nl").value == "full"
    assert app.selectbox(key="project_kind:nl").value == Kind.WORK
