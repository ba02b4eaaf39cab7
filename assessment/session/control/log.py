"""The log of a session: what was commanded, and how things stood before, for one step back."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from assessment.errors import SessionRefused
from assessment.session.control.orders import Moment
from assessment.session.group_session import GroupSession
from assessment.session.states import (
    OPEN_PHASES,
    Command,
    SessionKey,
    SessionPhase,
    SessionState,
    TalkForm,
    Turn,
)
from assessment.session.voting.votes import ShownMark

# what going back restores; votes, hands, notes and agreed values stay as they are
_WORDS = {"state": SessionState, "phase": SessionPhase, "turn": Turn, "talk": TalkForm}
_TIMES = ("until", "paused_at")
_PLAIN = ("step", "item", "by_table")
CAN_BE_TAKEN_BACK = (
    *(Command.START, Command.CLOSE, Command.SHOW, Command.TALK, Command.VOTE_AGAIN),
    *(Command.AGREE, Command.ITEM, Command.NEXT, Command.PAUSE, Command.RESUME),
)


@dataclass(frozen=True)
class LogEntry:
    """One command: which key gave it, and how things stood `before` it, as JSON."""

    session: str
    by: SessionKey
    command: Command
    before: str
    version: int  # of the session, that the command saw
    taken_back: bool = False


def entry_of(session: GroupSession, key: SessionKey, command: Command) -> LogEntry:
    """Return the entry of a command on a session as it stands."""
    before: dict[str, Any] = {name: getattr(session, name) for name in (*_WORDS, *_PLAIN)}
    for name in _TIMES:
        time: datetime | None = getattr(session, name)
        before[name] = time and time.isoformat()
    before["open_items"] = list(session.open_items)
    return LogEntry(session.id, key, command, json.dumps(before), session.version)


def restored(session: GroupSession, entry: LogEntry, moment: Moment) -> GroupSession:
    """Return a session as it stood before its last command.

    What was shown stays shown: its vote is not opened again, or a new vote could be read from the
    difference. Raises SessionRefused for that.
    """
    if is_sealed(session, entry, moment):
        raise SessionRefused("shown")
    return _earlier(session, entry)


def is_sealed(session: GroupSession, entry: LogEntry, moment: Moment) -> bool:
    """Return whether going back would open a vote that was shown."""
    earlier = _earlier(session, entry)
    marks = {ShownMark(earlier.step, item, earlier.turn) for item in earlier.open_items}
    return earlier.phase in OPEN_PHASES and not marks.isdisjoint(moment.shown)


def _earlier(session: GroupSession, entry: LogEntry) -> GroupSession:
    before = json.loads(entry.before)
    fields: dict[str, Any] = {name: before[name] for name in _PLAIN}
    fields |= {name: before[name] and kind(before[name]) for name, kind in _WORDS.items()}
    fields |= {name: before[name] and datetime.fromisoformat(before[name]) for name in _TIMES}
    return replace(session, **fields, open_items=tuple(before["open_items"]))
