"""Agreements made in a session, and those of last time."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.agreements import AgreementStatus
from assessment.assessments import Assessment
from assessment.errors import NotFound, SessionRefused
from assessment.services.agreements import save_agreement
from assessment.services.context import Workspace
from assessment.services.session import agreements
from assessment.session import agreements as nouns
from assessment.session.agreements import SessionAgreement
from tests.support.builders import an_agreement
from tests.support.session.room import a_room, a_step

NEW = SessionAgreement("", "", "Bel elk koppel", "coördinator", date(2027, 1, 15), "MC-01")


def test_an_agreement_is_made_changed_and_taken_away(workspace: Workspace) -> None:
    room = a_room(workspace, a_step("agree"))
    made = agreements.save_session_agreement(workspace, room.keys.helper, NEW)
    changed = agreements.save_session_agreement(
        workspace, room.keys.control, replace(made, text="Bel twee keer")
    )
    assert room.outcome.agreements == [changed]
    edited = agreements.edit_session_agreement(workspace, replace(changed, criterion="MC-03"))
    assert room.outcome.agreements == [edited]

    agreements.erase_session_agreement(workspace, room.keys.control, made.id)
    agreements.erase_session_agreement(workspace, room.keys.control, made.id)

    assert room.outcome.agreements == []
    with pytest.raises(NotFound):
        agreements.save_session_agreement(workspace, room.keys.control, changed)


def test_agreements_are_made_by_who_may_until_the_end(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = a_room(workspace, a_step("agree"))
    with pytest.raises(SessionRefused, match="key"):
        agreements.save_session_agreement(workspace, room.keys.screen, NEW)
    monkeypatch.setattr(agreements, "MAX_SESSION_AGREEMENTS", 0)
    with pytest.raises(SessionRefused, match="full"):
        agreements.save_session_agreement(workspace, room.keys.control, NEW)
    room.run("end")
    with pytest.raises(SessionRefused, match="ended"):
        agreements.save_session_agreement(workspace, room.keys.control, NEW)
    assert nouns.MAX_SESSION_AGREEMENTS == 50


def test_last_time_is_looked_back_on(workspace: Workspace, assessment: Assessment) -> None:
    usual = {"project": assessment.project, "assessment": assessment.id}
    still_open, done = (
        save_agreement(workspace, an_agreement(name, **usual, status=status))
        for name, status in (("X1", AgreementStatus.OPEN), ("X2", AgreementStatus.DONE))
    )
    room = a_room(workspace, a_step("last_time"), project=assessment.project)
    assert agreements.last_agreements(workspace, room.session) == [still_open]
    named = a_room(workspace, a_step("last_time", items=("X2",)), project=assessment.project)
    assert agreements.last_agreements(workspace, named.session) == [done]
    assert agreements.last_agreements(workspace, a_room(workspace).session) == []

    settled = agreements.settle_agreement(
        workspace, room.keys.control, "X1", AgreementStatus.DONE, "gebeld"
    )

    assert (settled.status, settled.outcome) == ("done", "gebeld")
    assert agreements.last_agreements(workspace, room.session) == []
    with pytest.raises(NotFound):
        agreements.settle_agreement(workspace, room.keys.control, "X1", AgreementStatus.OPEN, "")
