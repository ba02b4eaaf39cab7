"""Letters with sensible defaults: a test names only what it is about."""

from datetime import date
from typing import Any

from reports.letters.build import Letter, LetterText, LinkKind
from tests.support.outcomes import catalogue_of

DAY = date(2026, 12, 18)
LINK = "https://mentoring.example/a/" + "x" * 32
CODE = "K7M-4QX-9RT"


def invitation(**fields: Any) -> LetterText:
    known = catalogue_of(C_1={})
    defaults = {"project": "Maatjes", "catalogue": known, "threshold": 5}
    return LetterText(**{**defaults, "languages": ("en",), **fields})


def letter(number: int | None = 1, **fields: Any) -> Letter:
    defaults = {"kind": LinkKind.PERSON, "role": "mentee", "address": LINK, "code": CODE}
    defaults |= {"code_address": "mentoring.example/a", "questions": 14, "minutes": 6}
    return Letter(**{**defaults, "until": DAY, "number": number, **fields})
