"""Every screen: axe-core with every rule, light and dark, phone and desktop, both languages.

On the same walk: its own title, nothing from another server, no word of Streamlit in English, nothing
wider than a narrow screen, and on paper what one reads alone.
"""

import pytest
from playwright.sync_api import expect

from tests.support.web import page_checks
from tests.support.web.browser import (
    DESKTOP,
    PHONE,
    SCHEMES,
    NewBrowser,
    Tab,
    make_project,
    name_contact,
    violations,
)
from ui import navigation

SCREENS = [
    value.split("/")[1]
    for name, value in vars(navigation).items()
    if name.isupper() and isinstance(value, str)
]
PARTS = (
    "/criteria?criterion=MC-63",
    "/result?part=groups",
    "/result?part=criteria",
    "/result?criterion=MC-44",
)
# these lead home as long as there are no accounts; with accounts tests/browser/test_accounts_barriers.py looks
WITH_ACCOUNTS = ("log", "server")
PAGES = ["/", *(f"/{name}" for name in SCREENS if name not in ("home", *WITH_ACCOUNTS)), *PARTS]
# where the parts that open on demand are looked into too
OPENED = ("/criteria?criterion=MC-63", "/conversation")
CONTACT = {
    "en": "A function with a telephone number or an address",
    "nl": "Een functie met een telefoonnummer of een adres",
}
OPEN_ALL = "document.querySelectorAll('details').forEach(part => { part.open = true })"


def example(tab: Tab, language: str) -> str:
    """Add the example and return the query of its newest assessment."""
    tab.open(f"/?lang={language}")
    names = {
        "nl": ("Laat me het voorbeeldproject zien", "Uitkomst"),
        "en": ("Show me the example project", "Outcome"),
    }
    tab.press(names[language][0])
    tab.follow(names[language][1])
    query = tab.address_with("/result").partition("?")[2]
    tab.go(f"/sessions?{query}")
    tab.main.get_by_test_id("stPageLink").first.get_by_role("link").click()
    tab.wait()
    return (
        f"{query}&session={tab.address_with('session=').partition('session=')[2].partition('&')[0]}"
    )


@pytest.mark.parametrize(
    ("size", "language"), [(DESKTOP, "nl"), (PHONE, "en")], ids=["desktop nl", "phone en"]
)
def test_no_page_has_a_barrier(
    new_browser: NewBrowser, size: dict[str, int], language: str
) -> None:
    tab = new_browser(size=size)
    query = example(tab, language)
    wrong: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for page in PAGES:
        rest = query if page not in ("/", "/start") else f"lang={language}"
        if page == "/agreements":
            rest += "&criterion=MC-44"  # with the form of a new one, whose date is empty
        tab.go(f"{page}{'&' if '?' in page else '?'}{rest}")
        if page == "/conversation":
            tab.main.get_by_test_id("stCheckbox").first.locator("label").click()
            tab.wait()
        if page == "/agreements":
            tab.page.locator(".stDateInput").last.scroll_into_view_if_needed()
        if page in OPENED:
            tab.page.evaluate(OPEN_ALL)
        titles[tab.page.title()] = page
        troubles = beside_barriers(tab, language, size)
        for scheme in SCHEMES:
            tab.switch_scheme(scheme)
            troubles += [f"{scheme}: {barrier}" for barrier in violations(tab.page)]
        if troubles:
            wrong[page] = troubles
    assert wrong == {}
    assert sorted(titles.values()) == sorted(PAGES)  # each title is that of one page


def beside_barriers(tab: Tab, language: str, size: dict[str, int]) -> list[str]:
    """Return what else is wrong with the page that is open."""
    found = page_checks.loaded_from_elsewhere(tab.page)
    if language == "nl":
        found += page_checks.left_in_english(tab.page)
    if size == PHONE:
        return found + page_checks.too_wide(tab.page)
    return found + page_checks.wrong_on_paper(tab.page)


@pytest.mark.parametrize(
    ("size", "scheme", "language", "words"),
    [
        (
            DESKTOP,
            "light",
            "en",
            ("Make the invitation", "Letter number", "Revoke the link of number 2…"),
        ),
        (
            PHONE,
            "dark",
            "nl",
            ("Maak de uitnodiging", "Nummer van de brief", "Trek de link van nummer 2 in…"),
        ),
    ],
    ids=["desktop light en", "phone dark nl"],
)
def test_inviting_others_has_no_barrier(
    new_browser: NewBrowser,
    size: dict[str, int],
    scheme: str,
    language: str,
    words: tuple[str, str, str],
) -> None:
    tab = new_browser(size=size, scheme=scheme)
    make_project(tab)
    tab.follow("Andere groepen")
    tab.go(tab.address_with("/invitations").replace("lang=nl", f"lang={language}"))
    name_contact(tab, CONTACT[language])
    tab.press(words[0])
    expect(tab.page.locator(".st-key-fresh h2")).to_be_focused()
    tab.unfold("Links")
    tab.pick(words[1], "2 · ")
    tab.press(words[2])
    assert violations(tab.page) == []
