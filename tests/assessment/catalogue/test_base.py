"""The base of every part, and texts in several languages."""

import pytest
from pydantic import ValidationError

from assessment.catalogue.base import Part, Text


class Colour(Part):
    name: str


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="extra"):
        Colour.model_validate({"name": "red", "nane": "rad"})


def test_a_part_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Colour(name="red").name = "blue"  # type: ignore[misc]


def test_a_text_is_given_in_its_language_or_else_in_the_first() -> None:
    both = Text({"nl": "maatje", "en": "buddy"})

    assert (both.in_language("en"), both.in_language("de")) == ("buddy", "maatje")


def test_an_empty_text_is_as_good_as_none() -> None:
    assert Text({"nl": "maatje", "en": ""}).in_language("en") == "maatje"


@pytest.mark.parametrize("words", [{"nl": 1}, {1: "een"}, "maatje", None])
def test_a_text_holds_words_by_language(words: object) -> None:
    with pytest.raises(ValidationError):
        Text.model_validate(words)
