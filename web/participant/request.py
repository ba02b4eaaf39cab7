"""What comes in at the door of the participants' pages, and what goes out again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

HTML = "text/html; charset=utf-8"
JSON = "application/json"


@dataclass(frozen=True)
class Visit:
    """One request that passed the door (web/server/forms.py)."""

    method: str  # GET or POST
    path: tuple[str, ...]  # the parts below /a/, the token first
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    languages: str = ""  # what the browser asks for, as it says it
    wants_json: bool = False


@dataclass(frozen=True)
class Reply:
    """One answer. `slow` makes guessing addresses slow."""

    status: int = 200
    body: bytes = b""
    kind: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    slow: bool = False


def see(address: str, *headers: tuple[str, str]) -> Reply:
    """Send on to another page after something was written."""
    return Reply(303, headers=(("location", address), *headers))
