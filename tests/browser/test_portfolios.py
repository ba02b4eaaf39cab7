"""A funder's screens in a real browser: no barrier on any part, on a phone and on a large screen."""

import pytest

from tests.support.web.browser import DESKTOP, PHONE, SCHEMES, NewBrowser, violations

SHARED = "Example: Moving On Together"
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
        tab.go(f"/portfolio?{query}&part={part}")
        wide = tab.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        found = ["wider than the screen"] if wide else []
        for scheme in SCHEMES:
            tab.switch_scheme(scheme)
            found += [f"{scheme}: {barrier}" for barrier in violations(tab.page)]
        if found:
            wrong[part] = found
    assert wrong == {}


def test_a_table_stacks_its_rows_on_a_phone(new_browser: NewBrowser) -> None:
    tab = new_browser(size=PHONE)
    tab.open("/portfolio?lang=en")
    tab.press(EXAMPLE["en"])
    tab.go(f"/portfolio?{tab.page.url.partition('?')[2]}&part=overview")
    tab.unfold("As a table")
    cell = tab.page.locator(".ms-stacked td").first

    assert cell.evaluate("cell => getComputedStyle(cell).display") == "block"


def test_a_project_sees_the_very_page_that_the_funder_reads_and_takes_it_back(
    new_browser: NewBrowser,
) -> None:
    tab = new_browser(size=PHONE)
    tab.open("/?lang=en")
    tab.press("Show me the example project")
    tab.go("/portfolio?lang=en")
    tab.press(EXAMPLE["en"])
    charter = tab.page.url.removeprefix(tab.address) + "&part=charter"
    tab.go(charter)
    tab.press("Make a link")
    link = tab.page.get_by_test_id("stCode").inner_text().strip()
    tab.open(f"/shares?lang=en&{link.partition('?')[2]}")
    tab.choose("Also what groups said")
    tab.write("In your own words, if you want", "We <b>are</b> **new** & proud.")
    tab.write("Who consents? A function, no name", "the coordinator")
    page = tab.page.locator(".st-key-share-page article").first
    preview = page.inner_html()
    found = violations(tab.page)
    tab.choose("We agree to the charter")
    tab.press("Send it")
    tab.open(charter)
    tab.follow(SHARED)

    assert page.inner_html() == preview
    assert "We &lt;b&gt;are&lt;/b&gt; **new** &amp; proud." in preview
    assert found + violations(tab.page) == []
    tab.go("/shares?lang=en")
    tab.shows("What was read (1)")
    tab.press("Take it back")
    tab.press("Yes, take it back")
    tab.shows("nothing of it is left")
    tab.open(charter)
    tab.lacks(SHARED)
