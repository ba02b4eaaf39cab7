"""Pages of a session as people without JavaScript use them: forms with fields and buttons, links, texts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
from starlette.applications import Starlette

from assessment.services.context import Workspace
from settings import Settings
from tests.support.web.phone import FORM, Browser
from web.session.routes import session_routes

OURS = "http://us.example"
BLOCKS = (
    "p",
    "td",
    "th",
    "tr",
    "li",
    "dd",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "div",
    "button",
    "summary",
)
VOID = ("meta", "link", "br", "input", "rect", "path", "svg")


@dataclass
class PageForm:
    """A form with what it would send, its buttons by their words, and what one can choose."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, dict[str, str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)


class SessionPage(HTMLParser):
    """What stands on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.links: dict[str, str] = {}
        self.text = self.heading = ""
        self.language = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self._words = self._area = self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.text += " " if tag in BLOCKS else ""
        takes = {"form": self._form, "input": self._take, "option": self._option}
        if tag in takes:
            takes[tag](given)
        elif tag in ("button", "a"):
            self._words = ""
        elif tag in ("textarea", "select"):
            self._area, self._select = (
                ("", given["name"]) if tag == "select" else (given["name"], "")
            )
            self.forms[-1].fields[given["name"]] = ""
        self.language = given["lang"] if tag == "html" else self.language
        if tag not in VOID:
            self._open.append((tag, given))

    def _form(self, given: dict[str, str]) -> None:
        self.forms.append(PageForm(given["action"]))

    def _option(self, given: dict[str, str]) -> None:
        self.forms[-1].options.setdefault(self._select, []).append(given["value"])
        if "selected" in given:
            self.forms[-1].fields[self._select] = given["value"]

    def _take(self, given: dict[str, str]) -> None:
        form = self.forms[-1]
        if given["type"] == "radio":
            form.options.setdefault(given["name"], []).append(given["value"])
        if given["type"] != "radio" or "checked" in given:
            form.fields[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        opened, given = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        if tag == "textarea":
            self._area = ""
        elif tag == "button" and "name" in given:
            self.forms[-1].buttons[self._words.strip()] = {given["name"]: given["value"]}
        elif tag == "button":
            self.forms[-1].buttons[self._words.strip()] = {}
        elif tag == "a":
            self.links[self._words.strip()] = given["href"]

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if self._area:
            self.forms[-1].fields[self._area] += data
        elif not {"title", "script", "style"}.intersection(tags):
            self.text += data
            self._words += data
        if "h1" in tags:
            self.heading += data


@dataclass
class Visitor:
    """One browser without JavaScript on the pages of a session."""

    client: Browser
    address: str = ""
    response: httpx.Response = field(default_factory=lambda: httpx.Response(200))

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def page(self) -> SessionPage:
        return SessionPage(self.response.text)

    def shows(self, text: str) -> bool:
        return " ".join(text.split()) in " ".join(self.page.text.split())

    def opens(self, address: str, **headers: str) -> "Visitor":
        return self._took(self.client.request("GET", address, headers=headers))

    def sends(self, address: str, **fields: str) -> "Visitor":
        return self._took(self.client.request("POST", address, data=fields, headers=FORM))

    def form_of(self, button: str) -> PageForm:
        """Return the form with this button."""
        forms = self.page.forms
        found = [form for form in forms if button in form.buttons]
        names = [name for form in forms for name in form.buttons]
        assert found, f"no button {button!r} among {names}"
        return found[0]

    def presses(self, button: str, **changes: str) -> "Visitor":
        """Fill in the form of a button and press it."""
        form = self.form_of(button)
        return self.sends(form.action, **{**form.fields, **form.buttons[button], **changes})

    def follows(self, link: str) -> "Visitor":
        return self.opens(self.page.links[link])

    def state(self, address: str = "", **headers: str) -> httpx.Response:
        """Ask what the script of the page asks."""
        return self.client.request("GET", f"{address or self.address}/state", headers=headers)

    def _took(self, response: httpx.Response) -> "Visitor":
        self.response, self.address = response, response.url.path
        return self


NewVisitor = Callable[..., Visitor]


@contextmanager
def visitors(workspace: Callable[[], Workspace]) -> Iterator[NewVisitor]:
    """Make visitors of one process; another name is another process."""
    opened: list[Browser] = []
    apps: dict[str, Starlette] = {}
    settings = Settings(public_url=OURS)

    def make(language: str = "nl", process: str = "one") -> Visitor:
        if process not in apps:
            apps[process] = Starlette(routes=session_routes(workspace, lambda: settings))
        headers = {"Sec-Fetch-Site": "same-origin", "Accept-Language": language}
        opened.append(Browser(apps[process], OURS, headers))
        return Visitor(opened[-1])

    yield make
    for client in opened:
        client.close()
