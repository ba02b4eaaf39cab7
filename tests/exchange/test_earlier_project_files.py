"""Project files that an earlier release wrote: read, and not taken for more than they are."""

import json
from typing import Any

import pytest

from assessment.agreements import AgreementStatus
from assessment.answers import Answer, AnswerState, Reason
from assessment.catalogue.model import Catalogue
from assessment.errors import BundleError
from assessment.services.context import Workspace
from exchange import project_file, project_parts
from tests.support.workspace import CRITERIA

Json = dict[str, Any]
EARLIER = CRITERIA / "example" / "catalogue-2026.2.json"

CHOICE = {
    "criterion": "MC-41",
    "in_scope": True,
    "requirement": "minimal",
    "target": 3,
    "reason": "",
}
ANSWER = {
    "criterion": "MC-41",
    "state": "not_applicable",
    "level": None,
    "reason": "done_by_partner",
    "reason_text": "de school",
    "comment": "wij vragen ernaar",
    "evidence": "map 3",
    "marked": True,
    "version": 4,
}


def _assessment(catalogue: Catalogue) -> Json:
    return {
        "assessment": {
            "id": "a1a1a1a1a1a1a1a1",
            "project": "9f0c1d2e3a4b5c6d",
            "name": "Voorjaar 2026",
            "catalogue": catalogue.id,
            "catalogue_version": catalogue.version,
            "catalogue_hash": catalogue.content_hash,
            "profile": "short",
            "ambition": "floor",
            "started_at": "2026-03-02T09:00:00Z",
            "closed_at": "2026-04-02T09:00:00Z",
            "previous": None,
            "threshold": 5,
            "published_at": None,
            "version": 3,
        },
        "role": "coordinator",
        "choices": [CHOICE],
        "answers": [ANSWER],
        "scores": {"catalogue": {}, "assessments": {}},
        "comments": {"MC-41": {"mentee": ["fijn"]}},
    }


def earlier() -> Json:
    """A file of the first format, key by key as that release wrote it, with the criteria of then."""
    catalogue = Catalogue.from_snapshot(EARLIER.read_text(encoding="utf-8"))
    return {
        "format": "mentorspiegel-project-1",
        "project": {
            "id": "9f0c1d2e3a4b5c6d",
            "name": "Maatjes",
            "created_at": "2026-03-02T09:00:00Z",
            "kind": "school",
            "target_group": "Brugklassers",
            "minors": "some_minors",
            "stage": "running",
            "size": 40,
            "region": "Gouda",
            "start_year": 2020,
            "languages": ["nl"],
            "is_example": False,
            "version": 2,
        },
        "catalogues": {catalogue.content_hash: catalogue.snapshot},
        "assessments": [_assessment(catalogue)],
        "actions": [
            {
                "id": "b2b2b2b2b2b2b2b2",
                "project": "9f0c1d2e3a4b5c6d",
                "assessment": "a1a1a1a1a1a1a1a1",
                "criterion": "MC-41",
                "text": "Vraag het ieder jaar",
                "owner": "coordinator",
                "due": "2026-12-01",
                "status": "done",
                "outcome": "Staat in het plan",
                "version": 2,
            }
        ],
    }


def taken(workspace: Workspace, data: object) -> Any:
    return project_file.import_project(workspace, json.dumps(data), "p.json")


def refusal(workspace: Workspace, data: object) -> str:
    with pytest.raises(BundleError) as caught:
        taken(workspace, data)
    assert workspace.store.projects.all() == []
    return str(caught.value)


