"""Shares: a project's consent to one frozen snapshot, in one portfolio, under one charter."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from assessment.errors import InvalidInput
from assessment.portfolio.charter import Charter
from assessment.portfolio.outline import Outline
from assessment.portfolio.snapshot import MAX_EXPLANATION, Snapshot
from assessment.text import check_characters, short_text


@dataclass(frozen=True)
class ShareRow:
    """One share. Withdrawn, it has no snapshot; the row stays as a fact without content.

    `project`: None when it came as a file; `alias`: the name that the funder sees.
    """

    id: str
    portfolio: str
    project: str | None
    assessment: str
    alias: str
    group: str  # of the funder, to order by; empty for none
    charter_edition: int
    consented_by: str  # a role in words, never a name
    consented_at: datetime
    snapshot: Snapshot | None
    withdrawn_at: datetime | None = None
    source: str = ""  # of a file: which project it is from, as a hash
    sender: str = ""  # of a file: the public key that signed it
    version: int = 0

    def is_current(self, charter: Charter, today: date) -> bool:
        """Return whether it counts: not withdrawn, kept until a day to come, and consented to this charter."""
        is_kept = today <= charter.keep_until
        return self.withdrawn_at is None and is_kept and self.charter_edition == charter.edition


@dataclass(frozen=True)
class ListedShare:
    """A share among many: its row without the snapshot, the outline of that, and its text.

    Withdrawn, it has neither.
    """

    share: ShareRow
    outline: Outline | None
    text: str | None

    @cached_property
    def snapshot(self) -> Snapshot:
        """The snapshot: all of it is read and checked when somebody asks for it, once."""
        return Snapshot.model_validate_json(self.text or "")


@dataclass(frozen=True)
class ShareRead:
    """One time that somebody looked at a share or downloaded something with it."""

    share: str
    at: datetime
    membership: str  # as what somebody looked, never who
    what: str  # "view" or the kind of file


@dataclass(frozen=True)
class OutsideLook:
    """What somebody from outside saw on a visit: levels of its own, never mixed in."""

    id: str
    share: str
    role: str
    made_on: date
    levels: dict[str, float]
    note: str = ""
    version: int = 0


def checked_explanation(text: str) -> str:
    """Return an explanation without space around it. Raises InvalidInput for one that is too long."""
    trimmed = text.strip()
    check_characters("explanation", trimmed)
    if len(trimmed) > MAX_EXPLANATION:
        message = f"The explanation is longer than {MAX_EXPLANATION:,} characters. Shorten it."
        raise InvalidInput("explanation", "too_long", message)
    return trimmed


def checked_share(share: ShareRow) -> ShareRow:
    """Return a share with trimmed texts. Raises InvalidInput for a missing name or role."""
    alias, by = short_text("alias", share.alias), short_text("consented_by", share.consented_by)
    if not alias:
        raise InvalidInput("alias", "missing", "Give the name under which the funder sees it.")
    if not by:
        raise InvalidInput("consented_by", "missing", "Say who consents: a function, no name.")
    return replace(share, alias=alias, consented_by=by, group=short_text("group", share.group))


def withdrawn(share: ShareRow, now: datetime) -> ShareRow:
    """Return a share without its content."""
    return replace(
        share, snapshot=None, alias="", source="", withdrawn_at=share.withdrawn_at or now
    )


def checked_look(look: OutsideLook, today: date) -> OutsideLook:
    """Return an outside look with trimmed texts. Raises InvalidInput."""
    role = short_text("role", look.role)
    if not role:
        raise InvalidInput("role", "missing", "Say who looked: a function, no name.")
    if look.made_on > today:
        raise InvalidInput("made_on", "range", "That day is still to come. Choose another one.")
    if any(not 0 <= level <= 4 for level in look.levels.values()):
        raise InvalidInput("levels", "range", "A level is from 0 to 4.")
    return replace(look, role=role, note=checked_explanation(look.note))
