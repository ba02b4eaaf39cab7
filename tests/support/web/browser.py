"""A real browser: what people see on a page, by labels and texts, and what they do there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PROJECT = "Maatjes <b>West</b> & co"
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
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}},  # 7:1, of level AAA
    "resultTypes": ["violations"],  # what passes is checked, and not written out
}

# a page notes when it last sent and heard something, so that nobody takes a question for its answer
LISTEN = """(() => {
  const send = WebSocket.prototype.send;
  window.sent = window.heard = 0;
  WebSocket.prototype.send = function (data) {
    window.sent = performance.now();
    if (!this.watched) {
      this.watched = true;
      for (const kind of ['message', 'close'])
        this.addEventListener(kind, () => { window.heard = performance.now(); });
    }
    return send.call(this, data);
  };
})()"""
STILL = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState !== 'running'
    && window.heard >= window.sent && performance.now() - window.heard > 50
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid=stSkeleton]')
    && document.querySelector('h1');
}"""

# what a browser does when somebody goes back or forward: the screen comes, and the program is not loaded again
GO = """address => {
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate', {state: {}}));
}"""
IN_SCHEME = """scheme => getComputedStyle(document.querySelector('[data-testid=stApp]'))
  .colorScheme === scheme"""

NewContext = Callable[..., BrowserContext]


@dataclass
class Tab:
    """One browser tab on the screens."""

    page: Page
    address: str

    def open(self, path: str = "/") -> None:
        self.page.goto(f"{self.address}{path}")
        self.wait()

    def go(self, path: str) -> None:
        """Go from the screen that is open to another one, without loading the program again."""
        if not self.page.url.startswith(self.address):
            return self.open(path)
        self.page.evaluate(GO, f"{self.address}{path}")
        return self.wait()

    def reload(self) -> None:
        self.page.reload()
        self.wait()

    def wait(self) -> None:
        """Wait until the page stands still."""
        self.page.wait_for_timeout(50)
        self.page.wait_for_function(STILL, timeout=30_000)

    def press(self, name: str) -> None:
        self.page.get_by_role(
            "button", name=re.compile(rf"{re.escape(name)}\s*(Shortcut.*)?$")
        ).first.click()
        self.wait()

    def follow(self, name: str) -> None:
        self.main.get_by_role("link", name=name, exact=False).first.click()
        self.wait()

    def unfold(self, name: str) -> None:
        self.main.locator("summary").filter(has_text=name).first.click()
        self.page.wait_for_timeout(500)
        self.wait()

    def pick(self, label: str, option: str) -> None:
        field = self.page.get_by_label(label).first
        field.scroll_into_view_if_needed()
        self.page.wait_for_timeout(500)  # a list that is open closes when the page scrolls
        field.click()
        self.page.get_by_role("option", name=option).click()
        self.wait()

    def choose(self, option: str) -> None:
        self.main.get_by_text(option, exact=False).first.click()
        self.wait()

    def write(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label)
        field.fill(text)
        field.blur()
        self.wait()

    def switch_language(self, language: str) -> None:
        self.page.get_by_test_id("stSidebar").get_by_text(language).click()
        self.wait()

    def switch_scheme(self, scheme: Scheme) -> None:
        """Let the system ask for light or dark colours, and wait until the page follows."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function(IN_SCHEME, arg=scheme)

    def wait_for_the_server(self) -> None:
        """Wait until the page has found its server again and stands still."""
        self.page.wait_for_timeout(3000)
        self.wait()

    def address_with(self, part: str) -> str:
        """Wait until the page has an address with this part, and return it without the server."""
        expect(self.page).to_have_url(re.compile(re.escape(part)), timeout=15_000)
        return self.page.url.removeprefix(self.address)

    @property
    def main(self) -> Locator:
        return self.page.get_by_test_id("stMain")

    @property
    def chosen(self) -> str:
        """The option of the question that is chosen, empty if none is."""
        options = self.main.locator("label:has(input[type=radio]:checked)")
        return options.first.inner_text().split("\n")[0] if options.count() else ""

    def shows(self, text: str) -> None:
        expect(self.main.get_by_text(text, exact=False).first).to_be_visible(timeout=15_000)

    def lacks(self, text: str) -> None:
        expect(self.main.get_by_text(text, exact=False)).to_have_count(0)


NewBrowser = Callable[..., Tab]


def make_project(tab: Tab) -> None:
    """Make a project with an assessment, in Dutch."""
    tab.open("/?lang=nl")
    tab.press("Nieuw project")
    tab.write("Naam van het project", PROJECT)
    tab.press("Maak het project")
    tab.shows(PROJECT)


def name_contact(tab: Tab, label: str = "Een functie met een telefoonnummer of een adres") -> None:
    """Name whom people can turn to, without which nobody is invited."""
    tab.write(label, "de coördinator, 010 123 45 67")


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong on a page, by rule and place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    rules = page.evaluate("how => axe.run(how).then(found => found.violations)", EVERY_RULE)
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]}"
        for rule in rules
        for node in rule["nodes"]
    ]


def option(page: Page, number: int) -> Locator:
    return page.locator("label.option").nth(number)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def state(page: Page) -> Locator:
    return page.locator("#state")


def begin(context: BrowserContext, address: str) -> Page:
    """Begin with a personal or an open link and go to the first question."""
    page = context.new_page()
    page.goto(address)
    press(page, "Start")
    page.get_by_role("link", name="Naar de eerste vraag").click()
    page.wait_for_url("**/q/*")
    return page


def own_address(page: Page) -> str:
    """Return the address of the respondent whose question is open."""
    return page.url.partition("/q/")[0]


def answer_all(page: Page, levels: list[int]) -> None:
    """Answer every question and finish."""
    for level in levels:
        option(page, level).click()
        press(page, "Volgende")
    press(page, "Ik ben klaar")
    expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
