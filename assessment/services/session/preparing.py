"""Preparing a session: make it, change it, give it keys, let people in, erase it."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from assessment.access.acts import Act
from assessment.catalogue.model import Catalogue
from assessment.errors import NotFound, SessionRefused
from assessment.respondents import token_hash
from assessment.scoring.rules import THRESHOLD
from assessment.services.context import Workspace, requires
from assessment.session.group_session import GroupSession, checked_session
from assessment.session.keys import SessionKeys
from assessment.session.script import Script
from assessment.session.states import Purpose, SessionState


@dataclass(frozen=True)
class SessionDraft:
    """What a facilitator fills in for a new session. Without a project it stands on its own."""

    name: str
    language: str
    purpose: Purpose
    planned_minutes: int
    people_expected: int
    roles: tuple[str, ...]
    script: Script
    project: str | None = None
    assessment: str = ""  # from which its items come, and whose catalogue it keeps


@requires(Act.MAKE_SESSION)
def create_session(workspace: Workspace, draft: SessionDraft) -> GroupSession:
    """Save a new session, with the catalogue that it keeps from then on.

    That is the one of its assessment, else the one its project goes on with, else the default one.
    Raises InvalidInput, NotFound.
    """
    catalogue = _catalogue(workspace, draft)
    session = GroupSession(
        id=workspace.new_id(),
        catalogue=catalogue.id,
        catalogue_version=catalogue.version,
        catalogue_hash=catalogue.content_hash,
        created_at=workspace.now(),
        threshold=max(workspace.threshold, THRESHOLD),
        **vars(draft),
    )
    checked = checked_session(session)
    workspace.store.snapshots.add(catalogue.content_hash, catalogue.snapshot)
    return workspace.store.sessions.save(checked)


def _catalogue(workspace: Workspace, draft: SessionDraft) -> Catalogue:
    if draft.assessment:
        return workspace.catalogue_of(workspace.store.assessments.get(draft.assessment))
    if draft.project is None:
        return workspace.catalogue
    return workspace.catalogue_for(workspace.store.projects.get(draft.project).id)


@requires(Act.LEAD_SESSION)
def change_draft(workspace: Workspace, session: GroupSession) -> GroupSession:
    """Save a session that nobody was let in to yet. Raises InvalidInput, SessionRefused, StaleWrite."""
    if session.state is not SessionState.DRAFT:
        raise SessionRefused("state")
    return workspace.store.sessions.save(checked_session(session))


@requires(Act.LEAD_SESSION)
def new_keys(workspace: Workspace, session: GroupSession) -> tuple[GroupSession, SessionKeys]:
    """Give a session new keys; former ones open nothing more. Who has joined stays in.

    They are returned this once, to print. Raises StaleWrite, and SessionRefused after its end.
    """
    if session.state is SessionState.ENDED:
        raise SessionRefused("ended")
    keys = SessionKeys(workspace.new_token())
    saved = workspace.store.sessions.save(
        replace(
            session,
            control_hash=token_hash(keys.control),
            helper_hash=token_hash(keys.helper),
            screen_hash=token_hash(keys.screen),
            join_hash=token_hash(keys.join_token),
            code_hash=token_hash(keys.code),
        )
    )
    return saved, keys


@requires(Act.LEAD_SESSION)
def open_lobby(workspace: Workspace, session: GroupSession) -> GroupSession:
    """Let people in. Raises StaleWrite, and SessionRefused for one without keys or open before."""
    if session.state is not SessionState.DRAFT:
        raise SessionRefused("state")
    if session.control_hash is None:
        raise SessionRefused("keys")
    return workspace.store.sessions.save(
        replace(session, state=SessionState.LOBBY, opened_at=workspace.now())
    )


@requires(Act.SEE_SESSION)
def sessions_of(workspace: Workspace, project_id: str | None) -> list[GroupSession]:
    """Return the sessions of a project, those on their own for None; forgotten ones as ended."""
    return _as_listed(workspace, workspace.store.sessions.all(project_id))


@requires(Act.SEE_SESSION)
def sessions_alone(workspace: Workspace) -> list[GroupSession]:
    """Return the sessions of which somebody is as such, not of their projects; the newest first."""
    reach = workspace.access.visible
    found = []
    for session_id in reach.sessions if reach is not None else ():
        with suppress(NotFound):  # it was erased a moment ago
            found.append(workspace.store.sessions.get(session_id))
    found.sort(key=lambda session: (session.created_at, session.id), reverse=True)
    return _as_listed(workspace, found)


def _as_listed(workspace: Workspace, sessions: Iterable[GroupSession]) -> list[GroupSession]:
    now = workspace.now()
    return [
        session.ended(session.ends_itself_at or now) if session.is_forgotten(now) else session
        for session in sessions
    ]


@requires(Act.SEE_SESSION)
def project_name(workspace: Workspace, session: GroupSession) -> str:
    """Return what the project of a session is called, empty for one on its own. Raises NotFound."""
    return workspace.store.sessions.project_name(session.id)


@requires(Act.SEE_SESSION)
def catalogue_of(workspace: Workspace, session: GroupSession) -> Catalogue:
    """Return the catalogue that a session was made with. Raises NotFound."""
    return workspace.catalogue_with(session.catalogue_hash)


@requires(Act.MAKE_SESSION)
def erase_session(workspace: Workspace, session_id: str) -> None:
    """Erase a session and everything that was said in it. Erasing twice is no error."""
    workspace.store.sessions.erase(session_id)
