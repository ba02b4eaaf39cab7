"""Settings of a project with an assessment, without one, and of nothing."""

import pytest

from assessment.services import projects
from assessment.services.context import Workspace
from tests.support.builders import a_project
from tests.support.ui.screens import OpenPage, fill


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
