"""Templates become HTML."""

import pytest
from jinja2 import UndefinedError

from locales import translator
from tests.support.web.phone import PageContent
from web.participant.messages import Message
from web.participant.render import page_address, render
from web.server.assets import STYLE

MESSAGE = Message(200, "A <b>heading</b>", ("One & two",))


def test_a_page_has_a_language_a_title_and_the_style_sheet() -> None:
    html = render("message", translator("nl"), {"message": MESSAGE, "link": None, "again": None})

    assert html.startswith('<!doctype html>\n<html lang="nl">')
    assert "<title>A &lt;b&gt;heading&lt;/b&gt; · Mentorspiegel</title>" in html
    assert f'href="{STYLE.address}"' in html


def test_markup_in_values_stays_text() -> None:
    html = render("message", translator("en"), {"message": MESSAGE, "link": None, "again": None})
    content = PageContent()
    content.feed(html)

    assert content.heading == "A <b>heading</b>"
    assert "One & two" in content.text
    assert "<b>" not in html


def test_a_value_that_is_missing_is_an_error_and_no_empty_page() -> None:
    with pytest.raises(UndefinedError):
        render("message", translator("en"), {"message": MESSAGE})


def test_the_first_page_has_the_address_itself() -> None:
    assert page_address("token", "") == "/a/token"
    assert page_address("token", "q/MC-01") == "/a/token/q/MC-01"
