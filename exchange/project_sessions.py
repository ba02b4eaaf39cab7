"""Group sessions and own profiles in a project file: scripts, what was agreed, and results to read.

Keys, people and single votes never leave the database. What is read back is a draft, or a session that
has ended: nobody can join it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from assessment.access.acts import Act
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput
from assessment.scoring.rules import MAX_THRESHOLD, THRESHOLD
from assessment.services.context import Workspace, requires
from assessment.services.session.results import outcome_of_session
from assessment.session.agreed_values import checked_agreed_value
from assessment.session.agreements import checked_session_agreement
from assessment.session.group_session import GroupSession, checked_session
from assessment.session.states import SessionPhase, SessionState, Turn
from assessment.session.voting.results import ItemResult
from exchange.project_parts import Bundle, SessionPart

_SHOWN = 40  # characters of what somebody else wrote
_MOST = 10_000  # people or minutes
_RESULTS: TypeAdapter[tuple[ItemResult, ...]] = TypeAdapter(tuple[ItemResult, ...])
# what only a session that goes on needs
_REST: Mapping[str, Any] = {
    **dict.fromkeys(("control_hash", "helper_hash", "screen_hash", "join_hash", "code_hash")),
    **dict.fromkeys(("talk", "until", "paused_at")),
    "step": "",
    "item": "",
    "open_items": (),
    "by_table": False,
    "phase": SessionPhase.READY,
    "turn": Turn.FIRST,
}


@requires(Act.EXPORT_PROJECT)
def session_parts(workspace: Workspace, project_id: str | None) -> list[SessionPart]:
    """Return the sessions of a project, or of none, the oldest first, with what may be seen of each."""
    parts = []
    for session in reversed(workspace.store.sessions.all(project_id)):
        outcome = outcome_of_session(workspace, session)
        parts.append(
            SessionPart(
                session=replace(session, **_REST),
                agreed=list(outcome.agreed.values()),
                agreements=list(outcome.agreements),
                results=_RESULTS.dump_python(outcome.items, mode="json") or None,
                notes={note.id: note.text for note in outcome.notes} or None,
            )
        )
    return parts


def session_problems(bundle: Bundle, catalogues: Mapping[str, Catalogue]) -> Iterator[str]:
    """Yield what does not fit together in sessions and profiles."""
    for part in bundle.sessions:
        about = f"session {part.session.name[:_SHOWN]}:"
        catalogue = catalogues[part.session.catalogue_hash]
        named = part.session.catalogue, part.session.catalogue_version
        if named != (catalogue.id, catalogue.version):
            yield f"{about} it names another catalogue than it was made with."
        items = [(agreed.step, agreed.item) for agreed in part.agreed]
        if len(set(items)) < len(items):
            yield f"{about} a value stands there twice."
    for names in (
        [part.session.id for part in bundle.sessions],
        [profile.id for profile in bundle.profiles],
    ):
        if len(set(names)) < len(names):
            yield "two sessions or two profiles share one id."


def moments_of(session: GroupSession) -> list[datetime]:
    """Return the moments of a session."""
    moments = (session.created_at, session.opened_at, session.started_at, session.ended_at)
    return [moment for moment in moments if moment is not None]


def typed_session(part: SessionPart) -> SessionPart:
    """Return a session as if it was typed. Raises InvalidInput."""
    session = checked_session(replace(part.session, **_REST))
    for field in ("without_phone", "extra_minutes"):
        if not 0 <= getattr(session, field) <= _MOST:
            raise InvalidInput(field, "range", f"The number must be between 0 and {_MOST:,}.")
    if not THRESHOLD <= session.threshold <= MAX_THRESHOLD:
        text = f"A group is shown from {THRESHOLD} to {MAX_THRESHOLD:,} votes."
        raise InvalidInput("threshold", "range", text)
    return SessionPart(
        session=session,
        agreed=[checked_agreed_value(agreed) for agreed in part.agreed],
        agreements=[checked_session_agreement(one) for one in part.agreements],
    )


@requires(Act.CREATE_PROJECT)
def write_sessions(
    workspace: Workspace, bundle: Bundle, project: str | None, ids: Mapping[str, str]
) -> None:
    """Write checked sessions and profiles under new ids; `ids` has those of what was written before.

    On no project there are no profiles.
    """
    store = workspace.store
    new = {part.session.id: workspace.new_id() for part in bundle.sessions}
    for part in bundle.sessions:
        session = _over(part.session, workspace.now())
        name = new[session.id]
        assessment = ids.get(session.assessment, "")
        store.sessions.save(
            replace(session, id=name, project=project, assessment=assessment, version=0)
        )
        for agreed in part.agreed:
            store.agreed_values.save(replace(agreed, session=name, version=0))
        for one in part.agreements:
            agreement = ids.get(one.agreement, "")
            moved = replace(one, id=workspace.new_id(), session=name, agreement=agreement)
            store.session_agreements.save(replace(moved, version=0))
    if project is None:
        return
    for profile in bundle.profiles:
        moved_profile = replace(profile, id=workspace.new_id(), project=project, version=0)
        store.project_profiles.save(replace(moved_profile, session=new.get(profile.session, "")))


def _over(session: GroupSession, now: datetime) -> GroupSession:
    """Return a session that nobody can join: a draft, or one that has ended."""
    if session.state is SessionState.DRAFT:
        return session
    return session.ended(session.ended_at or now)
