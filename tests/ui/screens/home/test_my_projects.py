"""The list of projects: search, and a page at a time."""

import pytest

from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.project_list import ON_A_PAGE
from tests.support.builders import a_project
from tests.support.ui.screens import OpenPage, keys, links, press, shown

SEARCH = "search_projects"


@pytest.fixture
def many(workspace: Workspace) -> None:
    """One project more than fits on a page."""
    for number in range(ON_A_PAGE + 1):
        projects.create_project(workspace, a_project(id="", name=f"Project {number:02}"))


def test_a_few_projects_need_no_search(open_page: OpenPage, workspace: Workspace) -> None:
    projects.create_project(workspace, a_project(id="", name="Maatjes"))

    app = open_page("home")

    assert list(app.text_input) == []
    assert not {"later", "earlier"} & keys(app)


def test_more_than_a_page_is_leafed_through(open_page: OpenPage, many: None) -> None:
    app = open_page("home")
    assert "1 to 20 of 21 projects" in shown(app)
    assert "later" not in keys(app)

    press(app, "earlier")
    assert "21 to 21 of 21 projects" in shown(app)
    assert links(app)[0] == "Project 00"
    assert "earlier" not in keys(app)

    press(app, "later")
    assert "1 to 20 of 21 projects" in shown(app)


def test_a_project_is_found_by_its_name(open_page: OpenPage, many: None) -> None:
    app = press(open_page("home"), "earlier")

    app.text_input(key=SEARCH).set_value("project 2").run()
    assert "One project found" in shown(app)
    assert links(app)[0] == "Project 20"

    app.text_input(key=SEARCH).set_value("nowhere").run()
    assert "No project is called that." in shown(app)

    app.text_input(key=SEARCH).set_value("").run()
    assert "1 to 20 of 21 projects" in shown(app)
