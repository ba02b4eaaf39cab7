"""Who speaks for the organisation in a project file, and who is never read as the organisation."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import BundleError
from assessment.respondents import Respondent
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from assessment.store import RespondentAnswer
from exchange import project_file
from tests.support.database import add_respondents

LEVEL = AnswerState.LEVEL
Json = dict[str, Any]


def with_a_colleague(workspace: Workspace, assessment: Assessment) -> str:
    """Return a project in which a facilitator answered too, as a file."""
    colleague = Respondent("f1", assessment.id, "facilitator")
    add_respondents(workspace.store, [colleague])
    said = Answer("MC-41", LEVEL, 1, comment="ik zie", evidence="verslag")
    workspace.store.answers.add([RespondentAnswer(colleague, said)])
    return project_file.export_project(workspace, assessment.project)


def test_who_else_speaks_for_the_organisation_goes_along(
    workspace: Workspace, assessment: Assessment
) -> None:
    text = with_a_colleague(workspace, assessment)

    copy = project_file.import_project(workspace, text, "project.json")

    [imported] = workspace.store.assessments.all(copy.id)
    [colleague] = outcome_of(workspace, imported).colleagues
    assert colleague.role == "facilitator"
    assert colleague.answers["MC-41"].evidence == "verslag"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda part: part.update(role="facilitator"), "is not the organisation's own"),
        (
            lambda part: part["colleagues"][0].update(role="mentee"),
            "role `mentee` does not speak for the organisation",
        ),
    ],
)
def test_an_anonymous_person_is_never_read_as_the_organisation(
    workspace: Workspace, assessment: Assessment, change: Callable[[Json], None], said: str
) -> None:
    data = json.loads(with_a_colleague(workspace, assessment))
    change(data["assessments"][0])

    with pytest.raises(BundleError, match=said):
        project_file.import_project(workspace, json.dumps(data), "project.json")


@pytest.mark.parametrize("choices", [[], [{"criterion": "MC-08", "in_scope": True}]])
def test_a_file_that_changes_the_core_is_refused(
    workspace: Workspace, assessment: Assessment, choices: list[dict[str, Any]]
) -> None:
    data = json.loads(project_file.export_project(workspace, assessment.project))
    [(_, snapshot)] = data["catalogues"].items()
    plain = json.loads(snapshot)
    next(c for c in plain["criteria"] if c["id"] == "MC-08")["core"] = True
    newer = Catalogue.model_validate(plain)
    data["catalogues"] = {newer.content_hash: newer.snapshot}
    data["assessments"][0]["assessment"]["catalogue_hash"] = newer.content_hash
    whole = json.dumps(data)
    rest = [c for c in data["assessments"][0]["choices"] if c["criterion"] != "MC-08"]
    data["assessments"][0]["choices"] = [*rest, *choices]

    with pytest.raises(BundleError, match="MC-08 is part of the core"):
        project_file.import_project(workspace, json.dumps(data), "project.json")
    assert project_file.import_project(workspace, whole, "project.json").name


def test_a_catalogue_that_asks_an_anonymous_role_everything_is_refused(
    workspace: Workspace, assessment: Assessment
) -> None:
    data = json.loads(project_file.export_project(workspace, assessment.project))
    [(_, snapshot)] = data["catalogues"].items()
    catalogue = Catalogue.model_validate(json.loads(snapshot))
    roles = [
        role.model_copy(update={"asked_everything": role.id == "mentee"})
        for role in catalogue.roles
    ]
    hostile = Catalogue.model_validate({**catalogue.model_dump(), "roles": roles})
    data["catalogues"] = {hostile.content_hash: hostile.snapshot}
    data["assessments"][0]["assessment"]["catalogue_hash"] = hostile.content_hash
    data["assessments"][0]["role"] = "mentee"

    with pytest.raises(BundleError, match="an anonymous role is asked everything"):
        project_file.import_project(workspace, json.dumps(data), "project.json")
