"""Preparing a session."""

from dataclasses import replace

import pytest

from assessment.access.acts import WHO_MAY, Act, MembershipKind
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput, NotFound, NotPermitted, SessionRefused, StaleWrite
from assessment.services.context import Workspace
from assessment.services.session import preparing
from assessment.services.session.entering import by_key, by_person
from tests.support.access import add_member, an_office, at_work
from tests.support.builders import Clock
from tests.support.session.room import a_draft, a_room, a_script, a_step


def test_a_session_on_its_own_keeps_the_catalogue_of_today(workspace: Workspace) -> None:
    session = preparing.create_session(workspace, a_draft())

    assert (session.project, session.state, session.threshold) == (None, "draft", 5)
    assert preparing.sessions_of(workspace, None) == [session]
    dropped = workspace.catalogue.model_dump()
    dropped["criteria"] = [c for c in dropped["criteria"] if c["id"] != "MC-01"]
    later = replace(workspace, current_catalogue=Catalogue.model_validate(dropped))
    kept = preparing.catalogue_of(later, session)
    assert "MC-01" in kept.by_id
    assert "MC-01" not in later.catalogue.by_id


def test_a_session_on_an_assessment_keeps_the_catalogue_of_that(
    workspace: Workspace, assessment: Assessment
) -> None:
    draft = a_draft(project=assessment.project, assessment=assessment.id)

    session = preparing.create_session(workspace, draft)

    assert session.catalogue_hash == assessment.catalogue_hash
    on_project = preparing.create_session(workspace, a_draft(project=assessment.project))
    assert on_project.catalogue == workspace.catalogue.id
    assert len(preparing.sessions_of(workspace, assessment.project)) == 2


def test_what_cannot_be_is_not_saved(workspace: Workspace) -> None:
    with pytest.raises(InvalidInput):
        preparing.create_session(workspace, a_draft(name=""))

    assert preparing.sessions_of(workspace, None) == []


def test_the_setting_may_raise_the_number_of_votes(workspace: Workspace) -> None:
    assert preparing.create_session(replace(workspace, threshold=8), a_draft()).threshold == 8


def test_a_draft_changes_until_the_doors_open(workspace: Workspace) -> None:
    session = preparing.create_session(workspace, a_draft())
    changed = preparing.change_draft(workspace, replace(session, script=a_script(a_step("agree"))))
    with pytest.raises(StaleWrite):
        preparing.change_draft(workspace, session)
    with pytest.raises(SessionRefused, match="keys"):
        preparing.open_lobby(workspace, changed)
    with_keys, _ = preparing.new_keys(workspace, changed)

    opened = preparing.open_lobby(workspace, with_keys)

    assert opened.is_joinable
    for refused in (preparing.change_draft, preparing.open_lobby):
        with pytest.raises(SessionRefused, match="state"):
            refused(workspace, opened)


def test_new_keys_put_nobody_out_who_is_in(workspace: Workspace) -> None:
    room = a_room(workspace, roles=["mentor"])

    session, keys = preparing.new_keys(workspace, room.session)

    with pytest.raises(NotFound):
        by_key(workspace, room.keys.control)
    assert by_key(workspace, keys.control).session == session
    assert by_person(workspace, room.people[0].token).session == session
    room.keys = keys
    room.run_all("end")
    with pytest.raises(SessionRefused, match="ended"):
        preparing.new_keys(workspace, room.session)


def test_a_forgotten_session_is_listed_as_ended(workspace: Workspace, clock: Clock) -> None:
    room = a_room(workspace)
    clock.forward(hours=4)

    (listed,) = preparing.sessions_of(workspace, None)

    assert listed.state == "ended"
    assert listed.ended_at == room.session.ended_at


def test_a_session_can_be_erased(workspace: Workspace) -> None:
    room = a_room(workspace, roles=["mentor"])

    preparing.erase_session(workspace, room.id)

    assert preparing.sessions_of(workspace, None) == []


def test_a_facilitator_prepares_a_session_on_no_project_for_the_organisation(
    workspace: Workspace,
) -> None:
    office, elsewhere = an_office(workspace), an_office(workspace, "ORG2")
    facilitator = add_member(workspace.store, MembershipKind.FACILITATOR, "ORG1")
    at = replace(at_work(workspace, facilitator), current_catalogue=workspace.current_catalogue)

    session = preparing.create_session(at, a_draft())
    opened, keys = preparing.new_keys(at, session)
    lobby = preparing.open_lobby(at, opened)

    assert preparing.sessions_of(office.workspace, None) == [lobby]
    assert by_key(workspace, keys.control).session == lobby  # who leads comes with the key
    assert preparing.sessions_of(elsewhere.workspace, None) == []
    with pytest.raises(NotFound):
        preparing.erase_session(elsewhere.workspace, session.id)


@pytest.mark.parametrize(
    "kind", [kind for kind in MembershipKind if kind not in WHO_MAY[Act.LEAD_SESSION]]
)
def test_others_prepare_none(workspace: Workspace, kind: MembershipKind) -> None:
    an_office(workspace)
    of = None if kind is MembershipKind.SERVER_ADMIN else "ORG1"
    at = at_work(workspace, add_member(workspace.store, kind, of))

    with pytest.raises(NotPermitted):
        preparing.create_session(at, a_draft())


def test_a_facilitator_of_one_project_prepares_sessions_on_that_alone(
    workspace: Workspace, assessment: Assessment
) -> None:
    office = an_office(workspace)
    member = add_member(
        workspace.store, MembershipKind.FACILITATOR, "ORG1", project=assessment.project
    )
    at = at_work(workspace, member)

    with pytest.raises(NotFound):
        preparing.create_session(at, a_draft())
    made = preparing.create_session(at, a_draft(project=assessment.project))

    assert preparing.sessions_of(office.workspace, assessment.project) == [made]
    assert preparing.sessions_of(office.workspace, None) == []
