"""Checks that every stored text goes through, and cells that no spreadsheet calculates."""

import re
from functools import cache
from unicodedata import category, combining, decomposition, normalize

from assessment.errors import InvalidInput

MAX_NAME = 200  # characters of a name or another short field
MAX_LONG = 10_000  # characters of a longer field
# what a spreadsheet would calculate; a dash before a space is just a dash
_FORMULA = re.compile(r"[=+@\t\r]|-(?=\S)")
_APART, _TOGETHER = "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"
_JOINERS = _APART + _TOGETHER
_VIRAMA = 9  # class of the marks that bind two consonants, after which a joiner is seen
_PICTURES = range(0x1F000, 0x1FB00)  # every year some more of them get a meaning
# letters, marks and symbols that are empty, and those that choose between two looks of one sign
_SHOWS_NOTHING = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc"
    "\U0001d159\U000e0000-\U000e0fff]"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_NEUTRALISED = re.compile(r"'+[=+@\t\r\n-]")


def check_characters(field: str, text: str) -> None:
    """Raise InvalidInput for what a database cannot keep: NUL and half a surrogate pair."""
    if "\0" in text or not (text.isascii() or _is_whole(text)):
        message = f"The {field} holds a character that cannot be kept. Type it again."
        raise InvalidInput(field, "characters", message)


def _is_whole(text: str) -> bool:
    """Return whether a text holds no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def short_text(field: str, text: str) -> str:
    """Return a name or another short text as one can see it. Raises InvalidInput for one over MAX_NAME.

    Two that look the same but for what nobody sees are the same.
    """
    check_characters(field, text)
    shown = _as_seen(text)
    if len(shown) > MAX_NAME:
        message = f"The {field} is longer than {MAX_NAME} characters. Shorten it."
        raise InvalidInput(field, "too_long", message)
    return shown


def _as_seen(text: str) -> str:
    """Return a text composed, with single spaces, and without signs that show nothing."""
    shown = ""
    for number, sign in enumerate(signs := normalize("NFC", text)):
        before = shown[-1:]
        if _is_space(sign):
            shown += "" if before in ("", " ") else " "
        elif sign in _JOINERS:
            shown += sign if _is_seen(sign, before, signs[number + 1 : number + 2]) else ""
        elif _shows(sign) and not (_is_mark(sign) and before in ("", " ")):
            shown += sign
    return normalize("NFC", shown.strip(f" {_JOINERS}"))


def _is_space(sign: str) -> bool:
    return sign.isspace() or category(sign)[0] == "Z"


def _is_mark(sign: str) -> bool:
    return category(sign)[0] == "M"


def _shows(sign: str) -> bool:
    """Return whether one sees something of a sign; of what is not in our tables only new pictures count."""
    is_picture = ord(sign) in _PICTURES
    return _SHOWS_NOTHING.match(sign) is None and (category(sign)[0] != "C" or is_picture)


def _is_seen(joiner: str, before: str, after: str) -> bool:
    """Return whether a joiner changes how the signs around it look."""
    if not before or not after:
        return False
    if combining(before) == _VIRAMA:
        return True
    if joiner == _APART:
        return {before, after} <= _connected()
    return all(ord(sign) in _PICTURES or category(sign) == "So" for sign in before + after)


@cache
def _connected() -> frozenset[str]:
    """Return the Arabic letters that take another form before the next one."""
    forms = (decomposition(chr(code)).split() for code in range(0xFB50, 0xFF00))
    return frozenset(
        chr(int(form[1], 16)) for form in forms if form and form[0] in ("<initial>", "<medial>")
    )


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
