"""Cards to hold up instead of a phone: large enough to read across a room, and never by colour alone."""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from assessment.catalogue.model import LEVELS
from locales import Translator, translator
from reports.writers import typst
from reports.writers.typst import Ready

_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # the moment of a document that has none


class CardSize(StrEnum):
    """How large a card is."""

    A4 = "a4"
    A5 = "a5"  # two to a page, to cut apart


class CardSet(StrEnum):
    """What one votes on with the cards."""

    LEVELS = "levels"
    THESES = "theses"


def cards_pdf(chosen: Sequence[CardSet], size: CardSize, language: str) -> bytes:
    """Return the cards as a tagged PDF: each has a sign, a word, and dots or a shape that say the same."""
    ready, t = Ready(), translator(language)
    data = {
        "title": ready.heading(t("Cards to vote with")),
        "language": t.language,
        "is_whole": size is CardSize.A4,
        "cards": [
            {**card, "word": ready.heading(card["word"])}
            for one in CardSet
            if one in chosen
            for card in _MAKERS[one](t)
        ],
    }
    return typst.pdf("cards.typ", data, _ALWAYS)


def _levels(t: Translator) -> list[dict[str, Any]]:
    of = LEVELS - 1
    levels = [
        _card(str(level), t("Level {level}", level=level), dots=level, of=of)
        for level in range(LEVELS)
    ]
    return [*levels, _unknown(t)]


def _theses(t: Translator) -> list[dict[str, Any]]:
    return [
        _card("+", t("For"), shape="up"),
        _card("\N{MINUS SIGN}", t("Against"), shape="down"),
        _card("\N{PLUS-MINUS SIGN}", t("It depends"), shape="between"),
    ]


def _unknown(t: Translator) -> dict[str, Any]:
    return _card("?", t("I don't know"))


def _card(sign: str, word: str, *, dots: int = 0, of: int = 0, shape: str = "") -> dict[str, Any]:
    return {"sign": sign, "word": word, "dots": dots, "of": of, "shape": shape}


_MAKERS = {CardSet.LEVELS: _levels, CardSet.THESES: _theses}
