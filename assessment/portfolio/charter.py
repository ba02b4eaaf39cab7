"""Portfolios and their charters: what a funder promises before any project shares something."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, check_characters, short_text

LONGEST_KEPT = timedelta(days=5 * 366)


@dataclass(frozen=True)
class Charter:
    """What a funder promises. The sentence "not used to choose or to rank" is part of every one.

    `edition` counts the charters of a portfolio: a project consents to one of them.
    """

    purpose: str
    readers: str
    keep_until: date
    never_ranks: bool
    edition: int = 1


@dataclass(frozen=True)
class Portfolio:
    """A funder's view of projects that chose to share. `version` counts the changes."""

    id: str
    organisation: str | None  # none without accounts
    name: str
    charter: Charter
    created_at: datetime
    is_pool: bool = False  # without names: only the field as a whole
    gives_back: bool = False  # shows the field of a pool to every project in it
    is_example: bool = False
    version: int = 0


def checked_portfolio(portfolio: Portfolio, today: date) -> Portfolio:
    """Return a portfolio with trimmed texts. Raises InvalidInput for what is missing or cannot be."""
    charter = portfolio.charter
    name = short_text("name", portfolio.name)
    if not name:
        raise InvalidInput("name", "missing", "A portfolio needs a name. Type one.")
    texts = {field: getattr(charter, field).strip() for field in ("purpose", "readers")}
    for field, text in texts.items():
        check_characters(field, text)
        if not text:
            raise InvalidInput(field, "missing", f"A charter says its {field}. Write it down.")
        if len(text) > MAX_LONG:
            message = f"The {field} is longer than {MAX_LONG:,} characters. Shorten it."
            raise InvalidInput(field, "too_long", message)
    if not charter.never_ranks:
        text = "A portfolio is never used to choose or to rank projects. Promise it first."
        raise InvalidInput("never_ranks", "missing", text)
    if not today < charter.keep_until <= today + LONGEST_KEPT:
        text = "Keep shares until a day that is to come, at most five years from now."
        raise InvalidInput("keep_until", "range", text)
    return replace(portfolio, name=name, charter=replace(charter, **texts))


def with_charter(portfolio: Portfolio, charter: Charter) -> Portfolio:
    """Return a portfolio with another charter; what it promises anew every project is asked anew."""
    same = replace(charter, edition=portfolio.charter.edition)
    edition = portfolio.charter.edition + (same != portfolio.charter)
    return replace(portfolio, charter=replace(charter, edition=edition))
