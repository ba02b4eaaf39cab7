"""A project as a file: what goes out comes back, and nothing half."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.errors import BundleError, DatabaseUnavailable
from assessment.respondents import Respondent
from assessment.services import agreements, assessments, projects
from assessment.services.context import Workspace
from assessment.services.feedback import set_gives_feedback
from assessment.services.self_audit import open_audit, write_answer
from assessment.store import RespondentAnswer
from exchange import project_checks, project_file, project_parts
from exchange.limited_json import MAX_SIGNS, values_in
from tests.support.database import add_respondents

LEVEL = AnswerState.LEVEL
Json = dict[str, Any]


@pytest.fixture
def exported(workspace: Workspace, assessment: Assessment) -> str:
    """A project with two assessments, notes, reasons, an agreement and other voices, as a file."""
    audit = open_audit(workspace, assessment.id)
    write_answer(
        workspace, audit, Answer("MC-01", LEVEL, 3, comment="=cmd", evidence="<b>", marked=True)
    )
    write_answer(
        workspace,
        audit,
        Answer("MC-03", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="omdat"),
    )
    for number in range(3):
        voice = Respondent(f"m{number}", assessment.id, "mentee")
        add_respondents(workspace.store, [voice])
        workspace.store.answers.add(
            [RespondentAnswer(voice, Answer("MC-41", LEVEL, 1, comment="dit zei een mentee"))]
        )
    agreements.save_agreement(
        workspace,
        Agreement("", assessment.project, assessment.id, "MC-01", "doen", owner="coordinator"),
    )
    closed = assessments.close_assessment(workspace, assessment.id)
    set_gives_feedback(workspace, closed, gives_feedback=True)
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, contact="de coördinator, 010 123 45 67"))
    assessments.start_assessment(
        workspace, assessment.project, name="2", profile="full", ambition="growth"
    )
    return project_file.export_project(workspace, assessment.project)


def bare(text: str) -> Json:
    """Return an export without what differs by design: ids, versions and scores of other voices."""
    data: Json = json.loads(text)
    for part in data["assessments"]:
        for name in ("id", "project", "previous", "version"):
            part["assessment"].pop(name)
        part.pop("scores")
        for answer in part["answers"]:
            answer.pop("version")
    for agreement in data["agreements"]:
        for name in ("id", "project", "assessment", "version"):
            agreement.pop(name)
    for name in ("id", "version"):
        data["project"].pop(name)
    return data


def test_a_round_trip_loses_nothing(workspace: Workspace, exported: str) -> None:
    made = project_file.import_project(workspace, exported, "p.json")
    assert bare(project_file.export_project(workspace, made.id)) == bare(exported)
    assert made.contact == "de coördinator, 010 123 45 67"
    told = {a.name: a.gives_feedback for a in workspace.store.assessments.all(made.id)}
    assert told == {"2026": True, "2": False}
    assert len(workspace.store.projects.all()) == 2


def test_single_answers_of_anonymous_voices_never_leave(exported: str) -> None:
    assert "dit zei een mentee" not in exported
    scores = json.loads(exported)["assessments"][0]["scores"]
    [found] = scores["assessments"].values()
    assert "mentee" not in found["criteria"]["MC-41"]["by_role"]
    assert found["left_out"] is True


def test_what_others_wrote_goes_along_as_far_as_it_may_be_shown(
    workspace: Workspace, assessment: Assessment
) -> None:
    for number in range(5):
        voice = Respondent(f"m{number}", assessment.id, "mentee")
        add_respondents(workspace.store, [voice])
        said = Answer("MC-41", LEVEL, 1, comment=f"stem {number}")
        workspace.store.answers.add([RespondentAnswer(voice, said)])
    still_open = json.loads(project_file.export_project(workspace, assessment.project))
    assessments.close_assessment(workspace, assessment.id)
    closed = project_file.export_project(workspace, assessment.project)

    assert still_open["assessments"][0]["comments"] is None
    (part,) = json.loads(closed)["assessments"]
    assert part["comments"] == {"MC-41": {"mentee": [f"stem {number}" for number in range(5)]}}
    assert project_file.import_project(workspace, closed, "p.json").name


def spoil(change: Callable[[Json], object]) -> Callable[[str], str]:
    def spoiled(text: str) -> str:
        data = json.loads(text)
        change(data)
        return json.dumps(data)

    return spoiled


BROKEN = {
    "truncated": lambda text: text[: len(text) // 2],
    "no json": lambda _: "hallo",
    "other format": spoil(lambda d: d.update(format="x")),
    "unknown key": spoil(lambda d: d.update(extra=1)),
    "catalogue changed": spoil(
        lambda d: d["catalogues"].update(
            {k: v.replace('"version": "', '"version": "9') for k, v in d["catalogues"].items()}
        )
    ),
    "catalogue unreadable": spoil(
        lambda d: d["catalogues"].update(dict.fromkeys(d["catalogues"], "{}"))
    ),
    "catalogue missing": spoil(lambda d: d.update(catalogues={})),
    "unknown criterion": spoil(
        lambda d: d["assessments"][0]["answers"][0].update(criterion="MC-99")
    ),
    "twice": spoil(
        lambda d: d["assessments"][0]["answers"].append(d["assessments"][0]["answers"][0])
    ),
    "unknown role": spoil(lambda d: d["assessments"][0].update(role="boss")),
    "unknown previous": spoil(lambda d: d["assessments"][0]["assessment"].update(previous="x")),
    "one id twice": spoil(
        lambda d: [p["assessment"].update(id="same", previous=None) for p in d["assessments"]]
    ),
    "level 7": spoil(lambda d: d["assessments"][0]["answers"][0].update(level=7)),
    "target 9": spoil(lambda d: d["assessments"][0]["choices"][0].update(target=9)),
    "no name": spoil(lambda d: d["project"].update(name="")),
    "agreement elsewhere": spoil(lambda d: d["agreements"][0].update(assessment="x")),
    "empty agreement": spoil(lambda d: d["agreements"][0].update(text=" ")),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_refused_whole(workspace: Workspace, exported: str, kind: str) -> None:
    with pytest.raises(BundleError) as caught:
        project_file.import_project(workspace, BROKEN[kind](exported), "p.json")
    assert str(caught.value).startswith("p.json: ")
    assert len(workspace.store.projects.all()) == 1


def test_a_file_that_is_too_large_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_file, "MAX_BYTES", 10)
    with pytest.raises(BundleError):
        project_file.import_project(workspace, "x" * 11, "p.json")


PART = {"assessment": {}, "role": "", "choices": [], "answers": []}
HEAVY: dict[str, tuple[Callable[[Json], object], str]] = {
    "very many commas": (lambda d: d["project"].update(name="," * 1_000_001), "too many values"),
    "very many values": (
        lambda d: d.update(agreements=[{}] * (project_file.MAX_VALUES + 1)),
        "is too large",
    ),
    "very many unknown keys": (
        lambda d: d.update({str(number): 1 for number in range(50_000)}),
        "almost nothing in it is right",
    ),
    "very many assessments": (
        lambda d: d.update(assessments=[PART] * (project_parts.MAX_ROWS + 1)),
        "assessments",
    ),
    "very many broken assessments": (
        lambda d: d.update(assessments=[{}] * 50_000),
        "assessments.0",
    ),
    "a very large catalogue": (
        lambda d: d["catalogues"].update(a=json.dumps({"criteria": [{}] * 30_000})),
        "holds too much in its catalogues",
    ),
    "very many catalogues": (
        lambda d: d["catalogues"].update(
            {str(number): json.dumps([0] * 29_000) for number in range(7)}
        ),
        "holds too much in its catalogues",
    ),
    "a catalogue within brackets": (
        lambda d: d["catalogues"].update(a="[" * 100_000),
        "catalogue a cannot be read",
    ),
    "a key without end": (lambda d: d.update({"x" * 1_000_000: 1}), "x" * 60),
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_file_that_would_take_much_memory_to_check_is_refused(
    workspace: Workspace, exported: str, kind: str
) -> None:
    change, expected = HEAVY[kind]

    with pytest.raises(BundleError, match=expected) as caught:
        project_file.import_project(workspace, spoil(change)(exported), "p.json")

    assert len(str(caught.value)) < 20_000
    assert len(workspace.store.projects.all()) == 1


@pytest.mark.parametrize("name", ["scores", "comments"])
def test_what_is_only_there_to_read_is_not_even_checked(
    workspace: Workspace, exported: str, name: str
) -> None:
    large = spoil(lambda d: d["assessments"][0].update({name: [[]] * 200_000}))(exported)

    assert project_file.import_project(workspace, large, "p.json").name


@pytest.mark.parametrize("assessments", [1, None, [1], {"scores": 1}])
def test_assessments_that_are_none_are_refused(
    workspace: Workspace, exported: str, assessments: object
) -> None:
    with pytest.raises(BundleError, match="assessments"):
        project_file.import_project(
            workspace, spoil(lambda d: d.update(assessments=assessments))(exported), "p.json"
        )


def test_ten_full_assessments_with_as_many_catalogues_stay_within_the_limits(
    workspace: Workspace, exported: str
) -> None:
    data = json.loads(exported)
    (name, snapshot), part = *data["catalogues"].items(), data["assessments"][0]
    catalogue = workspace.catalogue
    said = [
        {**part["answers"][0], "criterion": each.id, "comment": "wat wij zien, doen. " * 20}
        for each in catalogue.criteria
    ]
    data["assessments"] = [
        {
            **part,
            "answers": said,
            "assessment": {
                **part["assessment"],
                "id": str(number),
                "previous": None,
                "catalogue_hash": f"{name}",
            },
        }
        for number in range(10)
    ]
    data["agreements"] = []
    assert len(snapshot) * 10 + len(json.dumps(data)) < project_file.MAX_BYTES / 2
    assert values_in(json.loads(snapshot)) * 10 < project_checks.MAX_CATALOGUES / 2
    assert sum(map((snapshot * 10 + json.dumps(data)).count, ",[{")) < MAX_SIGNS / 2

    made = project_file.import_project(workspace, json.dumps(data), "p.json")

    assert len(workspace.store.assessments.all(made.id)) == 10


def test_a_failure_half_way_leaves_nothing(
    workspace: Workspace, exported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DatabaseUnavailable("the disk is full")

    monkeypatch.setattr(type(workspace.store.answers), "add", full)
    with pytest.raises(DatabaseUnavailable):
        project_file.import_project(workspace, exported, "p.json")
    assert len(workspace.store.projects.all()) == 1
