"""Mails that wait to be sent: to people with an account, or to who is invited to have one. None says anything of a result."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

MOST_TRIES = 12
LONGEST_WAIT = timedelta(hours=6)
CLAIMED_FOR = timedelta(minutes=5)  # by the process that sends it; then another one may
REMIND_BEFORE = timedelta(days=3)  # the last day of an invitation, and the day of an agreement


class MailKind(StrEnum):
    """What a mail is about."""

    JOIN = "join"
    RESET = "reset"
    INVITATION_ENDS = "invitation_ends"
    AGREEMENT_DUE = "agreement_due"


REMINDERS = frozenset({MailKind.INVITATION_ENDS, MailKind.AGREEMENT_DUE})


@dataclass(frozen=True)
class Mail:
    """One mail in the outbox.

    `id` follows from what it is about, so that nothing is sent twice; `thing`: the token of a link, or the project;
    `until`: when there is no use in it any more.
    """

    id: str
    kind: MailKind
    address: str
    language: str
    thing: str
    day: date | None
    due_at: datetime
    until: datetime
    account: str | None = None
    organisation: str | None = None
    tries: int = 0


def wait_after(tries: int) -> timedelta:
    """Return how long a mail waits that could not be sent, longer each time."""
    return min(timedelta(minutes=2**tries), LONGEST_WAIT)


@dataclass(frozen=True)
class DueDay:
    """A day to remind somebody of: the last one of an invitation, or that of an agreement."""

    kind: MailKind
    thing: str
    day: date
    project: str
    organisation: str
