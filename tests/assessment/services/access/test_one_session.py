"""A facilitator of one session: does all there is to do with it, and nothing else is there."""

from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.memberships import Access, Membership
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import LinkSpent, MentorspiegelError, NotFound, NotPermitted
from assessment.services import assessments, projects
from assessment.services.access import joining
from assessment.services.context import Workspace
from assessment.services.session import agreements, preparing, proposing, results, taking_over
from assessment.services.session.entering import session_now
from assessment.session.group_session import GroupSession
from assessment.session.states import SessionState
from exchange.session.data import session_json
from reports.session.build import build
from reports.session.material import SessionMaterial
from tests.assessment.services.access.test_two_organisations import (
    ACTS,
    WITH_SESSIONS,
    Side,
    all_of,
)
from tests.support.access import Office, add_member, an_account, an_office, at_work
from tests.support.builders import Clock, a_project
from tests.support.session.room import Room, a_draft, a_step
from tests.support.session.staff import a_prepared_session

NUMBER = 300  # of acts


@dataclass
class House:
    """An organisation with an assessment, two sessions on its project and one on none."""

    office: Office
    assessment: Assessment
    own: GroupSession
    others: tuple[GroupSession, ...]

    @property
    def owner(self) -> Workspace:
        return self.office.workspace

    def member_of(self, session: GroupSession) -> Workspace:
        kind = MembershipKind.FACILITATOR
        member = add_member(self.owner.store, kind, "ORG1", session=session.id)
        return at_work(self.owner, member)


@pytest.fixture
def house(workspace: Workspace) -> House:
    office = an_office(workspace)
    owner = office.workspace
    project = projects.create_project(owner, a_project(id="", name="ORG1"))
    begun = assessments.start_assessment(
        owner, project.id, name="2026", profile="short", ambition="floor"
    )
    on_project = {"project": project.id}
    return House(
        office,
        begun,
        a_prepared_session(owner, **on_project),
        (a_prepared_session(owner, **on_project), a_prepared_session(owner)),
    )


def test_it_is_prepared_led_looked_back_on_and_reported(
    workspace: Workspace, house: House, catalogue: Catalogue
) -> None:
    at = house.member_of(house.own)
    assert preparing.sessions_alone(at) == [house.own]
    assert preparing.project_name(at, house.own) == "ORG1"
    assert preparing.catalogue_of(at, house.own).id == catalogue.id

    steps = (a_step("rate", items=("MC-01",)), a_step("checkout"))
    script = house.own.script.model_copy(update={"steps": steps})
    changed = preparing.change_draft(at, replace(house.own, script=script))
    with_keys, keys = preparing.new_keys(at, changed)
    preparing.open_lobby(at, with_keys)
    room = Room(workspace, house.own.id, keys)
    room.join(*["mentor"] * 6)
    room.run("start")
    room.run("start")
    room.vote_all(("3",) * 6)
    room.run_all("close", "show", "next", "end")

    ended = session_now(at, house.own.id)
    assert ended.state is SessionState.ENDED
    [item] = results.outcome_of_session(at, ended).items
    assert item.item == "MC-01"
    material = SessionMaterial.of(at, ended, "nl")
    assert material.project == "ORG1"
    assert build(material)
    assert session_json(material)


def test_one_that_nobody_ends_ends_itself_for_them_too(house: House, clock: Clock) -> None:
    at = house.member_of(house.own)
    with_keys, _ = preparing.new_keys(at, house.own)
    preparing.open_lobby(at, with_keys)
    clock.forward(hours=30)

    assert preparing.sessions_alone(at)[0].state is SessionState.ENDED
    assert session_now(at, house.own.id).state is SessionState.ENDED


def test_what_steps_can_be_about_is_no_outcome_of_the_project(
    house: House, catalogue: Catalogue
) -> None:
    for own in (house.own, house.others[1]):
        today, pool = proposing.steps_to_add(house.member_of(own), own)
        assert today.content_hash == catalogue.content_hash
        assert pool.criteria
        assert (pool.discuss_first, pool.agreements, pool.assessment) == ((), (), "")
        assert (pool.to_judge, pool.clear) == ((), frozenset())
    _, theirs = proposing.steps_to_add(house.owner, house.own)
    assert set(theirs.criteria) == set(pool.criteria)


def test_a_session_on_no_project_is_theirs_in_the_same_way(house: House) -> None:
    [alone] = house.others[1:]
    at = house.member_of(alone)

    assert preparing.sessions_alone(at) == [alone]
    assert preparing.project_name(at, alone) == ""
    assert preparing.change_draft(at, replace(alone, name="Anders")).name == "Anders"
    for call in (
        lambda: preparing.sessions_of(at, None),
        lambda: session_now(at, house.own.id),
    ):
        with pytest.raises(NotFound):
            call()


