"""A share as a file, to send without a shared server: exactly what the preview showed, and signed.

Canonical JSON: sorted keys, no space between values. A SHA-256 shows a file that was changed by accident,
the Ed25519 signature whether it comes from the same program as an earlier one. What comes in is hostile
until checked.
"""

import hashlib
import json
import re
from datetime import UTC, date
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from assessment.errors import InvalidInput
from assessment.portfolio.charter import Charter, Portfolio
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import Snapshot, fields_of
from assessment.text import MAX_LONG, MAX_NAME
from exchange.limited_json import limited_json
from exchange.portfolio.signing import Key, is_signed, public_part, sign

FORMAT = "mentorspiegel-share"
CHARTER_FORMAT = "mentorspiegel-charter"
VERSION = 1
MAX_BYTES = 2_000_000
MAX_UPLOAD = MAX_BYTES // 1_000_000  # MB
MEDIA_TYPE = "application/json"
_Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
_Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Name = Annotated[str, Field(min_length=1, max_length=MAX_NAME)]
_Long = Annotated[str, Field(min_length=1, max_length=MAX_LONG)]


_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # what comes after is written the other way
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _SharedContent(_Content):
    """What a share file holds."""

    share: _Id
    portfolio: _Id
    charter_edition: Annotated[int, Field(ge=1, le=1_000_000)]
    project: _Hash  # which project, to lay an earlier share of it beside; says nothing about it
    assessment: _Hash
    alias: _Name
    consented_by: _Name
    consented_at: AwareDatetime
    snapshot: Snapshot


class _CharterContent(_Content):
    """What a charter file holds."""

    portfolio: _Id
    name: _Name
    purpose: _Long
    readers: _Long
    keep_until: date
    never_ranks: Literal[True]
    edition: Annotated[int, Field(ge=1, le=1_000_000)]
    created_at: AwareDatetime


def share_file(share: ShareRow, key: Key) -> bytes:
    """Return a share as a signed file. Raises InvalidInput for one that was taken back."""
    if share.snapshot is None:
        raise InvalidInput(
            "share", "withdrawn", "This share was taken back: there is nothing in it."
        )
    content = {
        "share": share.id,
        "portfolio": share.portfolio,
        "charter_edition": share.charter_edition,
        "project": _blurred(share.portfolio, share.project or share.source),
        "assessment": _blurred(share.portfolio, share.assessment),
        "alias": share.alias,
        "consented_by": share.consented_by,
        "consented_at": share.consented_at.astimezone(UTC).isoformat(),
        "snapshot": share.snapshot.as_json(),
    }
    return _packed(FORMAT, content, key)


def read_share(content: bytes) -> ShareRow:
    """Return the share in a file. Raises InvalidInput, in words that say what to do."""
    found, sender = _unpacked(FORMAT, content)
    try:
        held = _SharedContent.model_validate_json(_canonical(found))
    except ValidationError as error:
        raise _foreign() from error
    _check_openness(held.snapshot)
    _check_texts(held)
    return ShareRow(
        id=held.share,
        portfolio=held.portfolio,
        project=None,
        assessment=held.assessment,
        alias=held.alias,
        group="",
        charter_edition=held.charter_edition,
        consented_by=held.consented_by,
        consented_at=held.consented_at,
        snapshot=held.snapshot,
        source=held.project,
        sender=sender,
    )


def charter_file(portfolio: Portfolio, key: Key) -> bytes:
    """Return the charter of a portfolio as a signed file, for projects on other machines."""
    charter = portfolio.charter
    content = {
        "portfolio": portfolio.id,
        "name": portfolio.name,
        **vars(charter),
        "keep_until": charter.keep_until.isoformat(),
        "created_at": portfolio.created_at.astimezone(UTC).isoformat(),
    }
    return _packed(CHARTER_FORMAT, content, key)


def read_charter(content: bytes) -> Portfolio:
    """Return the portfolio whose charter a file holds. Raises InvalidInput."""
    found, _ = _unpacked(CHARTER_FORMAT, content)
    try:
        held = _CharterContent.model_validate_json(_canonical(found))
    except ValidationError as error:
        raise _foreign() from error
    if _UNSEEN.search(held.name) or _TURNS.search(held.purpose + held.readers):
        raise _foreign()
    charter = Charter(held.purpose, held.readers, held.keep_until, held.never_ranks, held.edition)
    return Portfolio(held.portfolio, None, held.name, charter, held.created_at)


def _blurred(portfolio: str, identifier: str) -> str:
    """Return an id that is the same in every file to one portfolio, and tells nothing elsewhere."""
    return hashlib.sha256(f"{portfolio}/{identifier}".encode()).hexdigest()


def _canonical(content: Any) -> bytes:
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode()


def _packed(form: str, content: dict[str, Any], key: Key) -> bytes:
    signed = _canonical({"format": form, "version": VERSION, "content": content})
    outer = {
        **json.loads(signed),
        "sha256": hashlib.sha256(signed).hexdigest(),
        "sender": public_part(key),
        "signature": sign(key, signed),
    }
    return _canonical(outer)


def _unpacked(form: str, content: bytes) -> tuple[Any, str]:
    """Return what a file holds, and the key that signed it, once all of it was checked."""
    if len(content) > MAX_BYTES:
        raise InvalidInput(
            "file", "too_large", "This file is larger than any share. Nothing was read."
        )
    try:
        data = limited_json(content.decode("utf-8"))
    except ValueError as error:
        raise _changed() from error
    if not isinstance(data, dict) or data.get("format") != form:
        raise _foreign()
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _foreign()
    if version > VERSION:
        text = "This file was made by a newer Mentorspiegel. Bring this one up to date first."
        raise InvalidInput("file", "newer", text)
    _check_signature(data)
    return data["content"], str(data["sender"])


def _check_signature(data: dict[str, Any]) -> None:
    names = {"format", "version", "content", "sha256", "sender", "signature"}
    texts = [data.get(name) for name in ("sha256", "sender", "signature")]
    if data.keys() != names or not all(isinstance(text, str) for text in texts):
        raise _foreign()
    try:
        signed = _canonical({name: data[name] for name in ("format", "version", "content")})
    except ValueError as error:  # NaN, or half a character
        raise _changed() from error
    is_whole = hashlib.sha256(signed).hexdigest() == data["sha256"]
    if not is_whole or not is_signed(signed, data["signature"], data["sender"]):
        raise _changed()


def _check_openness(snapshot: Snapshot) -> None:
    """Raise InvalidInput for a snapshot that holds more than its openness says."""
    allowed = fields_of(snapshot.openness, with_agreements=True, explained=True)
    held = {name for name, value in snapshot if value}
    if not held <= allowed | {"agreements_made", "agreements_kept"}:
        raise _foreign()


def _check_texts(held: _SharedContent) -> None:
    """Raise InvalidInput for a text that would turn around or break up the lines it stands in."""
    about = held.snapshot.project
    lines = (
        *(held.alias, held.consented_by, held.snapshot.assessment.name),
        *(about.kind, about.target_group, about.minors, about.stage, about.region),
    )
    if any(_UNSEEN.search(line) for line in lines) or _TURNS.search(held.snapshot.explanation):
        raise _foreign()


def _changed() -> InvalidInput:
    text = "This file was changed or damaged on its way. Ask for it once more; nothing was read."
    return InvalidInput("file", "changed", text)


def _foreign() -> InvalidInput:
    text = "This is no file of this kind from Mentorspiegel. Nothing was read."
    return InvalidInput("file", "foreign", text)
