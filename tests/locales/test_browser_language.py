"""The language of a page before a person has chosen one."""

import pytest

from locales.browser_language import best_language


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        ("en-GB", "en"),
        ("de, en;q=0.5, nl;q=0.7", "nl"),
        ("de", "nl"),
        ("", "nl"),
        ("en;q=odd, nl;q=0.1", "nl"),
        ("*", "nl"),
    ],
)
def test_it_is_what_the_browser_asks_for(wanted: str, expected: str) -> None:
    assert best_language(wanted, ("nl", "en"), "nl") == expected


def test_it_is_one_that_there_is() -> None:
    assert best_language("nl", ("en",), "nl") == "en"


def test_of_a_browser_that_asks_for_a_great_deal_only_the_start_is_read() -> None:
    assert best_language("x," * 100 + "en", ("nl", "en"), "nl") == "nl"
