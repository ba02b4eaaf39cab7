"""All questions on one page in a real browser: to begin, to cut what is saved, to see what is kept."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.invitations import QUESTIONS
from tests.support.web.browser import begin, option, press

ANSWERS = re.compile(r"/a/[^/]+/answers$")
KEPT = "Object.keys(localStorage).filter(name => name.startsWith('mentorspiegel-answers:'))"
SENDING = "Nog niet opgeslagen: vraag {}. We blijven het proberen."
LATER = 15_000  # ms in which the next try comes


def one_page(context: BrowserContext, address: str) -> Page:
    """Begin, and wait until the page has all questions."""
    page = begin(context, address)
    has_all(page)
    return page


def has_all(page: Page) -> None:
    page.locator("#answer[data-questions]").wait_for()


def shows(page: Page, number: int) -> None:
    expect(page.get_by_text(f"Vraag {number} van {QUESTIONS}")).to_be_visible()


def chosen(page: Page, number: int) -> None:
    expect(option(page, number).locator("input")).to_be_checked()


def kept(page: Page) -> int:
    return len(page.evaluate(KEPT))


def cut(page: Page) -> None:
    """Let nothing through that is saved."""
    page.route(ANSWERS, lambda route: route.abort())


def choose_each(page: Page, *levels: int) -> None:
    for level in levels:
        option(page, level).click()
        press(page, "Volgende")
