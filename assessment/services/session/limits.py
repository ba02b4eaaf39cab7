"""How often something may be tried in a minute: per session and person, never per address.

Two hundred phones may stand behind one address.
"""

from assessment.services.context import Workspace
from assessment.session.people import SessionPerson

WRONG_CODES = "session-code"  # the bucket that all wrong codes of sessions share
MOST_WRONG_CODES = 60  # then no code is looked up until the next minute; a QR code passes
MOST_JOINS = 400  # on one session
MOST_PHRASES = 30  # of four words, on one session
MOST_CHANGES = 120  # of one person


def check_codes(workspace: Workspace) -> None:
    """Raise TooOften when so many wrong codes were typed in this minute that none is looked up."""
    workspace.store.rate_limits.check(WRONG_CODES, MOST_WRONG_CODES)


def count_wrong_code(workspace: Workspace) -> None:
    """Count a code that opens nothing. Raises TooOften above MOST_WRONG_CODES in a minute."""
    workspace.store.rate_limits.count(WRONG_CODES, MOST_WRONG_CODES)


def count_join(workspace: Workspace, session: str) -> None:
    """Count somebody who comes in. Raises TooOften above MOST_JOINS in a minute."""
    workspace.store.rate_limits.count(f"join:{session}", MOST_JOINS)


def count_phrase(workspace: Workspace, session: str) -> None:
    """Count four words that were typed. Raises TooOften above MOST_PHRASES in a minute."""
    workspace.store.rate_limits.count(f"phrase:{session}", MOST_PHRASES)


def count_change(workspace: Workspace, person: SessionPerson) -> None:
    """Count what a person sends. Raises TooOften above MOST_CHANGES in a minute."""
    workspace.store.rate_limits.count(f"person:{person.id}", MOST_CHANGES)