def test_everything_else_is_not_there(house: House) -> None:
    at, project = house.member_of(house.own), house.assessment.project
    for other in house.others:
        for call in (
            lambda one=other: session_now(at, one.id),
            lambda one=other: preparing.change_draft(at, replace(one, name="Gekaapt")),
            lambda one=other: preparing.new_keys(at, one),
            lambda one=other: preparing.project_name(at, one),
            lambda one=other: results.outcome_of_session(at, one),
            lambda one=other: preparing.sessions_of(at, one.project),
        ):
            with pytest.raises(NotFound):
                call()
    for call in (
        lambda: at.store.projects.get(project),
        lambda: at.store.assessments.all(project),
        lambda: at.store.agreements.all(project),
        lambda: at.store.project_profiles.all(project),
        lambda: preparing.change_draft(at, replace(house.own, project=None)),
        lambda: preparing.change_draft(at, replace(house.own, assessment=house.assessment.id)),
    ):
        with pytest.raises(NotFound):
            call()
    assert at.store.projects.all() == []


def test_nothing_is_taken_over_made_or_erased(house: House) -> None:
    at, own = house.member_of(house.own), house.own
    for call in (
        lambda: taking_over.assessment_to_answer(at, own),
        lambda: taking_over.take_over_answers(at, house.assessment, []),
        lambda: taking_over.agreements_taken_over(at, own),
        lambda: agreements.last_agreements(at, own),
        lambda: preparing.create_session(at, a_draft()),
        lambda: a_prepared_session(at),
        lambda: preparing.erase_session(at, own.id),
    ):
        with pytest.raises(NotPermitted):
            call()
    assert session_now(house.owner, own.id) == own


def test_asvs_8_4_1_random_acts_do_nothing_to_anything_else(
    workspace: Workspace, house: House
) -> None:
    office = Office(house.office.organisation, house.office.owner, house.member_of(house.own))
    mine = Side(office)
    theirs = Side(an_office(workspace, "ORG2"))
    theirs.projects.append(
        projects.create_project(theirs.at, a_project(id="", name=theirs.name)).id
    )
    theirs.sessions.append(a_prepared_session(theirs.at, name=theirs.name).id)
    of_house = [house.assessment.project, *theirs.projects, "none"]
    sessions = [house.own.id, *(one.id for one in house.others), *theirs.sessions, "none"]
    dice = Random(20261129)  # noqa: S311 (not for a secret)

    def rest() -> list[object]:
        store, project = workspace.store, house.assessment.project
        return [
            *all_of(theirs, workspace),
            store.projects.all(),
            store.assessments.all(project),
            store.agreements.all(project),
            [one for one in store.sessions.all(project) if one.id != house.own.id],
            store.sessions.all(None),
            store.access.memberships.of_organisation("ORG1"),
            store.access.links.waiting("ORG1"),
        ]

    before, done = rest(), 0
    for _ in range(NUMBER):
        act = dice.choice([*ACTS, *WITH_SESSIONS])
        thing = dice.choice(sessions if act in WITH_SESSIONS else [house.assessment.id, "none"])
        try:
            act(mine, dice.choice(of_house), thing)
        except MentorspiegelError:
            continue
        done += 1
        assert thing == house.own.id
    assert rest() == before
    assert done > 0
    assert session_now(workspace, house.own.id).control_hash is not None


def test_it_ends_with_its_last_day_and_with_the_session(
    workspace: Workspace, house: House, clock: Clock
) -> None:
    store, today = workspace.store, workspace.now().date()
    kind = MembershipKind.FACILITATOR
    member = add_member(store, kind, "ORG1", session=house.own.id, until=today)
    at = at_work(workspace, member)
    assert store.access.memberships.of_account(member.account) == [member]

    preparing.erase_session(house.owner, house.own.id)
    assert store.access.memberships.of_account(member.account) == []
    assert preparing.sessions_alone(at) == []  # as a page sees it that was open then
    other = add_member(store, kind, "ORG1", session=house.others[0].id, until=today)
    clock.forward(hours=24)
    assert store.access.memberships.of_account(other.account) == []


def test_somebody_is_invited_for_one_session(workspace: Workspace, house: House) -> None:
    kind = MembershipKind.FACILITATOR
    until = (workspace.now() + timedelta(days=3)).date()
    new = joining.invite(house.owner, kind, session=house.own.id, until=until)
    opened = joining.begin_account(workspace, new.token, an_account("", address="a@example.org"))

    [membership] = workspace.store.access.memberships.of_account(opened.login.account)
    assert membership == Membership(
        *(membership.id, opened.login.account, "ORG1", kind, None, until, house.own.id)
    )
    at = at_work(workspace, membership)
    assert at.access == Access(opened.login.account, "ORG1", (membership,))
    assert preparing.sessions_alone(at) == [house.own]


def test_nobody_is_invited_for_a_session_of_others_or_one_that_is_gone(
    workspace: Workspace, house: House
) -> None:
    other = an_office(workspace, "ORG2").workspace
    kind, session = MembershipKind.FACILITATOR, house.own.id
    with pytest.raises(NotFound):
        joining.invite(other, kind, session=session)
    new = joining.invite(house.owner, kind, session=session)
    preparing.erase_session(house.owner, house.own.id)
    with pytest.raises(NotFound):
        joining.invite(house.owner, kind, session=session)
    with pytest.raises(LinkSpent):
        joining.find_link(workspace, new.token)
