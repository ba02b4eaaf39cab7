"""What a project noted of its share files, in the file of the project: there and back, and checked."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assessment.assessments import Assessment
from assessment.errors import BundleError
from assessment.services.context import Workspace
from exchange import project_file
from tests.support.portfolio.shares import a_share_file


@pytest.fixture
def exported(workspace: Workspace, assessment: Assessment) -> str:
    """A project of which two files went to funders, one asked back, as a file."""
    where = {"project": assessment.project, "assessment": assessment.id}
    now = workspace.now()
    made = a_share_file("S1", **where, made_at=now, asked_back_at=now)
    workspace.store.share_files.save(made)
    earlier = now - timedelta(days=9)
    workspace.store.share_files.save(
        a_share_file("S2", **where, made_at=earlier, portfolio="F2", portfolio_name="Fonds")
    )
    return project_file.export_project(workspace, assessment.project)


def test_who_has_what_until_when_goes_along_and_comes_back(
    workspace: Workspace, assessment: Assessment, exported: str
) -> None:
    project = project_file.import_project(workspace, exported, "p.json")

    files = workspace.store.share_files
    (moved,) = workspace.store.assessments.all(project.id)
    own = {"project": project.id, "assessment": moved.id}
    there, back = files.all(assessment.project), files.all(project.id)
    assert len(there) == 2
    assert back == [replace(a, id=b.id, **own) for a, b in zip(there, back, strict=True)]
    assert {a.id for a in there}.isdisjoint(b.id for b in back)


def test_what_is_in_a_share_file_is_not_in_the_file_of_the_project(exported: str) -> None:
    first, _ = json.loads(exported)["share_files"]

    assert first.keys() == vars(a_share_file()).keys()
    assert "Wij begonnen net." not in exported


def test_a_project_without_share_files_has_the_file_it_had(
    workspace: Workspace, assessment: Assessment
) -> None:
    assert "share_files" not in project_file.export_project(workspace, assessment.project)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("assessment", "elsewhere", "no such assessment"),
        ("openness", "all", "Input should be"),
        ("alias", " ", "says its alias"),
        ("readers", "", "says its readers"),
        ("readers", "x" * 10_001, "readers are longer"),
        ("portfolio_name", "x" * 201, "longer than 200"),
        ("made_at", "2126-01-01T00:00:00Z", "cannot be"),
        ("asked_back_at", "2026-01-01T00:00:00", "cannot be"),
        ("snapshot", {}, "Unexpected"),
    ],
)
def test_one_that_nobody_could_have_made_is_refused(
    workspace: Workspace, exported: str, field: str, value: Any, words: str
) -> None:
    data = json.loads(exported)
    data["share_files"][0][field] = value

    with pytest.raises(BundleError, match=words):
        project_file.import_project(workspace, json.dumps(data), "p.json")

    assert len(workspace.store.projects.all()) == 1


def test_two_of_one_assessment_for_one_portfolio_are_refused(
    workspace: Workspace, exported: str
) -> None:
    data = json.loads(exported)
    data["share_files"].append(data["share_files"][0])

    with pytest.raises(BundleError, match="for one portfolio"):
        project_file.import_project(workspace, json.dumps(data), "p.json")
