"""A person at a browser: sees the page as people do, by labels and texts."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

STILL = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState !== 'running'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid=stSkeleton]')
    && document.querySelector('h1');
}"""


@dataclass
class Person:
    """One browser tab."""

    page: Page
    address: str

    def opens(self, path: str = "/") -> None:
        self.page.goto(f"{self.address}{path}")
        self.waits()

    def reloads(self) -> None:
        self.page.reload()
        self.waits()

    def waits(self) -> None:
        """Wait until the page stands still."""
        self.page.wait_for_timeout(200)
        self.page.wait_for_function(STILL, timeout=30_000)
        self.page.wait_for_timeout(100)

    def presses(self, name: str) -> None:
        self.page.get_by_role(
            "button", name=re.compile(rf"{re.escape(name)}\s*(Shortcut.*)?$")
        ).first.click()
        self.waits()

    def follows(self, name: str) -> None:
        self.main.get_by_role("link", name=name, exact=False).first.click()
        self.waits()

    def unfolds(self, name: str) -> None:
        self.main.locator("summary").filter(has_text=name).first.click()
        self.page.wait_for_timeout(500)
        self.waits()

    def picks(self, label: str, option: str) -> None:
        field = self.page.get_by_label(label).first
        field.scroll_into_view_if_needed()
        self.page.wait_for_timeout(500)  # a list that is open closes when the page scrolls
        field.click()
        self.page.get_by_role("option", name=option).click()
        self.waits()

    def chooses(self, option: str) -> None:
        self.main.get_by_text(option, exact=False).first.click()
        self.waits()

    def writes(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label)
        field.fill(text)
        field.blur()
        self.waits()

    def speaks(self, language: str) -> None:
        self.page.get_by_test_id("stSidebar").get_by_text(language).click()
        self.waits()

    def waits_for_the_server(self) -> None:
        """Wait until the page has found its server again and stands still."""
        self.page.wait_for_timeout(3000)
        self.waits()

    @property
    def main(self) -> Locator:
        return self.page.get_by_test_id("stMain")

    @property
    def chosen(self) -> str:
        """The option of the question that is chosen, empty if none is."""
        found = self.main.locator("label:has(input[type=radio]:checked)")
        return found.first.inner_text().split("\n")[0] if found.count() else ""

    def sees(self, text: str) -> None:
        expect(self.main.get_by_text(text, exact=False).first).to_be_visible(timeout=15_000)

    def does_not_see(self, text: str) -> None:
        expect(self.main.get_by_text(text, exact=False)).to_have_count(0)
