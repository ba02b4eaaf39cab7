"""Preparing a session in a real browser: by keyboard, on a phone in the dark, without a barrier."""

import pytest
from playwright.sync_api import expect

from tests.support.web import page_checks
from tests.support.web.browser import DESKTOP, PHONE, NewBrowser, violations

WORDS = {
    "en": {
        "name": "Name of the session",
        "propose": "Propose a script",
        "step": "1 · Welcome",
        "later": "Later: Welcome",
        "keys": "Make the keys",
        "in": "Let people in",
        "control": "To the control page",
    },
    "nl": {
        "name": "Naam van de sessie",
        "propose": "Stel een draaiboek voor",
        "step": "1 · Welkom",
        "later": "Later: Welkom",
        "keys": "De sleutels maken",
        "in": "Mensen binnenlaten",
        "control": "Naar de bediening",
    },
}


@pytest.mark.parametrize(
    ("size", "scheme", "language"),
    [(DESKTOP, "light", "en"), (PHONE, "dark", "nl")],
    ids=["desktop light en", "phone dark nl"],
)
def test_a_session_is_prepared_with_the_keyboard_and_without_a_barrier(
    new_browser: NewBrowser, size: dict[str, int], scheme: str, language: str
) -> None:
    tab, words = new_browser(size=size, scheme=scheme), WORDS[language]
    tab.open(f"/sessions?lang={language}")
    tab.page.get_by_label(words["name"]).fill("Spiegelmiddag")
    tab.page.keyboard.press("Enter")  # presses the button of the form
    expect(tab.main.get_by_role("heading", name="Spiegelmiddag")).to_be_visible()
    tab.wait()

    tab.unfold(words["step"])
    tab.page.get_by_role("button", name=words["later"]).focus()
    tab.page.keyboard.press("Enter")
    expect(tab.main.locator("summary").nth(1)).to_contain_text(words["step"].partition("· ")[2])
    tab.wait()
    assert violations(tab.page) == []
    if language == "nl":
        assert page_checks.left_in_english(tab.page) == []
        assert page_checks.too_wide(tab.page) == []

    tab.press(words["keys"])
    expect(tab.page.locator(".st-key-fresh h3")).to_be_focused()
    tab.press(words["in"])
    expect(tab.page.get_by_role("link", name=words["control"])).to_be_visible()
    assert violations(tab.page) == []
