"""Names of files that people take along: whose, which and what, safe on every system."""

import re
import unicodedata

LONGEST = 120  # characters without the ending: far below what any system or synchroniser takes
_BETWEEN = " - "
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_UNSAFE = frozenset('<>:"/\\|?*%')
_WITHOUT_A_NAME = "Mentorspiegel"


def file_name(*parts: str, ending: str) -> str:
    """Return a name such as "Samen Sterk - Meting 2026.pdf"; parts that hold nothing are left out."""
    words = _BETWEEN.join(filter(None, map(_safe, parts)))
    stem = words[:LONGEST].rstrip(" .-") or _WITHOUT_A_NAME
    if _RESERVED.match(stem):  # Windows takes these for devices, whatever follows the dot
        stem = f"{_WITHOUT_A_NAME}{_BETWEEN}{stem}"
    return f"{stem}.{ending}"


def _safe(part: str) -> str:
    """Return a text without what some system cannot keep in a name, or cannot show."""
    composed = unicodedata.normalize("NFC", part)
    kept = (" " if _is_unsafe(character) else character for character in composed)
    return " ".join("".join(kept).split()).strip(" .-")


def _is_unsafe(character: str) -> bool:
    return character in _UNSAFE or unicodedata.category(character)[0] in "CZ"
