"""Share files that a project made on its own machine: who has what until when, without what is in it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from assessment.errors import InvalidInput
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import Openness, Snapshot
from assessment.text import MAX_LONG, check_characters, short_text

_NAMES = ("id", "portfolio", "portfolio_name", "assessment_name", "alias", "consented_by")


@dataclass(frozen=True)
class ShareFile:
    """One file that was made for a portfolio elsewhere. `version` counts the changes.

    The portfolio is not in this database, so what its charter said then stands here.
    """

    id: str  # of the share in the file
    project: str
    portfolio: str
    portfolio_name: str
    readers: str
    keep_until: date
    charter_edition: int
    assessment: str
    assessment_name: str
    openness: Openness
    alias: str
    consented_by: str
    made_at: datetime
    asked_back_at: datetime | None = None  # when the project asked the funder to let go of it
    version: int = 0


def share_file_of(portfolio: Portfolio, share: ShareRow, snapshot: Snapshot) -> ShareFile:
    """Return what is noted of a file that is made of a share."""
    return ShareFile(
        id=share.id,
        project=share.project or "",
        portfolio=portfolio.id,
        portfolio_name=portfolio.name,
        readers=portfolio.charter.readers,
        keep_until=portfolio.charter.keep_until,
        charter_edition=share.charter_edition,
        assessment=share.assessment,
        assessment_name=snapshot.assessment.name,
        openness=snapshot.openness,
        alias=share.alias,
        consented_by=share.consented_by,
        made_at=share.consented_at,
    )


def checked_share_file(share_file: ShareFile) -> ShareFile:
    """Return what is noted of a file with trimmed texts. Raises InvalidInput for what is missing."""
    texts: dict[str, Any] = {f: short_text(f, getattr(share_file, f)) for f in _NAMES}
    readers = texts["readers"] = share_file.readers.strip()
    check_characters("readers", readers)
    for field, text in texts.items():
        if not text:
            raise InvalidInput(field, "missing", f"A share file says its {field}. Write it down.")
    if len(readers) > MAX_LONG:
        message = f"The readers are longer than {MAX_LONG:,} characters. Shorten it."
        raise InvalidInput("readers", "too_long", message)
    return replace(share_file, **texts)
