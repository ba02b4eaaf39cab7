"""Which characters the shipped fonts can show. PDF/UA refuses a text with any other."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "font_files"
MISSING = "□"
_WIDE = "DejaVuSans.ttf"
# shaped away by every font: joiners, marks of direction, selectors of variants
_UNSEEN = {0x09, 0x0A, 0xAD, *range(0x200B, 0x2010), 0x2060, *range(0xFE00, 0xFE10)}


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """Return every character that can stand in a text."""
    return frozenset(code for path in _files() for code in _characters(path)) | _UNSEEN


@lru_cache(maxsize=1)
def _simple() -> frozenset[str]:
    """Return the characters that are shown whatever stands before them: no accents of their own."""
    return frozenset(c for c in map(chr, _known()) if not _accented().match(f"x{c}"))


@lru_cache(maxsize=1)
def _unknown() -> re.Pattern[str]:
    """Return a pattern of every character that no shipped font has."""
    gaps, start = [], 0
    for code in sorted(_known()):
        if code > start:
            gaps.append(f"{_escaped(start)}-{_escaped(code - 1)}")
        start = code + 1
    return re.compile(f"[{''.join(gaps)}{_escaped(start)}-\U0010ffff]")


@lru_cache(maxsize=1)
def _accented() -> re.Pattern[str]:
    """Return a pattern of letters with accents that are characters of their own."""
    accents = [
        re.escape(chr(code)) for code in _together() if unicodedata.category(chr(code))[0] == "M"
    ]
    others = "\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    return re.compile(rf"\S[{others}{''.join(accents)}]+")


@lru_cache(maxsize=1)
def _together() -> frozenset[int]:
    """Return the characters of the one font that has letters and accents of most scripts."""
    return frozenset(_characters(FONTS / _WIDE))


def _files() -> Iterator[Path]:
    return FONTS.glob("*.[ot]tf")


def _escaped(code: int) -> str:
    return f"\\U{code:08x}"


def _characters(path: Path) -> Iterator[int]:
    """Yield the characters of a font, from its table of format 12 that covers all of Unicode."""
    # by hand: one table of fonts that we ship ourselves is no reason for a library of 5 MB
    data = path.read_bytes()
    (number,) = struct.unpack_from(">H", data, 4)
    tables = [struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(number)]
    (cmap,) = (offset for name, _, offset, _ in tables if name == b"cmap")
    (number,) = struct.unpack_from(">H", data, cmap + 2)
    parts = [struct.unpack_from(">HHL", data, cmap + 4 + 8 * n) for n in range(number)]
    (offset,) = (cmap + at for system, kind, at in parts if (system, kind) == (3, 10))
    (groups,) = struct.unpack_from(">L", data, offset + 12)
    for n in range(groups):
        first, last, _ = struct.unpack_from(">LLL", data, offset + 16 + 12 * n)
        yield from range(first, last + 1)


def printable(text: str) -> tuple[str, int]:
    """Return a text in which MISSING stands for what no font can show, and how often it does."""
    if _simple().issuperset(text) and unicodedata.is_normalized("NFC", text):
        return text, 0  # as nearly every text is
    shown, missing = _unknown().subn(MISSING, unicodedata.normalize("NFC", text))
    lost = []

    def fitted(letter: re.Match[str]) -> str:
        if _together().issuperset(map(ord, letter[0])):
            return letter[0]
        lost.append(letter)
        return letter[0][0] + MISSING

    return _accented().sub(fitted, shown), missing + len(lost)
