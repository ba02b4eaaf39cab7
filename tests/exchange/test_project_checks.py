"""Every value of a project file is checked as if it was typed, and its catalogues as a folder."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import BundleError
from assessment.services import assessments
from assessment.services.agreements import save_agreement
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit, write_answer
from exchange import formats, project_file
from reports.material import Material
from tests.support.builders import an_agreement

Json = dict[str, Any]
Change = Callable[[Json], object]


@pytest.fixture
def exported(workspace: Workspace, assessment: Assessment) -> str:
    """A project with two assessments, an answer and an agreement, as a file."""
    audit = open_audit(workspace, assessment.id)
    write_answer(workspace, audit, Answer("MC-01", AnswerState.LEVEL, 3))
    of_it = {"project": assessment.project, "assessment": assessment.id}
    save_agreement(workspace, an_agreement("", **of_it))
    assessments.close_assessment(workspace, assessment.id)
    assessments.start_assessment(
        workspace, assessment.project, name="2", profile="full", ambition="growth"
    )
    return project_file.export_project(workspace, assessment.project)


def refusal(workspace: Workspace, exported: str, change: Change) -> str:
    data = json.loads(exported)
    change(data)
    with pytest.raises(BundleError) as caught:
        project_file.import_project(workspace, json.dumps(data), "p.json")
    assert len(workspace.store.projects.all()) == 1
    assert all(line.startswith("p.json: ") for line in str(caught.value).splitlines())
    return str(caught.value)


def of_first(**fields: object) -> Change:
    return lambda data: data["assessments"][0]["assessment"].update(fields)


def of_answer(**fields: object) -> Change:
    return lambda data: data["assessments"][0]["answers"][0].update(fields)


def of_choice(**fields: object) -> Change:
    return lambda data: data["assessments"][0]["choices"][0].update(fields)


def in_a_ring(data: Json) -> None:
    one, other = (part["assessment"] for part in data["assessments"])
    one["previous"], other["previous"] = other["id"], one["id"]


LONG = "x" * 50_000
TYPED: dict[str, tuple[Change, str]] = {
    **{
        f"threshold {number}": (of_first(threshold=number), "threshold|from 5 to 1000 answers")
        for number in (2, 1, 0, -5, 10**30, True, 5.5)
    },
    "level true": (of_answer(level=True), "answers.0.level"),
    "level as a word": (of_answer(level="3"), "answers.0.level"),
    "level 3.0": (of_answer(level=3.0), "answers.0.level"),
    "target true": (of_choice(target=True), "choices.0.target"),
    "in scope as a number": (of_choice(in_scope=1), "choices.0.in_scope"),
    "a requirement of one's own": (of_choice(requirement="maximal"), "choices.0.requirement"),
    "a criterion without end": (of_answer(criterion=LONG), "there is no criterion"),
    "a name without end": (of_first(name=LONG), "longer than 200"),
    "no name": (of_first(name=" "), "needs a name"),
    "a profile that is not there": (of_first(profile=LONG), "there is no profile"),
    "an ambition that is not there": (of_first(ambition="none"), "there is no ambition"),
    "another catalogue": (of_first(catalogue="other"), "names another catalogue"),
    "another version": (of_first(catalogue_version=LONG), "names another catalogue"),
    "after itself": (
        lambda d: d["assessments"][0]["assessment"].update(
            previous=d["assessments"][0]["assessment"]["id"]
        ),
        "in a ring",
    ),
    "a ring": (in_a_ring, "in a ring"),
    "a time without zone": (of_first(started_at="2026-01-01T00:00:00"), "the time"),
    "a time long ago": (of_first(started_at="0001-01-01T00:00:00+14:00"), "the time"),
    "a time that has not been": (of_first(closed_at="9999-12-31T23:59:59-14:00"), "the time"),
    "languages without end": (
        lambda d: d["project"].update(languages=["nl"] * 21),
        "codes of languages",
    ),
    "a language of one's own": (lambda d: d["project"].update(languages=[LONG]), "codes of lang"),
    "an agreement on nothing": (
        lambda d: d["agreements"][0].update(criterion=LONG),
        "there is no criterion",
    ),
    "a colleague in the own role": (
        lambda d: d["assessments"][0]["colleagues"].append({"role": "coordinator", "answers": []}),
        "beside its own voice",
    ),
    "an anonymous own voice": (lambda d: d["assessments"][0].update(role="mentee"), "not the org"),
    "half a character": (of_answer(comment="\ud800"), "Invalid JSON"),
    "a text that no database keeps": (of_answer(comment="\0"), "cannot be kept"),
}


@pytest.mark.parametrize("kind", TYPED)
def test_what_nobody_could_have_typed_is_refused(
    workspace: Workspace, exported: str, kind: str
) -> None:
    change, expected = TYPED[kind]

    message = refusal(workspace, exported, change)

    assert any(part in message for part in expected.split("|")), message
    assert len(message) < 5_000


def rewritten(change: Change) -> Change:
    """Rewrite the catalogue of a file and give it its right hash, as whoever means harm would."""

    def rewrite(data: Json) -> None:
        [(_, snapshot)] = data["catalogues"].items()
        catalogue = json.loads(snapshot)
        change(catalogue)
        made = Catalogue.model_validate(catalogue)
        data["catalogues"] = {made.content_hash: made.snapshot}
        for part in data["assessments"]:
            part["assessment"]["catalogue_hash"] = made.content_hash

    return rewrite


HARMFUL: dict[str, Change] = {
    "scale": lambda c: c["criteria"][0].update(scale="nowhere"),
    "perspective": lambda c: c["criteria"][0].update(perspective="nowhere"),
    "phase": lambda c: c["criteria"][0].update(phase="nowhere"),
    "rubric of three": lambda c: c["criteria"][0].update(rubric=c["criteria"][0]["rubric"][:3]),
    "scale of two": lambda c: c["scales"][0].update(levels=c["scales"][0]["levels"][:2]),
    "criterion twice": lambda c: c["criteria"].append(c["criteria"][0]),
    "no text in a language": lambda c: c["criteria"][0]["title"].clear(),
    "no roles": lambda c: c.update(roles=[]),
    "an anonymous role is asked everything": lambda c: [
        role.update(asked_everything=role["id"] == "mentee") for role in c["roles"]
    ],
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_a_catalogue_that_screens_and_reports_cannot_be_made_of_is_refused(
    workspace: Workspace, exported: str, kind: str
) -> None:
    assert "catalogue" in refusal(workspace, exported, rewritten(HARMFUL[kind]))


def test_a_catalogue_of_somebody_else_that_is_right_is_taken_and_everything_can_be_made(
    workspace: Workspace, exported: str
) -> None:
    data = json.loads(exported)
    rewritten(lambda c: c["criteria"][0]["title"].update(nl="Anders", en="Different"))(data)

    made = project_file.import_project(workspace, json.dumps(data), "p.json")

    [_, closed] = workspace.store.assessments.all(made.id)
    material = Material.of(workspace, closed, "nl", workspace.now())
    assert all(formats.make(name, material) for name in formats.FORMATS)


def test_the_number_of_an_earlier_release_rises_for_nobody_else_comes_along(
    workspace: Workspace, exported: str
) -> None:
    data = json.loads(exported)
    of_first(threshold=3)(data)

    made = project_file.import_project(workspace, json.dumps(data), "p.json")

    assert {a.threshold for a in workspace.store.assessments.all(made.id)} == {5, None}
