"""Preparing a session."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput, NotFound, SessionRefused, StaleWrite
from assessment.services.context import Workspace
from assessment.services.session import preparing
from assessment.services.session.entering import by_key, by_person
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