def test_a_file_of_the_first_format_is_read_with_its_agreements(workspace: Workspace) -> None:
    project = taken(workspace, earlier())
    (assessment,) = workspace.store.assessments.all(project.id)
    (agreement,) = workspace.store.agreements.all(project.id)
    own = workspace.own_respondent(assessment)

    assert (project.name, project.size, project.region) == ("Maatjes", 40, "Gouda")
    assert (assessment.name, assessment.is_closed) == ("Voorjaar 2026", True)
    assert (project.contact, assessment.gives_feedback) == ("", False)  # it knew neither
    assert workspace.store.answers.get(own.id, "MC-41") == Answer(
        *("MC-41", AnswerState.NOT_APPLICABLE, None, Reason.DONE_BY_PARTNER),
        reason_text="de school",
        comment="wij vragen ernaar",
        evidence="map 3",
        marked=True,
        version=1,
    )
    assert (agreement.text, agreement.owner) == ("Vraag het ieder jaar", "coordinator")
    assert (agreement.status, agreement.outcome) == (AgreementStatus.DONE, "Staat in het plan")
    assert agreement.assessment == assessment.id


def test_a_file_of_the_second_format_from_before_contacts_is_read(workspace: Workspace) -> None:
    data = earlier()
    data["agreements"] = data.pop("actions")

    project = taken(workspace, {**data, "format": project_file.FORMAT})

    (assessment,) = workspace.store.assessments.all(project.id)
    assert (project.contact, assessment.gives_feedback) == ("", False)


def test_what_was_read_goes_out_in_the_present_format(workspace: Workspace) -> None:
    project = taken(workspace, earlier())

    written = json.loads(project_file.export_project(workspace, project.id))

    assert written["format"] == "mentorspiegel-project-2"
    assert [agreement["text"] for agreement in written["agreements"]] == ["Vraag het ieder jaar"]
    assert "actions" not in written


@pytest.mark.parametrize("name", ["mentorspiegel-project-1", "mentorspiegel-project-2"])
def test_a_file_with_the_keys_of_both_formats_is_refused(workspace: Workspace, name: str) -> None:
    data = earlier() | {"format": name, "agreements": []}

    assert refusal(workspace, data) == "p.json: actions: Extra inputs are not permitted."


def test_the_first_format_with_the_key_of_the_second_is_refused(workspace: Workspace) -> None:
    data = earlier()
    data["agreements"] = data.pop("actions")

    assert refusal(workspace, data) == (
        "p.json: format `mentorspiegel-project-1` is not known. "
        "This version reads `mentorspiegel-project-2`."
    )


def test_the_second_format_with_the_key_of_the_first_is_refused(workspace: Workspace) -> None:
    lines = refusal(workspace, earlier() | {"format": "mentorspiegel-project-2"})

    assert "p.json: agreements: Field required." in lines
    assert "p.json: actions: Extra inputs are not permitted." in lines


@pytest.mark.parametrize("actions", [None, 1, "x", {"text": "x"}, [1], [None], [[]], [{}]])
def test_agreements_of_another_type_are_refused(workspace: Workspace, actions: object) -> None:
    lines = refusal(workspace, earlier() | {"actions": actions})

    assert all(line.startswith("p.json: agreements") for line in lines.splitlines())


@pytest.mark.parametrize(
    "name", ["mentorspiegel-project-0", "", None, 1, ["mentorspiegel-project-1"]]
)
def test_another_format_is_refused_whatever_it_holds(workspace: Workspace, name: object) -> None:
    lines = refusal(workspace, earlier() | {"format": name})

    assert "agreements: Field required" in lines


def test_a_format_that_is_not_known_is_named(workspace: Workspace) -> None:
    data = earlier() | {"format": "mentorspiegel-project-3"}
    data["agreements"] = data.pop("actions")

    assert "format `mentorspiegel-project-3` is not known" in refusal(workspace, data)


def test_very_many_agreements_of_the_first_format_are_refused(workspace: Workspace) -> None:
    data = earlier()
    data["actions"] *= project_parts.MAX_ROWS + 1

    assert "agreements: List should have at most 2000 items" in refusal(workspace, data)


def test_an_agreement_of_an_assessment_that_is_not_in_the_file_is_refused(
    workspace: Workspace,
) -> None:
    data = earlier()
    data["actions"][0]["assessment"] = "elsewhere"

    assert "no such assessment" in refusal(workspace, data)
