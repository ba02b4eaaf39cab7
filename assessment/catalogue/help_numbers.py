"""Whom somebody can call who does not feel safe. Never frozen in a snapshot: numbers change."""

from collections.abc import Iterable
from datetime import date

from assessment.catalogue.base import Part, Text


class HelpNumber(Part):
    """One number, in which country, and when somebody there can help.

    `checked` is the day on which it was last held against its source; None: not yet.
    """

    country: Text
    name: Text
    number: str
    when: Text
    source: str
    checked: date | None


def by_country(
    numbers: Iterable[HelpNumber], language: str
) -> tuple[tuple[str, tuple[HelpNumber, ...]], ...]:
    """Return the numbers under the name of their country, in the order in which they are written."""
    found: dict[str, list[HelpNumber]] = {}
    for number in numbers:
        found.setdefault(number.country.in_language(language), []).append(number)
    return tuple((country, tuple(inside)) for country, inside in found.items())
