"""A project is taken along as a file, or erased after its name was typed."""

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services import projects
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, downloads, fill, made


def test_the_export_and_the_days_for_a_calendar_can_be_downloaded(app: AppTest) -> None:
    assert [label.replace("\\", "") for label in downloads(app)] == [
        "Download · Maatjes West.json",
        "Download · Maatjes West.ics",
    ]
    assert json.loads(made(app, "export"))["project"]["name"] == "Maatjes West"


def test_a_project_is_erased_only_when_its_name_is_typed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    present = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(present, name="Maatjes  <b>West</b>"))
    app = open_page("settings", assessment=assessment.id)
    assert app.button(key="erase").disabled
    fill(app, "text_input", "erase_name", "Maatjes")
    assert app.button(key="erase").disabled
    fill(app, "text_input", "erase_name", " Maatjes <b>West</b>")
    app.button(key="erase").click().run()
    with pytest.raises(NotFound):
        workspace.store.projects.get(assessment.project)
    assert not app.exception
