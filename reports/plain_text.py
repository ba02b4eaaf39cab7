"""What people typed, as plain text that every kind of document can hold."""

import re
import unicodedata

# control characters but newline and tab; what turns the direction of text around it; halves of
# surrogate pairs and code points that stand for nothing
_UNFIT = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffb\ufffe\uffff"
    + "".join(chr((plane << 16) + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_RIGHT_TO_LEFT = ("R", "AL")


def plain(text: str) -> str:
    """Return a text without characters that no document can hold; lines end in a newline."""
    return _UNFIT.sub("", _BREAK.sub("\n", text))


def lines(text: str) -> list[str]:
    """Return the lines of a text that hold anything."""
    return [line.strip() for line in plain(text).split("\n") if line.strip()]


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of a text is written from right to left."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", *_RIGHT_TO_LEFT)), "L") in _RIGHT_TO_LEFT


def is_visible(text: str) -> bool:
    """Return whether a text holds anything but spaces, control characters and marks of format."""
    return any(unicodedata.category(character)[0] not in "ZC" for character in text)


def shortened(text: str, length: int) -> str:
    """Return a text of at most `length` characters, cut between words and marked with "…"."""
    whole = " ".join(lines(text))
    if len(whole) <= length:
        return whole
    kept = whole[: length - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[length // 2 :] else kept}…"
