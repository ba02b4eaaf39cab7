"""Streamlit's own words in the language of the tab."""

import html
import json
import re

from locales import translator
from ui.framework import framework, words_of
from ui.widgets.html import script


def test_every_text_of_streamlit_has_a_dutch_one_that_keeps_what_differs() -> None:
    words = words_of(translator("nl"))

    assert ("Upload", "Kies een bestand") in words
    assert ("{size} per file", "tot {size}") in words
    assert ("{number} – February", "{number} – februari") in words
    for text, other in words:
        assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", other)


def test_its_own_language_stays_as_it_is() -> None:
    assert words_of(translator("en")) == []


def test_the_page_carries_its_language_and_the_words_as_data() -> None:
    made = framework("nl")
    (data,) = re.findall(r'data-words="([^"]*)"', made)

    assert 'data-language="nl"' in made
    assert json.loads(html.unescape(data)) == [list(pair) for pair in words_of(translator("nl"))]
    assert made.endswith(script("framework.js"))
