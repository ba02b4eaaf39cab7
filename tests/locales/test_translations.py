"""The interface is complete in every language, and speaks numbers and dates its own way."""

import string
from datetime import date

import pytest
from babel.messages.pofile import read_po

from locales import LANGUAGES, SOURCE, translator
from locales.messages import po_file, used_messages

TRANSLATED = [language for language in LANGUAGES if language != SOURCE]


def translations(language: str) -> dict[object, object]:
    with po_file(language).open("rb") as file:
        return {
            message.id: message.string for message in read_po(file, locale=language) if message.id
        }


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    known = translations(language)
    assert set(used_messages()) == set(known)
    empty = [key for key, said in known.items() if not said or not all(said)]  # type: ignore[call-overload]
    assert empty == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_fills_in_the_same_values(language: str) -> None:
    wrong = []
    for key, said in translations(language).items():
        pairs = zip(key, said, strict=True) if isinstance(key, tuple) else [(key, said)]  # type: ignore[call-overload]
        wrong += [a for a, b in pairs if not fields(str(b)) <= fields(str(a)) | {"n"}]
    assert wrong == []


def test_numbers_and_dates_follow_the_language() -> None:
    nl, en = translator("nl"), translator("en")
    assert (nl.number(2.345), en.number(2.345)) == ("2,3", "2.3")
    assert (nl.number(2.5, 0), en.number(1.25, 2)) == ("2", "1.25")
    assert nl.percent(0.6) == "60 %"
    assert (nl.date(date(2026, 3, 1)), en.date(date(2026, 3, 1))) == (
        "1 maart 2026",
        "1 March 2026",
    )
    assert (nl.months()[2], en.months()[2], len(nl.months())) == ("maart", "March", 12)


def test_one_and_many_differ() -> None:
    nl = translator("nl")
    one = nl.plural("One question shown", "{n} questions shown", 1)
    many = nl.plural("One question shown", "{n} questions shown", 3)
    assert (one, many) == ("Eén vraag getoond", "3 vragen getoond")


def test_an_unknown_language_speaks_english() -> None:
    assert translator("xx")("Saved") == "Saved"
    assert translator("xx").plural("one", "{n} things", 2) == "2 things"
