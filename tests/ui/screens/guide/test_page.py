"""The guide on a screen of its own."""

import pytest

from tests.support.ui.screens import OpenPage


@pytest.mark.parametrize(
    ("language", "title", "first"),
    [
        ("nl", "Handleiding voor coördinatoren", "1. Beginnen"),
        ("en", "Guide for coordinators", "1. Starting"),
    ],
)
def test_the_guide_is_read_in_the_language_of_the_tab(
    open_page: OpenPage, language: str, title: str, first: str
) -> None:
    app = open_page("guide", language=language)

    assert app.title[0].value == title
    assert app.header[0].value == first
    assert any("112" in part.value for part in app.markdown)
