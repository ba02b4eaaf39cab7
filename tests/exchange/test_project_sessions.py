"""Group sessions and own profiles in a project file."""

import json
from dataclasses import replace
from typing import Any

import pytest

from assessment.assessments import Assessment
from assessment.errors import BundleError
from assessment.project_profiles import ProfileEntry, ProjectProfile
from assessment.services.context import Workspace
from assessment.services.session import preparing, running, taking_over
from assessment.services.session.agreements import save_session_agreement
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from exchange import project_file
from tests.support.session.room import a_draft, a_room, a_step

Json = dict[str, Any]
SECRETS = ("token_hash", "phrase", "person", 'control_hash": "', 'code_hash": "')


@pytest.fixture
def exported(workspace: Workspace, assessment: Assessment) -> str:
    """A project with a session that ran, one in preparation, and a profile, as a file."""
    where = {"project": assessment.project, "assessment": assessment.id}
    roles = ["mentor"] * 6 + ["mentee"] * 3
    room = a_room(workspace, a_step("rate", items=("MC-05",)), roles=roles, **where)
    room.run_all("start", "start")
    room.vote_all(["3"] * 6 + ["0"] * 3)
    room.run_all("close", "show")
    agreed = AgreedValue("", "rate", "MC-05", "3", reason="sinds mei", dissent="te vroeg")
    running.agree(workspace, room.keys.control, agreed, room.session.version)
    made = SessionAgreement("", "", "Bel elk koppel", criterion="MC-05")
    save_session_agreement(workspace, room.keys.control, made)
    (preview,) = taking_over.agreement_previews(workspace, room.session, assessment)
    taking_over.take_over_agreement(workspace, preview)
    preparing.create_session(workspace, a_draft(project=assessment.project, name="Straks"))
    entries = (ProfileEntry("MC-05", in_scope=False, reason="doet de partner"),)
    profile = ProjectProfile("", assessment.project, "Ons minimum", "mentoring", "full", entries)
    taking_over.take_over_profile(workspace, room.session, profile, [])
    return project_file.export_project(workspace, assessment.project)


def test_what_came_of_a_session_goes_along_and_comes_back(
    workspace: Workspace, exported: str
) -> None:
    made = project_file.import_project(workspace, exported, "p.json")

    store = workspace.store
    sessions = {session.name: session for session in store.sessions.all(made.id)}
    ended = sessions["Samen kijken"]
    assert (ended.state, sessions["Straks"].state) == ("ended", "draft")
    (agreed,) = store.agreed_values.all(ended.id)
    assert (agreed.level, agreed.reason, agreed.dissent) == (3, "sinds mei", "te vroeg")
    (one,) = store.session_agreements.all(ended.id)
    assert [a.id for a in store.agreements.all(made.id)] == [one.agreement]
    assert ended.assessment == store.assessments.all(made.id)[0].id
    (profile,) = store.project_profiles.all(made.id)
    assert (profile.session, profile.entries[0].reason) == (ended.id, "doet de partner")
    assert ended.control_hash is None
    again = json.loads(project_file.export_project(workspace, made.id))
    assert scripts(again) == scripts(json.loads(exported))


def scripts(data: Json) -> Json:
    sessions = [part["session"] for part in data["sessions"]]
    return {session["name"]: session["script"] for session in sessions}


def test_results_are_there_to_read_and_hold_only_what_was_shown(exported: str) -> None:
    first, _ = json.loads(exported)["sessions"]

    voices = first["results"][0]["first"]["choice"]["voices"]
    assert {role: voice["bins"][:5] for role, voice in voices.items()} == {
        "mentor": [0, 0, 0, 6, 0]
    }
    sessions = json.dumps(json.loads(exported)["sessions"])
    assert [secret for secret in SECRETS if secret in sessions] == []


def test_a_project_without_sessions_has_the_file_it_had(
    workspace: Workspace, assessment: Assessment
) -> None:
    data = json.loads(project_file.export_project(workspace, assessment.project))

    assert not {"sessions", "profiles"} & data.keys()


def changed(data: Json, where: str, value: object) -> None:
    *way, last = where.split(".")
    for step in way:
        data = data[int(step) if step.isdigit() else step]
    data[last] = value


@pytest.mark.parametrize(
    ("where", "value", "words"),
    [
        ("sessions.0.session.catalogue_hash", "other", "no catalogue"),
        ("sessions.0.session.catalogue", "other", "another catalogue"),
        ("sessions.0.session.threshold", 1, "5 to 1,000"),
        ("sessions.0.session.extra_minutes", -1, "between 0 and"),
        ("sessions.0.session.name", "", "needs a name"),
        ("sessions.0.session.created_at", "2126-01-01T00:00:00Z", "cannot be"),
        ("sessions.0.session.script.steps", [], "at least one step"),
        ("sessions.0.session.script.steps.0.kind", "sing", "Input should be"),
        ("sessions.0.agreed.0.for_it", -1, "between 0 and"),
        ("sessions.0.agreements.0.text", " ", "needs words"),
        ("profiles.0.name", "", "needs a name"),
    ],
)
def test_a_session_that_nobody_could_have_made_is_refused(
    workspace: Workspace, exported: str, where: str, value: object, words: str
) -> None:
    data = json.loads(exported)
    changed(data, where, value)

    with pytest.raises(BundleError, match=words):
        project_file.import_project(workspace, json.dumps(data), "p.json")

    assert len(workspace.store.projects.all()) == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [("sessions", "share one id"), ("profiles", "share one id"), ("agreed", "stands there twice")],
)
def test_what_stands_there_twice_is_refused(
    workspace: Workspace, exported: str, kind: str, words: str
) -> None:
    data = json.loads(exported)
    rows = data["sessions"][0]["agreed"] if kind == "agreed" else data[kind]
    rows.append(rows[0])

    with pytest.raises(BundleError, match=words):
        project_file.import_project(workspace, json.dumps(data), "p.json")


def test_a_session_that_had_not_ended_ends_when_it_is_read_back(
    workspace: Workspace, exported: str
) -> None:
    data = json.loads(exported)
    assert data["sessions"][0]["session"]["state"] == "running"
    assert data["sessions"][0]["session"]["ended_at"] is None

    made = project_file.import_project(workspace, exported, "p.json")

    ended = next(s for s in workspace.store.sessions.all(made.id) if s.name == "Samen kijken")
    assert ended.ended_at == workspace.now()
    assert replace(ended, name="x").ends_itself_at is None
