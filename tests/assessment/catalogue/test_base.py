"""What every part of a catalogue keeps to, and texts in several languages."""

import pytest
from pydantic import ValidationError

from assessment.catalogue.base import Part, RubricText, Text


class Leaf(Part):
    """A part with one field."""

    title: Text


def test_a_text_falls_back_to_a_language_that_there_is() -> None:
    both = Text({"nl": "maatje", "en": "buddy"})

    assert (both.in_language("en"), both.in_language("de")) == ("buddy", "maatje")


def test_an_empty_text_falls_back_too() -> None:
    assert Text({"nl": "maatje", "en": ""}).in_language("en") == "maatje"


@pytest.mark.parametrize("words", ["maatje", ["maatje"], {"nl": 1}, {"nl": None}, {1: "maatje"}])
def test_nothing_but_words_by_language_is_a_text(words: object) -> None:
    with pytest.raises(ValidationError):
        Text.model_validate(words)


def test_a_part_refuses_a_key_that_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="titel"):
        Leaf.model_validate({"title": {"nl": "blad"}, "titel": {"nl": "blad"}})


def test_a_part_and_its_texts_cannot_be_changed() -> None:
    leaf = Leaf(title=Text({"nl": "blad"}))

    with pytest.raises(ValidationError, match="frozen"):
        leaf.title = Text({"nl": "tak"})
    with pytest.raises(ValidationError, match="frozen"):
        leaf.title.root = {"nl": "tak"}


def test_a_level_carries_its_mark_beside_its_languages() -> None:
    level = RubricText.model_validate({"nl": "bang", "en": "afraid", "care": True})

    assert (level.root, level.care) == ({"nl": "bang", "en": "afraid"}, True)
    assert level.model_dump() == {"nl": "bang", "en": "afraid", "care": True}
    assert RubricText.model_validate_json(level.model_dump_json()) == level


@pytest.mark.parametrize("plain", [{"nl": "goed"}, {"nl": "goed", "care": False}])
def test_a_level_without_a_mark_is_written_as_before(plain: dict[str, str]) -> None:
    level = RubricText.model_validate(plain)

    assert not level.care
    assert level.model_dump_json() == '{"nl":"goed"}'
    assert level == RubricText.model_validate(Text({"nl": "goed"}))
    assert level != RubricText.model_validate({"nl": "goed", "care": True})


@pytest.mark.parametrize("mark", ["yes", 1, None])
def test_a_mark_is_true_or_false(mark: object) -> None:
    with pytest.raises(ValidationError) as caught:
        RubricText.model_validate({"nl": "bang", "care": mark})
    assert [error["loc"] for error in caught.value.errors()] == [("care",)]


@pytest.mark.parametrize("words", ["bang", {"nl": 1}, {"nl": 1, "care": True}])
def test_nothing_but_words_by_language_is_the_text_of_a_level(words: object) -> None:
    with pytest.raises(ValidationError):
        RubricText.model_validate(words)
