"""Notes: written by people, released, hidden or merged by the control."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from assessment.errors import InvalidInput, NotFound, SessionRefused
from assessment.services.context import Workspace
from assessment.services.session.entering import by_key
from assessment.session.group_session import GroupSession
from assessment.session.notes import NoteKind, NoteStatus, SessionNote, checked_note
from assessment.session.people import SessionPerson
from assessment.session.states import SessionKey, SessionState


def write_note(
    workspace: Workspace, person: SessionPerson, session: GroupSession, text: str
) -> None:
    """Save what a person writes to the group at the item on the table.

    At a step that collects it is a proposal. Nothing of the person is kept with it. Raises
    InvalidInput, SessionRefused.
    """
    if person.left:
        raise SessionRefused("left")
    step = session.present_step
    is_collecting = step is not None and step.takes_notes and session.takes_votes
    note = SessionNote(
        id=workspace.new_id(),
        session=session.id,
        step=session.step,
        item=session.item,
        text=text,
        kind=NoteKind.PROPOSAL if is_collecting else NoteKind.NOTE,
    )
    workspace.store.session_notes.add(checked_note(note))


def notes_to_release(workspace: Workspace, key: str) -> list[SessionNote]:
    """Return all notes in no order, for the control or its helper. Raises NotFound."""
    entered = by_key(workspace, key)
    if entered.key is SessionKey.SCREEN:
        raise SessionRefused("key")
    return shuffled(workspace.store.session_notes.all(entered.session.id))


def set_note(workspace: Workspace, key: str, note_id: str, status: NoteStatus) -> SessionNote:
    """Release or hide a note. Doing it twice is no error. Raises NotFound, SessionRefused."""
    note = _note(workspace, key, note_id)
    return workspace.store.session_notes.save([replace(note, status=status)])[0]


def merge_notes(
    workspace: Workspace, key: str, note_ids: Sequence[str], text: str | None = None
) -> SessionNote:
    """Lay notes together that say the same: the first one stays, released, with `text` if given.

    Raises NotFound, SessionRefused, InvalidInput for fewer than two or from different steps.
    """
    first, *others = (_note(workspace, key, name) for name in dict.fromkeys(note_ids))
    if not others or any(other.step != first.step for other in others):
        raise InvalidInput("notes", "too_few", "Choose at least two notes of one step.")
    kept = replace(first, text=text or first.text, status=NoteStatus.RELEASED, merged_into=None)
    gone = [replace(o, status=NoteStatus.HIDDEN, merged_into=first.id) for o in others]
    return workspace.store.session_notes.save([checked_note(kept), *gone])[0]


def number_of_new(workspace: Workspace, session_id: str) -> int:
    """Return how many notes nobody looked at yet."""
    notes = workspace.store.session_notes.all(session_id)
    return sum(1 for note in notes if note.status is NoteStatus.NEW)


def released_notes(workspace: Workspace, session: GroupSession) -> list[SessionNote]:
    """Return the notes that the group may read, in no order."""
    notes = workspace.store.session_notes.all(session.id)
    return shuffled([note for note in notes if note.status is NoteStatus.RELEASED])


def shuffled(notes: Sequence[SessionNote]) -> list[SessionNote]:
    """Return notes in an order that stays the same and says nothing about when they came."""
    return sorted(notes, key=lambda note: hashlib.sha256(note.id.encode()).digest())


def _note(workspace: Workspace, key: str, note_id: str) -> SessionNote:
    entered = by_key(workspace, key)
    if entered.key is SessionKey.SCREEN or entered.session.state is SessionState.ENDED:
        raise SessionRefused("key" if entered.key is SessionKey.SCREEN else "ended")
    notes = workspace.store.session_notes.all(entered.session.id)
    found = next((note for note in notes if note.id == note_id), None)
    if found is None:
        raise NotFound("note", note_id)
    return found
