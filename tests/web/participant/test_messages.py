"""Pages that say why something is not there or cannot be done."""

from collections.abc import Callable

import pytest

from locales import LANGUAGES, Translator, translator
from tests.support.web.phone import PageContent
from tests.support.web.requests import a_request
from web.participant import messages
from web.participant.messages import Message, MessageLink

STATUSES = (400, 403, 405, 408, 413, 415, 429, 500, 503)


@pytest.mark.parametrize(
    ("message", "status"),
    [
        (messages.unknown, 404),
        (messages.closed, 410),
        (messages.expired, 410),
        (messages.used, 409),
        (messages.full, 409),
        (messages.no_page, 404),
    ],
)
def test_each_has_its_status_and_words_in_each_language(
    message: Callable[[Translator], Message], status: int
) -> None:
    dutch, english = message(translator("nl")), message(translator("en"))

    assert (dutch.status, english.status) == (status, status)
    assert dutch.heading != english.heading
    assert len(dutch.lines) == len(english.lines) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_says_why(language: str) -> None:
    t = translator(language)
    refusals = {status: messages.refusal(t, status) for status in STATUSES}

    assert [message.status for message in refusals.values()] == list(STATUSES)
    assert refusals[413].heading != refusals[400].heading
    assert {refusals[status].heading for status in (400, 408, 415)} == {
        messages.unreadable(t, 422).heading
    }


def test_it_is_a_page_with_a_link() -> None:
    t = translator("nl")
    message, link = messages.no_page(t), MessageLink("/a/token?a=1&b=2", "Naar <mij>")

    response = messages.respond(a_request(), t, message, link, {"allow": "GET"})

    content = PageContent()
    content.feed(bytes(response.body).decode())
    assert (response.status_code, response.headers["allow"]) == (404, "GET")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert (content.heading, content.links) == (
        message.heading,
        ["/a/token?a=1&b=2", "/a/help"],
    )
    assert "Naar <mij>" in content.text
    assert message.lines[0] in content.text


def test_without_a_link_it_has_no_link() -> None:
    t = translator("en")

    response = messages.respond(a_request(), t, messages.closed(t))

    main = bytes(response.body).partition(b"<main")[2].partition(b"</main>")[0]
    assert b"href=" not in main


def test_the_script_of_a_page_gets_no_page() -> None:
    t = translator("nl")
    request = a_request(accept="application/json")

    response = messages.respond(request, t, messages.closed(t), headers={"allow": "GET"})

    assert messages.wants_json(request)
    assert (response.status_code, bytes(response.body)) == (410, b'{"saved":false}')
    assert response.headers["allow"] == "GET"
    assert not messages.wants_json(a_request(accept="text/html, application/json"))
