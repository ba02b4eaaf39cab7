"""The log of acts: who did what, when, to which thing. No levels, no texts of answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta

KEPT = timedelta(days=365)  # after that an entry is erased
NOT_PERMITTED = "not_permitted"  # what stands there for an act that was refused


@dataclass(frozen=True)
class LoggedAct:
    """One act of somebody who signed in, or of the command line."""

    at: datetime
    account: str | None  # None: the command line
    organisation: str | None
    act: str
    thing: str = ""  # an id, such as that of a project
    detail: str = ""  # the name of what was called, never a text that somebody typed
