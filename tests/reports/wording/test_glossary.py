"""The words that every screen uses, explained."""

import pytest

from assessment.catalogue.model import Catalogue
from locales import translator
from reports.wording.glossary import glossary


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_level_is_explained_with_the_levels_of_the_catalogue(
    catalogue: Catalogue, language: str
) -> None:
    _, meaning = glossary(catalogue, translator(language))["level"]

    for scale in catalogue.scales:
        for number, level in enumerate(scale.levels):
            assert f"{number} = {level.label.in_language(language)}" in meaning


def test_a_word_is_the_one_on_the_screens(catalogue: Catalogue) -> None:
    words = glossary(catalogue, translator("nl"))

    assert [title for title, _ in words.values()] == [
        "niveau",
        "minimaal",
        "groei",
        "streefniveau",
        "ambitie",
    ]
