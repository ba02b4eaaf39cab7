"""People in a session: known by a token and a role. No name, no time, no device."""

from dataclasses import dataclass

MAX_PEOPLE = 1_000  # of one session


@dataclass(frozen=True)
class SessionPerson:
    """One person with a phone. Who left is present no more; what they said before stays."""

    id: str
    session: str
    role: str
    token_hash: str
    phrase_hash: str
    table: int | None = None  # of which this phone gives the value
    left: bool = False
