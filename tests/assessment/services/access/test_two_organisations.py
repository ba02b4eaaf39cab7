"""Two organisations at work on one database, at random: neither ever sees or changes a thing of the other."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from assessment.access.acts import MembershipKind
from assessment.answers import Answer, AnswerState
from assessment.errors import MentorspiegelError
from assessment.services import (
    agreements,
    assessments,
    invitations,
    outcome,
    project_list,
    projects,
    self_audit,
)
from assessment.services.access import joining, members
from assessment.services.context import Workspace
from assessment.services.session import preparing
from tests.support.access import Office, an_office
from tests.support.builders import a_project, an_agreement
from tests.support.session.room import a_draft

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

NUMBER = 500  # of acts


@dataclass
class Side:
    """One organisation, and what it made."""

    office: Office
    projects: list[str] = field(default_factory=list)
    assessments: list[str] = field(default_factory=list)
    sessions: list[str] = field(default_factory=list)

    @property
    def at(self) -> Workspace:
        return self.office.workspace

    @property
    def name(self) -> str:
        return self.office.organisation.id


def make(side: Side, _project: str, _assessment: str) -> None:
    side.projects.append(projects.create_project(side.at, a_project(id="", name=side.name)).id)


def start(side: Side, project: str, _assessment: str) -> None:
    begun = assessments.start_assessment(
        side.at, project, name="2026", profile="short", ambition="floor"
    )
    side.assessments.append(begun.id)


def answer(side: Side, _project: str, assessment: str) -> None:
    audit = self_audit.open_audit(side.at, assessment)
    word = Answer(audit.criteria[0].id, AnswerState.LEVEL, 2)
    self_audit.write_answer(side.at, audit, word)


def invite(side: Side, _project: str, assessment: str) -> None:
    invitations.open_invitation(side.at, assessment, "mentee", "short", 5, None, personal=1)


def close(side: Side, _project: str, assessment: str) -> None:
    assessments.close_assessment(side.at, assessment)


def agree(side: Side, project: str, assessment: str) -> None:
    wanted = an_agreement(id="", project=project, assessment=assessment)
    agreements.save_agreement(side.at, wanted)


def erase(side: Side, project: str, _assessment: str) -> None:
    projects.erase_project(side.at, project)


def read_project(side: Side, project: str, _assessment: str) -> None:
    assert side.at.store.projects.get(project).name == side.name


def read_outcome(side: Side, _project: str, assessment: str) -> None:
    seen = outcome.outcome_of(side.at, side.at.store.assessments.get(assessment))
    assert side.at.store.projects.get(seen.assessment.project).name == side.name


def read_list(side: Side, _project: str, _assessment: str) -> None:
    lines = project_list.project_lines(side.at).lines
    assert {line.project.name for line in lines} <= {side.name}


def read_members(side: Side, _project: str, _assessment: str) -> None:
    found = members.members_of(side.at).members
    assert {member.membership.organisation for member in found} == {side.name}


def prepare_session(side: Side, project: str, _assessment: str) -> None:
    on = project if len(side.projects) % 2 else None
    side.sessions.append(preparing.create_session(side.at, a_draft(name=side.name, project=on)).id)


def give_keys(side: Side, _project: str, session: str) -> None:
    preparing.new_keys(side.at, side.at.store.sessions.get(session))


def erase_session(side: Side, _project: str, session: str) -> None:
    side.at.store.sessions.get(session)  # erasing what is not there is no error
    preparing.erase_session(side.at, session)


def read_sessions(side: Side, _project: str, _assessment: str) -> None:
    assert {one.name for one in preparing.sessions_of(side.at, None)} <= {side.name}


def add_member(side: Side, project: str, _assessment: str) -> None:
    joining.invite(side.at, MembershipKind.READER, project=project)


def read_session(side: Side, _project: str, session: str) -> None:
    assert preparing.project_name(side.at, side.at.store.sessions.get(session)) in ("", side.name)


ACTS = (
    *(make, start, answer, invite, close, agree, erase),
    *(read_project, read_outcome, read_list, read_members, add_member),
    *(prepare_session, read_sessions),
)
WITH_SESSIONS = (give_keys, erase_session, read_session)


def all_of(side: Side, workspace: Workspace) -> list[Any]:
    """Return all that the database holds of a side, seen from outside."""
    store = workspace.store
    found: list[Any] = []
    with store.all_or_nothing():  # one transaction for all that is read
        for project in store.projects.all():
            if project.name != side.name:
                continue
            found.append(project)
            for assessment in store.assessments.all(project.id):
                found.append((assessment, store.choices.get(assessment.id)))
                found.append(
                    (
                        store.invitations.all(assessment.id),
                        str(store.answers.counts([assessment.id])),
                    )
                )
            found.append((store.agreements.all(project.id), store.sessions.all(project.id)))
        found.append([one for one in store.sessions.all(None) if one.name == side.name])
        organisation = side.name
        found.append(store.access.memberships.of_organisation(organisation))
        found.append(store.access.links.waiting(organisation))
    return found


@pytest.fixture
def sides(workspace: Workspace) -> tuple[Side, Side]:
    return Side(an_office(workspace)), Side(an_office(workspace, "ORG2"))


@pytest.mark.parametrize("seed", [20261129])
def test_asvs_8_4_1_five_hundred_random_acts_never_cross(
    workspace: Workspace, sides: tuple[Side, Side], seed: int
) -> None:
    dice = Random(seed)  # noqa: S311 (not for a secret)
    refused = 0
    seen: dict[str, list[Any]] = {}  # of the side that did not act last
    for _ in range(NUMBER):
        mine, theirs = sides if dice.random() < 0.5 else sides[::-1]
        before = seen.get(theirs.name) or all_of(theirs, workspace)
        project = dice.choice([*mine.projects, *theirs.projects] or ["none"])
        assessment = dice.choice([*mine.assessments, *theirs.assessments] or ["none"])
        session = dice.choice([*mine.sessions, *theirs.sessions] or ["none"])
        act = dice.choice([*ACTS, *WITH_SESSIONS])
        try:
            act(mine, project, session if act in WITH_SESSIONS else assessment)
        except MentorspiegelError:
            refused += 1
        seen = {theirs.name: all_of(theirs, workspace)}
        assert seen[theirs.name] == before

    assert 0 < refused < NUMBER
