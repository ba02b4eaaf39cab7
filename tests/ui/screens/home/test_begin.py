"""The two ways to begin: the example, and a project of one's own."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, keys, press


def ways(app: AppTest) -> list[tuple[str, str]]:
    """Return the buttons to begin with, in their order, with how much they stand out."""
    shown = [b for b in app.main.get("button") if b.key in ("add_example", "new_project")]
    return [(str(button.key), button.proto.type) for button in shown]


def test_on_a_first_visit_the_example_comes_first(open_page: OpenPage) -> None:
    assert ways(open_page("home")) == [("add_example", "primary"), ("new_project", "secondary")]


def test_without_an_example_a_new_project_leads(open_page: OpenPage, own_criteria: Path) -> None:
    shutil.rmtree(own_criteria / "example")

    assert ways(open_page("home")) == [("new_project", "primary")]


def test_beside_a_project_neither_leads(open_page: OpenPage, assessment: Assessment) -> None:
    assert {kind for _, kind in ways(open_page("home"))} == {"secondary"}


def test_the_example_comes_once_and_goes(open_page: OpenPage, workspace: Workspace) -> None:
    app = press(open_page("home"), "add_example")
    [project] = workspace.store.projects.all()
    assert project.is_example
    assert len(workspace.store.assessments.all(project.id)) == 2
    assert "add_example" not in keys(app)

    press(app, f"erase_{project.id}")

    assert workspace.store.projects.all() == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_broken_example_is_said(
    open_page: OpenPage, own_criteria: Path, workspace: Workspace, language: str
) -> None:
    (own_criteria / "example" / "answers.csv").write_text("wrong\n")
    app = open_page("home", language=language)
    app.button(key="add_example").click().run()
    assert "answers.csv:1" in app.code[0].value
    assert workspace.store.projects.all() == []
