"""axe-core with every rule on every page: light and dark, phone and desktop, both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE, NewPerson
from tests.browser.test_whole_audit import make_project
from tests.support.browser import Person
from tests.support.server import Server

PAGES = (
    "/",
    "/start",
    "/questions",
    "/audit",
    "/invitations",
    "/closing",
    "/result",
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
OPEN_ALL = "document.querySelectorAll('details').forEach(part => { part.open = true })"
# every rule of axe, also the experimental ones and those beyond WCAG
EVERY_RULE = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "best-practice",
        ],
    }
}


def example(person: Person, language: str) -> str:
    """Add the example and return the query of its newest assessment."""
    person.opens(f"/?lang={language}")
    names = {
        "nl": ("Laat me het voorbeeldproject zien", "Resultaat"),
        "en": ("Show me the example project", "Result"),
    }
    person.presses(names[language][0])
    person.follows(names[language][1])
    return person.page.url.partition("?")[2]


def violations(person: Person) -> list[str]:
    found = Axe().run(person.page, options=EVERY_RULE).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(
    ("size", "scheme", "language"),
    [
        (DESKTOP, "light", "nl"),
        (DESKTOP, "dark", "en"),
        (PHONE, "light", "en"),
        (PHONE, "dark", "nl"),
    ],
    ids=["desktop light nl", "desktop dark en", "phone light en", "phone dark nl"],
)
def test_no_page_has_a_barrier(
    new_person: NewPerson, server: Server, size: dict[str, int], scheme: str, language: str
) -> None:
    person = new_person(size=size, scheme=scheme)
    query = example(person, language)
    found = {}
    for page in PAGES:
        rest = query if page not in ("/", "/start") else f"lang={language}"
        person.opens(f"{page}{'&' if '?' in page else '?'}{rest}")
        if page == "/conversation":
            person.main.get_by_test_id("stCheckbox").first.locator("label").click()
            person.waits()
        if page in OPENED:
            person.page.evaluate(OPEN_ALL)
        if barriers := violations(person):
            found[page] = barriers
    assert found == {}


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
    new_person: NewPerson,
    size: dict[str, int],
    scheme: str,
    language: str,
    words: tuple[str, str, str],
) -> None:
    person = new_person(size=size, scheme=scheme)
    make_project(person)
    person.follows("Andere groepen")
    person.opens(
        person.page.url.removeprefix(person.address).replace("lang=nl", f"lang={language}")
    )
    person.presses(words[0])
    person.unfolds("Links")
    person.picks(words[1], "2 · ")
    person.presses(words[2])
    assert violations(person) == []
