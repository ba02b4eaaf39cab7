"""A funder's screens in a real browser: no barrier on any part, on a phone and on a large screen."""

import pytest

from tests.support.web.browser import DESKTOP, PHONE, SCHEMES, NewBrowser, violations

EXAMPLE = {
    "nl": "Laat me een voorbeeld zien met acht projecten",
    "en": "Show me an example with eight projects",
}


@pytest.mark.parametrize(
    ("size", "language"), [(DESKTOP, "nl"), (PHONE, "en")], ids=["desktop nl", "phone en"]
)
def test_no_part_of_a_portfolio_has_a_barrier(
    new_browser: NewBrowser, size: dict[str, int], language: str
) -> None:
    tab = new_browser(size=size)
    tab.open(f"/portfolio?lang={language}")
    tab.press(EXAMPLE[language])
    query = tab.page.url.partition("?")[2]
    wrong = {}
    for part in ("overview", "criterion", "project", "files", "charter"):
        tab.open(f"/portfolio?{query}&part={part}")
        wide = tab.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        found = ["wider than the screen"] if wide else []
        for scheme in SCHEMES:
            tab.switch_scheme(scheme)
            found += [f"{scheme}: {barrier}" for barrier in violations(tab.page)]
        if found:
            wrong[part] = found
    assert wrong == {}
