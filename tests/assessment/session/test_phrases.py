"""Phrases: four words with which somebody comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.session import phrases
from assessment.session.keys import ALPHABET, CODE_LENGTH
from assessment.session.phrases import phrase_hash, phrase_of, typed_phrase_hash

LISTS = phrases._LISTS


def test_the_lists_are_long_enough_to_be_guessed_by_nobody() -> None:
    assert {name: len(set(words)) for name, words in LISTS.items()} == {"nl": 256, "en": 256}
    assert 256**4 * len(ALPHABET) ** CODE_LENGTH > 2**60


def test_no_word_stands_in_both_lists() -> None:
    assert not set(LISTS["nl"]) & set(LISTS["en"])
    assert all(word.isascii() and word.islower() for words in LISTS.values() for word in words)


@given(st.text(min_size=1), st.sampled_from(["nl", "en", "tr"]))
def test_a_phrase_finds_its_person_in_either_language(token: str, language: str) -> None:
    phrase = phrase_of(token, language)

    assert len(phrase.split()) == 4
    assert typed_phrase_hash("S1", phrase) == phrase_hash("S1", token)
    assert typed_phrase_hash("S1", f"  {phrase.upper().replace(' ', ' - ')}!") is not None
    assert typed_phrase_hash("S2", phrase) != phrase_hash("S1", token)


@pytest.mark.parametrize(
    "text", ["", "appel appel appel", "appel appel appel acorn", "appel " * 5, "appel xyz boom bos"]
)
def test_other_text_is_no_phrase(text: str) -> None:
    assert typed_phrase_hash("S1", text) is None
