"""The way through an assessment, on top of every page about it."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, links, shown


@pytest.mark.parametrize(
    "page",
    ["questions", "audit", "invitations", "closing", "result", "agreements", "export", "settings"],
)
def test_an_unknown_assessment_shows_the_way_home(open_page: OpenPage, page: str) -> None:
    app = open_page(page, assessment="gone")
    assert "nothing here" in app.title[0].value
    assert links(app) == ["To my projects"]


def test_the_step_where_one_is_is_marked(open_page: OpenPage, assessment: Assessment) -> None:
    app = open_page("agreements", assessment=assessment.id)

    assert links(app)[:2] == ["All questions", "Answer"]
    assert (
        app.container("current-agreements-content").get("page_link")[0].proto.label == "Agreements"
    )


def test_project_and_assessment_are_named_as_they_were_typed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, name="<b>West</b>"))
    assessments.rename_assessment(workspace, assessment, "<i>2026</i>")
    assessments.close_assessment(workspace, assessment.id)

    page = shown(open_page("questions", assessment=assessment.id))

    assert "&lt;b&gt;West&lt;/b&gt; · &lt;i&gt;2026&lt;/i&gt; · closed" in page
