"""A project in the list: how far it is, its next step, and where else one can go."""

from datetime import date, timedelta

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from tests.support.builders import a_project
from tests.support.ui.screens import (
    HOSTILE,
    OpenPage,
    agree,
    answer,
    level,
    links,
    press,
    shown,
)


def test_progress_is_shown_while_it_is_open_and_not_when_it_is_closed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 2))
    text = shown(open_page("home"))
    assert "1 of 20 questions answered" in text
    assert "2026: open · last change" in text

    assessments.close_assessment(workspace, assessment.id)

    text = shown(open_page("home"))
    assert "questions answered" not in text
    assert "2026: closed on" in text


def test_earlier_assessments_stay_within_reach_under_names_of_their_own(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for _ in range(2):
        press(open_page("start", project=assessment.project), "start_assessment")
    names = [a.name for a in workspace.store.assessments.all(assessment.project)]

    home = open_page("home")

    assert len(set(names)) == 3
    assert "Earlier assessments" in [e.label for e in home.expander]
    linked = [link.proto.label for link in home.get("page_link")]
    assert [name for name in names if any(label.startswith(name) for label in linked)] == names[1:]


@pytest.mark.parametrize(
    ("is_closed", "ways", "step"),
    [
        (False, ["All questions", "Outcome so far", "Settings"], "Answer the first question"),
        (
            True,
            ["Outcome", "Agreements", "Group sessions", "Next assessment", "Settings"],
            "Make agreements",
        ),
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
    step: str,
) -> None:
    if is_closed:
        assessments.close_assessment(workspace, assessment.id)

    app = open_page("home")

    assert links(app) == ["Maatjes West", *ways]
    button = app.button(key=f"next_{assessment.project}")
    assert (button.label, button.proto.type) == (step, "primary")


def test_the_next_step_goes_there(open_page: OpenPage, assessment: Assessment) -> None:
    app = press(open_page("home"), f"next_{assessment.project}")

    assert "Question 1 of 20" in shown(app)


def test_a_project_without_an_assessment_can_start_one(
    open_page: OpenPage, workspace: Workspace
) -> None:
    project = projects.create_project(workspace, a_project(id="", name=HOSTILE))

    app = open_page("home")

    assert "No assessment yet" in shown(app)
    assert links(app) == [HOSTILE, "Settings"]
    press(app, f"next_{project.id}")
    assert app.title[0].value == "First assessment"


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "One agreement is open."),
        (timedelta(days=40), "One agreement is open, the first until "),
        (timedelta(days=-1), "One agreement is open. It is time to look back on one of them."),
    ],
)
def test_open_agreements_are_named_and_those_that_are_due(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    due: timedelta | None,
    said: str,
) -> None:
    today: date = workspace.now().date()
    agree(workspace, assessment, due=None if due is None else today + due)

    assert said in shown(open_page("home"))
