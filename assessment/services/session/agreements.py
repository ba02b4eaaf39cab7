"""Agreements made in a session: what, which role, when."""

from dataclasses import replace

from assessment.access.acts import Act
from assessment.agreements import Agreement, AgreementStatus
from assessment.errors import NotFound, SessionRefused
from assessment.services.agreements import save_agreement
from assessment.services.context import Workspace, requires
from assessment.services.session.entering import by_key
from assessment.session.agreements import (
    MAX_SESSION_AGREEMENTS,
    SessionAgreement,
    checked_session_agreement,
)
from assessment.session.group_session import GroupSession
from assessment.session.script import StepKind
from assessment.session.states import SessionKey, SessionState


def save_session_agreement(
    workspace: Workspace, key: str, agreement: SessionAgreement
) -> SessionAgreement:
    """Save a changed agreement, or a new one (without id).

    Raises InvalidInput, StaleWrite, SessionRefused, NotFound.
    """
    session = _session(workspace, key)
    present = workspace.store.session_agreements.all(session.id)
    if agreement.id and agreement.id not in {one.id for one in present}:
        raise NotFound("agreement", agreement.id)
    if not agreement.id and len(present) >= MAX_SESSION_AGREEMENTS:
        raise SessionRefused("full")
    wanted = replace(agreement, id=agreement.id or workspace.new_id(), session=session.id)
    return workspace.store.session_agreements.save(checked_session_agreement(wanted))


def erase_session_agreement(workspace: Workspace, key: str, agreement_id: str) -> None:
    """Take an agreement away. Doing it twice is no error. Raises SessionRefused, NotFound."""
    session = _session(workspace, key)
    if agreement_id in {one.id for one in workspace.store.session_agreements.all(session.id)}:
        workspace.store.session_agreements.erase(agreement_id)


def _session(workspace: Workspace, key: str) -> GroupSession:
    entered = by_key(workspace, key)
    if entered.key is SessionKey.SCREEN:
        raise SessionRefused("key")
    if entered.session.state is SessionState.ENDED:
        raise SessionRefused("ended")
    return entered.session


@requires(Act.LEAD_SESSION)
def edit_session_agreement(workspace: Workspace, agreement: SessionAgreement) -> SessionAgreement:
    """Save an agreement that was made, changed after the session. Raises InvalidInput, StaleWrite."""
    return workspace.store.session_agreements.save(checked_session_agreement(agreement))


@requires(Act.SEE_OUTCOME)
def last_agreements(workspace: Workspace, session: GroupSession) -> list[Agreement]:
    """Return the agreements that the step `last_time` looks back on.

    They are those of the project that its items name, else all that are open.
    """
    if session.project is None:
        return []
    named = {
        item
        for step in session.script.steps
        if step.kind is StepKind.LAST_TIME
        for item in step.items
    }
    present = workspace.store.agreements.all(session.project)
    return [a for a in present if a.id in named or not (named or a.is_settled)]


def settle_agreement(
    workspace: Workspace, key: str, agreement_id: str, status: AgreementStatus, outcome: str
) -> Agreement:
    """Write down how far an agreement of last time is and what came of it.

    Raises NotFound, SessionRefused, InvalidInput, StaleWrite.
    """
    session = _session(workspace, key)
    found = next((a for a in last_agreements(workspace, session) if a.id == agreement_id), None)
    if found is None:
        raise NotFound("agreement", agreement_id)
    return save_agreement(workspace, replace(found, status=status, outcome=outcome))
