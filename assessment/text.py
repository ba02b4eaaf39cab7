"""Checks that every stored text goes through, and cells that no spreadsheet calculates."""

import re

from assessment.errors import InvalidInput

MAX_NAME = 200  # characters of a name or another short field
MAX_LONG = 10_000  # characters of a longer field
# what a spreadsheet would calculate; a dash before a space is just a dash
_FORMULA = re.compile(r"[=+@\t\r]|-(?=\S)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_NEUTRALISED = re.compile(r"'+[=+@\t\r\n-]")


def check_characters(field: str, text: str) -> None:
    """Raise InvalidInput for what a database cannot keep: NUL and half a surrogate pair."""
    try:
        is_storable = b"\0" not in text.encode()
    except UnicodeEncodeError:
        is_storable = False
    if not is_storable:
        message = f"The {field} holds a character that cannot be kept. Type it again."
        raise InvalidInput(field, "characters", message)


def short_text(field: str, text: str) -> str:
    """Return a short text without space around it. Raises InvalidInput for one over MAX_NAME."""
    trimmed = text.strip()
    check_characters(field, trimmed)
    if len(trimmed) > MAX_NAME:
        message = f"The {field} is longer than {MAX_NAME} characters. Shorten it."
        raise InvalidInput(field, "too_long", message)
    return trimmed


def is_language(code: str) -> bool:
    """Return whether a text can be the code of a language, such as `nl` or `pt-BR`."""
    return bool(_LANGUAGE.match(code))


def starts_like_formula(cell: str) -> bool:
    """Return whether a spreadsheet would calculate a cell."""
    return _FORMULA.match(cell) is not None


def neutralised(cell: str) -> str:
    """Return a cell that no spreadsheet calculates; `restored` undoes it."""
    is_risky = cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") or _NEUTRALISED.match(cell)
    return f"'{cell}" if is_risky else cell


def restored(cell: str) -> str:
    """Return a cell as it was before `neutralised`."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell
