"""axe-core with every rule on every page: light and dark, phone and desktop, both languages."""

import pytest

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

PAGES = (
    "/",
    "/start",
    "/questions",
    "/audit",
    "/invitations",
    "/closing",
    "/feedback",
    "/result",
    "/result?part=groups",
    "/result?part=criteria",
    "/result?criterion=MC-47",
    "/agreements",
    "/export",
    "/settings",
    "/criteria",
    "/criteria?criterion=MC-63",
    "/conversation",
    "/method",
)
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
    return tab.page.url.partition("?")[2]


@pytest.mark.parametrize(
    ("size", "language"), [(DESKTOP, "nl"), (PHONE, "en")], ids=["desktop nl", "phone en"]
)
def test_no_page_has_a_barrier(
    new_browser: NewBrowser, size: dict[str, int], language: str
) -> None:
    tab = new_browser(size=size)
    query = example(tab, language)
    wrong = {}
    for page in PAGES:
        rest = query if page not in ("/", "/start") else f"lang={language}"
        tab.open(f"{page}{'&' if '?' in page else '?'}{rest}")
        if page == "/conversation":
            tab.main.get_by_test_id("stCheckbox").first.locator("label").click()
            tab.wait()
        if page in OPENED:
            tab.page.evaluate(OPEN_ALL)
        for scheme in SCHEMES:
            tab.switch_scheme(scheme)
            if barriers := violations(tab.page):
                wrong[page, scheme] = barriers
    assert wrong == {}


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
    tab.open(tab.page.url.removeprefix(tab.address).replace("lang=nl", f"lang={language}"))
    name_contact(tab, CONTACT[language])
    tab.press(words[0])
    tab.unfold("Links")
    tab.pick(words[1], "2 · ")
    tab.press(words[2])
    assert violations(tab.page) == []
