"""A phone that puts a page away takes no words along."""

import time

import pytest
from playwright.sync_api import Page

from tests.support.web.browser import NewContext, begin
from tests.support.web.server import Invitations

FREEZE = (
    "() => { window.setTimeout = () => 0; }"  # a page that is hidden may never do what it put off
)
HIDE = """() => {
  Object.defineProperty(document, 'hidden', { value: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def put_away(page: Page, way: str) -> None:
    if way == "closed":
        page.close()  # without a question to the person, as a phone does
    else:
        page.evaluate(HIDE)


@pytest.mark.parametrize("way", ["closed", "hidden"])
def test_words_that_were_just_typed_are_saved_when_the_page_is_put_away(
    new_context: NewContext, invitations: Invitations, way: str
) -> None:
    link = invitations.mentee()
    page = begin(new_context(), link)
    page.evaluate(FREEZE)
    page.locator("summary").first.click()
    page.get_by_label("Je eigen woorden").fill("Net getypt")
    put_away(page, way)

    until = time.monotonic() + 5
    while not (given := invitations.answers(link)) and time.monotonic() < until:
        time.sleep(0.02)
    assert [answer.comment for answer in given] == ["Net getypt"]
