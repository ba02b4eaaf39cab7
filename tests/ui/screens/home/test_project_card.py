"""A project in the list of projects: how far it is, and where one can go."""

from pathlib import Path

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, links, press, shown


def test_the_example_comes_and_goes(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("home")
    app.button(key="add_example").click().run()
    [project] = workspace.store.projects.all()
    assert project.is_example
    assert len(workspace.store.assessments.all(project.id)) == 2

    app.button(key=f"erase_{project.id}").click().run()

    assert workspace.store.projects.all() == []


def test_a_broken_example_is_said(
    open_page: OpenPage, own_criteria: Path, workspace: Workspace
) -> None:
    (own_criteria / "example" / "answers.csv").write_text("wrong\n")
    app = open_page("home")
    app.button(key="add_example").click().run()
    assert "answers.csv:1" in app.code[0].value
    assert workspace.store.projects.all() == []


def test_the_home_page_shows_progress(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assert "0 of 20 questions answered" in shown(open_page("home"))


def test_earlier_assessments_stay_within_reach_under_names_of_their_own(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for _ in range(2):
        press(open_page("start", project=assessment.project), "start_assessment")
    names = [a.name for a in workspace.store.assessments.all(assessment.project)]

    home = open_page("home")

    assert len(set(names)) == 3
    assert [e.label for e in home.expander] == ["Earlier assessments"]
    linked = [link.proto.label for link in home.get("page_link")]
    assert [name for name in names if any(label.startswith(name) for label in linked)] == names[1:]


@pytest.mark.parametrize(
    ("is_closed", "ways"),
    [
        (False, ["Go on", "All questions", "Outcome so far", "Settings"]),
        (True, ["Outcome", "Agreements", "Next assessment", "Settings"]),
    ],
    ids=["open", "closed"],
)
def test_a_project_leads_where_its_assessment_is(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    *,
    is_closed: bool,
    ways: list[str],
) -> None:
    if is_closed:
        assessments.close_assessment(workspace, assessment.id)

    app = open_page("home")

    assert links(app) == ways
    assert f"2026: {'closed' if is_closed else 'open'}" in shown(app)
