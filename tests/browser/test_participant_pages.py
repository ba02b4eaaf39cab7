"""Every page of respondents on a phone: no barrier, no weight, no broken rule."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Response, expect

from tests.support.web.browser import (
    SCHEMES,
    NewContext,
    begin,
    option,
    own_address,
    state,
    violations,
)
from tests.support.web.server import Invitations, Server


@pytest.mark.parametrize(("name", "requests"), [("review", 3), ("question", 5)])
def test_a_page_is_light_and_breaks_no_rule_of_its_own(
    new_context: NewContext, invitations: Invitations, name: str, requests: int
) -> None:
    started = begin(new_context(), invitations.mentee())
    first, address = started.url, own_address(started)
    page = new_context().new_page()
    loaded: list[Response] = []
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("response", lambda response: loaded.append(response))

    page.goto(first if name == "question" else f"{address}/{name}")
    page.wait_for_load_state("networkidle")

    assert len(loaded) == requests
    assert sum(response.request.sizes()["responseBodySize"] for response in loaded) < 30_000
    assert messages == []


TO_THE_END = "scrollTo(0, document.body.scrollHeight)"  # where the buttons cover nothing


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_has_a_barrier(
    new_context: NewContext, server: Server, invitations: Invitations, language: str
) -> None:
    page = new_context(locale=language).new_page()
    wrong = {}
    for name, address in every_page(page, server, invitations):
        if address:
            page.goto(address)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.evaluate(TO_THE_END)
            if barriers := violations(page):
                wrong[name, scheme] = barriers
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").count() == 1
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, f"{name} is wider than a phone"

    assert wrong == {}


def every_page(page: Page, server: Server, invitations: Invitations) -> Iterator[tuple[str, str]]:
    """Go through all pages, in all their states; an empty address: it is already open."""
    mentee, link, pair = invitations.mentee(), invitations.open_link(), invitations.pair()
    yield from pages_of_a_mentee(page, mentee)
    page.context.clear_cookies()
    yield "personal link, used", mentee
    yield "open link", link
    go_on(page)
    yield "open link, begun", link
    yield "open link, help", f"{link}/help"
    yield from pages_of_a_pair(page, *pair)
    paired = page.url.removesuffix("/thanks")
    yield "nowhere", "/a/x"
    yield "code", "/a/"
    yield "help without an address", "/a/help"
    yield "code, wrong", "/a/222-222-222"
    yield from pages_of_a_preview(page, server, invitations.assessment.id)
    invitations.close()
    yield "closed", mentee
    yield "closed, pair", f"{paired}/pair"
    invitations.close_and_tell()
    yield "what came of it", paired


def pages_of_a_preview(page: Page, server: Server, assessment: str) -> Iterator[tuple[str, str]]:
    start = f"{server.url}/preview/{assessment}/mentee/few"
    yield "a screen, without the key", start
    page.context.request.get(f"{server.url}/?key={server.key}", max_redirects=0)
    yield "preview, start", start
    go_on(page)
    yield "preview, question", ""
    yield "preview, end", f"{start}/end"


def go_on(page: Page) -> None:
    """Press the most important button and wait for the next page."""
    here = page.url
    page.locator(".button.first").click()
    page.wait_for_url(lambda url: url != here)


def pages_of_a_mentee(page: Page, mentee: str) -> Iterator[tuple[str, str]]:
    yield "start", mentee
    go_on(page)
    yield "begun", ""
    mentee = page.url
    go_on(page)
    yield "question", ""
    first = page.url
    option(page, 1).click()
    page.locator("summary").first.click()
    page.locator("textarea").fill("x")
    expect(state(page)).not_to_be_empty()
    yield "question, chosen", ""
    go_on(page)
    expect(page.locator("#before")).not_to_be_empty()
    yield "question, the one before is saved", ""
    yield "half-way", mentee
    for name in ("about", "review", "pause", "delete", "thanks", "help"):
        yield name, f"{mentee}/{name}"
    page.goto(first)
    answered_elsewhere(page)
    yield "conflict", ""
    page.locator("#answer").evaluate("form => form.submit()")
    page.locator("input[name=comment]").wait_for(state="attached")
    yield "conflict, without script", ""
    yield "no such page", f"{mentee}/nowhere"


def answered_elsewhere(page: Page) -> None:
    """Answer the question that is open in another window first."""
    page.wait_for_load_state("networkidle")
    other = page.context.new_page()
    other.goto(page.url)
    option(other, 2).click()
    other.get_by_text(re.compile("^(Opgeslagen|Saved)$")).wait_for()
    other.close()
    option(page, 4).click()
    page.locator(".card").first.wait_for()


def pages_of_a_pair(page: Page, mentor: str, other: str) -> Iterator[tuple[str, str]]:
    yield "pair, start", mentor
    owns = []
    for address in (mentor, other):
        page.goto(address)
        go_on(page)
        owns.append(page.url)
    yield "pair, waiting", f"{owns[0]}/pair"
    for address, levels in zip(owns, ([0, 4, 4, 2, 1], [4, 4, 3, 2, 1]), strict=True):
        page.goto(address)
        go_on(page)
        for level in levels:
            option(page, level).click()
            go_on(page)
        go_on(page)
    yield "pair, met", f"{owns[0]}/pair"
    yield "pair, link used", mentor
    yield "pair, thanks", f"{owns[0]}/thanks"
