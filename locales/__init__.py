"""The words of the interface in every language. Texts of the criteria stay with the criteria.

The English sentence in the code is the key; `nl/LC_MESSAGES/mentorspiegel.po` holds the Dutch one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

LANGUAGES: Mapping[str, str] = {"nl": "Nederlands", "en": "English"}
SOURCE = "en"  # the language that stands in the code
DOMAIN = "mentorspiegel"
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Translator:
    """Says things in one language."""

    language: str
    messages: Mapping[str, str | tuple[str, ...]]

    def __call__(self, message: str, /, **values: object) -> str:
        """Return a sentence with its values filled in."""
        found = self.messages.get(message, message)
        text = found if isinstance(found, str) else found[0]
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the sentence that fits the number `n`, which may be used as {n}."""
        found = self.messages.get(one, (one, many))
        text = found if isinstance(found, str) else found[0 if n == 1 else 1]
        return text.format(n=n, **values)

    def number(self, value: float, decimals: int = 1) -> str:
        """Return a number with a fixed number of decimals, in the language's own way."""
        pattern = f"0.{'0' * decimals}" if decimals else "0"
        return str(format_decimal(round(value, 9), format=pattern, locale=self.language))

    def percent(self, share: float) -> str:
        """Return a share of 1 as a whole percentage."""
        return str(format_percent(share, format="0 %", locale=self.language))

    def date(self, day: date) -> str:
        """Return a date with the month in words."""
        return str(format_date(day, "d MMMM y", locale=Locale(self.language)))

    def months(self) -> tuple[str, ...]:
        """Return the names of the twelve months."""
        return tuple(get_month_names("wide", locale=Locale(self.language)).values())


@lru_cache
def translator(language: str) -> Translator:
    """Return the translator of a language; an unknown language speaks the source language."""
    path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if language not in LANGUAGES or not path.exists():
        return Translator(SOURCE, {})
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    return Translator(
        language,
        {
            message.id if isinstance(message.id, str) else message.id[0]: _filled(message.string)
            for message in catalogue
            if message.id and message.string and all(message.string)
        },
    )


def _filled(text: str | list[str] | tuple[str, ...]) -> str | tuple[str, ...]:
    return text if isinstance(text, str) else tuple(text)
