"""The page for who has no key: plain, in the language of the browser, and nothing secret in it."""

import pytest

from tests.support.web.requests import a_request
from web.key.page import refusal


@pytest.mark.parametrize(
    ("is_wrong", "heading"), [(False, "needs the key"), (True, "does not fit")]
)
def test_it_says_what_is_wrong_and_where_the_key_stands(is_wrong: bool, heading: str) -> None:
    request = a_request("/", accept_language="en", host="localhost:8600")
    response = refusal(request, "nl", is_wrong=is_wrong)
    text = bytes(response.body).decode()

    assert response.status_code == 403
    assert heading in text
    assert "the window in which Mentorspiegel runs" in text
    assert "screens-8600.html" in text
    assert "<script" not in text


def test_without_a_language_of_the_browser_the_setting_decides() -> None:
    text = bytes(refusal(a_request("/", host="localhost"), "en", is_wrong=False).body).decode()

    assert '<html lang="en"' in text
    assert "screens-80.html" in text
