"""Notes: what people write to the group; shown when the control released it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assessment.errors import InvalidInput
from assessment.session.group_session import GroupSession
from assessment.session.states import SessionState, Turn
from assessment.text import check_characters

MAX_NOTE = 2_000  # characters
MAX_NOTES = 2_000  # of one session


class NoteStatus(StrEnum):
    """Whether a note may be read by the group."""

    NEW = "new"
    RELEASED = "released"
    HIDDEN = "hidden"


class NoteKind(StrEnum):
    """What a note is."""

    NOTE = "note"  # to the group
    PROPOSAL = "proposal"  # of a step that collects: what is missing, what is next
    WORD = "word"  # on which a thesis depends; copied from the votes when they are shown


@dataclass(frozen=True)
class SessionNote:
    """A note. It does not know who wrote it, in which role or when."""

    id: str
    session: str
    step: str
    item: str
    text: str
    kind: NoteKind = NoteKind.NOTE
    status: NoteStatus = NoteStatus.NEW
    merged_into: str | None = None  # another note that says the same
    version: int = 0


def checked_note(note: SessionNote) -> SessionNote:
    """Return the note with a trimmed text. Raises InvalidInput for no text and for too much."""
    text = note.text.strip()
    if not text:
        raise InvalidInput("text", "missing", "A note needs words.")
    check_characters("text", text)
    if len(text) > MAX_NOTE:
        message = f"The note is longer than {MAX_NOTE:,} characters. Shorten it."
        raise InvalidInput("text", "too_long", message)
    return replace(note, text=text)


def why_no_note(session: GroupSession, note: SessionNote, now: datetime) -> str | None:
    """Return why a session does not take a note at this moment, None when it does."""
    if session.state is SessionState.ENDED or session.is_forgotten(now):
        return "ended"
    if session.state is not SessionState.RUNNING:
        return "paused" if session.state is SessionState.PAUSED else "state"
    if note.step != session.step:
        return "moved_on"
    if note.kind is NoteKind.NOTE:
        return None
    step = session.present_step
    is_open = session.takes_votes and session.turn is Turn.FIRST
    is_collecting = step is not None and step.takes_notes and note.kind is NoteKind.PROPOSAL
    return None if is_open and is_collecting else "closed"
