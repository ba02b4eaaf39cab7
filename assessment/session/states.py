"""The states of a group session, the phases of what is on the table, and who may command."""

from enum import StrEnum


class SessionState(StrEnum):
    """How far a session is as a whole."""

    DRAFT = "draft"
    LOBBY = "lobby"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class SessionPhase(StrEnum):
    """How far the step, or the item of it, is that is on the table."""

    READY = "ready"
    VOTING = "voting"
    CLOSED = "closed"  # of the first or the second vote: the session's `turn` says which
    SHOWN = "shown"
    TALKING = "talking"
    VOTING_AGAIN = "voting_again"
    SHOWN_AGAIN = "shown_again"
    AGREED = "agreed"


class Turn(StrEnum):
    """Which of the two votes on an item."""

    FIRST = "first"
    SECOND = "second"


class Purpose(StrEnum):
    """What a session is for."""

    MIRROR = "mirror"
    MINIMUM = "minimum"
    BOTH = "both"


class SessionKey(StrEnum):
    """What the key in an address opens."""

    CONTROL = "control"  # everything
    HELPER = "helper"  # runs the steps; neither ends the session nor changes its script
    SCREEN = "screen"  # reads only
    CLOCK = "clock"  # no key at all: ends what was forgotten


class TalkForm(StrEnum):
    """In which groups people talk."""

    PAIRS = "pairs"
    FOURS = "fours"
    TABLES = "tables"
    PLENARY = "plenary"


class Command(StrEnum):
    """What control and helper can ask of a session."""

    START = "start"  # opens the doors, then begins the session, then each vote or talk
    CLOSE = "close"
    SHOW = "show"
    TALK = "talk"
    VOTE_AGAIN = "vote_again"
    AGREE = "agree"
    ITEM = "item"  # puts another item of the step on the table
    NEXT = "next"
    PAUSE = "pause"
    RESUME = "resume"
    BACK = "back"
    EXTRA_TIME = "extra_time"
    ROOM = "room"  # how many people in the room have no phone
    CHANGE_SCRIPT = "change_script"
    END = "end"


OPEN_PHASES = (SessionPhase.VOTING, SessionPhase.VOTING_AGAIN)
JOINABLE = (SessionState.LOBBY, SessionState.RUNNING, SessionState.PAUSED)
CONTROL_ONLY = (Command.END, Command.CHANGE_SCRIPT)
