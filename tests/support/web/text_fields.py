"""Every field of the screens in which somebody types: where it is, and what reached the database."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Locator, Page

from tests.support.web.browser import Tab
from tests.support.web.server import Server

# every text, number and date field of a page, with the name under which it is saved, if it has one
FIND = """() => {
  const lines = [...document.querySelectorAll('.ms-save')].map(line => JSON.parse(line.dataset.line));
  const kinds = {stTextArea: 'text', stTextInput: 'text', stNumberInput: 'number', stDateInput: 'date'};
  return Object.entries(kinds).flatMap(([kind, short]) =>
    [...document.querySelectorAll('.' + kind)].map(box => {
      const key = [...box.closest('.stElementContainer').classList]
        .find(name => name.startsWith('st-key-'))?.slice('st-key-'.length) ?? '';
      const line = lines.find(one => one.fields.some(([, place]) => place === key));
      const named = line?.fields.find(([, place]) => place === key);
      const largest = Number(box.querySelector('input[type=number]')?.max ?? 0);
      return {kind: short, key, name: named ? named[0] : '', form: line ? line.form : '', largest};
    }));
}"""


@dataclass(frozen=True)
class TextField:
    """A field in which somebody types."""

    address: str
    kind: str
    key: str
    name: str  # under which it is saved; empty if it is not
    form: str  # whose button saves it; empty if it is saved while somebody types
    largest: int  # number that fits

    def box(self, page: Page) -> Locator:
        return page.locator(f".st-key-{self.key}")

    def open(self, page: Page) -> None:
        """Open the part that the field stands in, when it opens on demand."""
        self.box(page).wait_for(state="attached")
        folded = page.locator("details", has=self.box(page))
        is_inert = self.box(page).evaluate("one => one.closest('[inert]') !== null")
        if folded.count() and (is_inert or not self.box(page).is_visible()):
            folded.locator("summary").first.click()
            self.box(page).wait_for(state="visible")
            page.wait_for_timeout(300)

    def type(self, page: Page, text: str) -> None:
        """Type over what stands there, and stay in the field."""
        if self.kind == "date":
            self.box(page).locator("[role=spinbutton]").first.click()
            page.keyboard.type(f"{date.fromisoformat(text):%d%m%Y}")
            return
        typed = self.box(page).locator("input, textarea").first
        typed.click()
        page.keyboard.press("Control+A")
        page.keyboard.type(text)

    def shown(self, page: Page) -> str:
        """Return what stands in the field, a date as in the database."""
        if self.kind != "date":
            return self.box(page).locator("input, textarea").first.input_value()
        parts = {
            str(part.get_attribute("data-type")): part.inner_text().strip()
            for part in self.box(page).locator("[role=spinbutton]").all()
        }
        return "-".join(parts[name] for name in ("year", "month", "day"))

    def example(self, number: int) -> str:
        """Return something to type that stands nowhere else."""
        if self.kind == "date":
            return date(2031 + number // 300, number // 28 % 12 + 1, number % 28 + 1).isoformat()
        if self.kind == "number":
            return str((2000 if self.largest > 2000 else 100) + number % 30)
        return f"getypt {number} é"


def text_fields(tab: Tab, addresses: list[str]) -> list[TextField]:
    """Return every field in which somebody types on these pages."""
    found = []
    for address in addresses:
        tab.go(address)
        found += [TextField(address, **field) for field in tab.page.evaluate(FIND)]
    return found


def stored(server: Server, text: str) -> bool:
    """Return whether a text stands anywhere in the database."""
    with closing(sqlite3.connect(server.database)) as connection:
        return any(text in line for line in connection.iterdump())


def drafts(page: Page) -> list[str]:
    """Return the texts that are kept on the device."""
    kept = page.evaluate("Object.entries(localStorage)")
    return [json.loads(value)["text"] for name, value in kept if name.startswith("mentorspiegel:")]
