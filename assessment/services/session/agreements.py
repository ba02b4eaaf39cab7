"""Agreements made in a session: what, which role, when."""

from dataclasses import replace

from assessment.errors import NotFound, SessionRefused
from assessment.services.context import Workspace
from assessment.services.session.entering import by_key
from assessment.session.agreements import (
    MAX_SESSION_AGREEMENTS,
    SessionAgreement,
    checked_session_agreement,
)
from assessment.session.group_session import GroupSession
from assessment.session.states import SessionKey, SessionState


def save_session_agreement(
    workspace: Workspace, key: str, agreement: SessionAgreement
) -> SessionAgreement:
    """Save a changed agreement, or a new one (without id). Raises InvalidInput, StaleWrite,
    SessionRefused, NotFound."""
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
