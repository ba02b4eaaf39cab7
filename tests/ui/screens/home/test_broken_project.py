"""A project that cannot be shown: said in its place, with two ways out, and all others go on."""

import json

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from tests.support.broken import break_catalogue, break_snapshot, nobody_is_asked_everything
from tests.support.builders import a_project
from tests.support.ui.screens import OpenPage, answer, level, links, made, press, shown


@pytest.fixture
def whole_one(workspace: Workspace) -> None:
    projects.create_project(workspace, a_project(id="", name="Heel"))


@pytest.mark.parametrize("is_closed", [False, True])
def test_all_other_projects_are_there(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    whole_one: None,
    is_closed: bool,
) -> None:
    answer(workspace, assessment, level("MC-01", 3))
    if is_closed:
        assessments.close_assessment(workspace, assessment.id)
    break_snapshot(workspace, assessment, "{}")

    app = open_page("home")

    assert "Heel" in links(app)
    assert "This project cannot be shown. All others can." in shown(app)
    assert "Maatjes West" in app.markdown[0].value


def test_what_is_wrong_is_said_and_the_project_can_be_taken_along_and_erased(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 3, "wij schrijven het op"))
    break_catalogue(workspace, assessment, nobody_is_asked_everything)
    app = open_page("home")
    assert "asked everything" in shown(app)

    file = json.loads(made(app, f"broken:{assessment.project}"))
    assert [a["comment"] for a in file["assessments"][0]["answers"]] == ["wij schrijven het op"]

    press(app, f"erase_broken:{assessment.project}:ask")
    press(app, f"erase_broken:{assessment.project}:yes")
    assert workspace.store.projects.all() == []


def test_an_outcome_that_cannot_be_made_is_said_in_the_line(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, whole_one: None
) -> None:
    def without_phases(data: dict[str, object]) -> None:
        data["perspectives"] = data["phases"] = data["criteria"] = []

    assessments.close_assessment(workspace, assessment.id)
    break_catalogue(workspace, assessment, without_phases)

    app = open_page("home")

    assert "This project cannot be shown." in shown(app)
    assert "Heel" in links(app)
