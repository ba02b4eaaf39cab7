"""Projects: make, change, erase."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.errors import InvalidInput, NotFound
from assessment.services import projects
from assessment.services.context import Workspace
from tests.support.builders import a_project


def test_a_project_gets_an_id_and_trimmed_texts(workspace: Workspace) -> None:
    made = projects.create_project(workspace, a_project(id="", name="  Maatjes  ", region=" Gent "))
    assert made.id
    assert (made.name, made.region) == ("Maatjes", "Gent")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"region": "x" * 201}, "region"),
        ({"size": -1}, "size"),
        ({"start_year": 1492}, "start_year"),
        ({"start_year": 2040}, "start_year"),
    ],
)
def test_what_cannot_be_is_refused(
    workspace: Workspace, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        projects.create_project(workspace, a_project(id="", **fields))
    assert caught.value.field == field
    assert workspace.store.projects.all() == []


def test_a_changed_project_is_checked_too(workspace: Workspace, assessment: Assessment) -> None:
    present = workspace.store.projects.get(assessment.project)
    saved = projects.change_project(workspace, replace(present, region="Brugge"))
    assert workspace.store.projects.get(present.id) == saved
    with pytest.raises(InvalidInput):
        projects.change_project(workspace, replace(saved, name=""))


def test_erasing_takes_everything(workspace: Workspace, assessment: Assessment) -> None:
    projects.erase_project(workspace, assessment.project)
    assert workspace.store.projects.all() == []
    with pytest.raises(NotFound):
        workspace.store.assessments.get(assessment.id)
