"""Checks of text that everything that is kept goes through, and the neutral form for spreadsheets."""

import re

from assessment.errors import InvalidInput

MAX_NAME = 200  # characters of a name or another short field
MAX_LONG = 10_000  # characters of a longer field
# what a spreadsheet would calculate; a dash before a space is just a dash
_FORMULA = re.compile(r"[=+@\t\r]|-(?=\S)")
_NEUTRALISED = re.compile(r"'+[=+@\t\r-]")


def check_characters(field: str, text: str) -> None:
    """Refuse what a database cannot keep: NUL and half a surrogate pair. Raises InvalidInput."""
    try:
        is_kept = b"\0" not in text.encode()
    except UnicodeEncodeError:
        is_kept = False
    if not is_kept:
        message = f"The {field} holds a character that cannot be kept. Type it again."
        raise InvalidInput(field, "characters", message)


def starts_like_formula(cell: str) -> bool:
    """Return whether a spreadsheet would calculate a cell."""
    return _FORMULA.match(cell) is not None


def neutralised(cell: str) -> str:
    """Return a cell that no spreadsheet calculates; `restored` undoes it."""
    is_risky = cell[:1] in ("=", "+", "-", "@", "\t", "\r") or _NEUTRALISED.match(cell)
    return f"'{cell}" if is_risky else cell


def restored(cell: str) -> str:
    """Undo `neutralised`."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell


def short_text(field: str, text: str) -> str:
    """Return a short text without space around it. Raises InvalidInput for one that is too long."""
    trimmed = text.strip()
    check_characters(field, trimmed)
    if len(trimmed) > MAX_NAME:
        message = f"The {field} is longer than {MAX_NAME} characters. Shorten it."
        raise InvalidInput(field, "too_long", message)
    return trimmed
