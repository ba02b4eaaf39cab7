"""A person's phone: opens pages, fills in the form that it sees, sends it."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, TypeVar

import httpx
from starlette.types import ASGIApp

Result = TypeVar("Result")
JSON = {"Accept": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class PageContent(HTMLParser):
    """What a page shows, as a person without JavaScript sees it."""

    text: str = ""
    heading: str = ""
    language: str = ""
    fields: dict[str, str] = field(default_factory=dict)  # what a form would send
    options: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _area: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: str(value) for name, value in attrs}
        if "template" in self._open:
            pass  # only a script shows what is in it
        elif tag == "input":
            self._take_input(given)
        elif tag == "textarea":
            self.fields[given["name"]], self._area = "", given["name"]
        elif tag == "a":
            self.links.append(given["href"])
        elif tag == "form" and "action" in given:
            self.actions.append(given["action"])
        elif tag == "html":
            self.language = given["lang"]
        if tag not in ("meta", "link", "br", "input"):
            self._open.append(tag)

    def _take_input(self, given: dict[str, str]) -> None:
        if given["type"] == "radio":
            self.options.append(given["value"])
        if given["type"] == "hidden" or "checked" in given:
            self.fields[given["name"]] = given["value"]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if "template" in self._open:
            return
        if self._area:
            # the first line break after <textarea> belongs to the markup
            started = bool(self.fields[self._area])
            self.fields[self._area] += data if started else data.removeprefix("\n")
        elif "title" not in self._open and "script" not in self._open:
            self.text += data
        if "h1" in self._open:
            self.heading += data


class Browser:
    """Speaks to an app in this process; keeps cookies and follows redirects."""

    def __init__(self, app: ASGIApp, address: str, headers: dict[str, str]) -> None:
        self.app = app
        self._loop = asyncio.Runner()
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app),
            base_url=address,
            headers=headers,
            follow_redirects=True,
        )

    @property
    def cookies(self) -> httpx.Cookies:
        return self._client.cookies

    def stays(self) -> None:
        """Follow no redirects from now on."""
        self._client.follow_redirects = False

    def request(self, method: str, address: str, **given: Any) -> httpx.Response:
        return self._loop.run(self._client.request(method, address, **given))

    async def later(self, method: str, address: str, **given: Any) -> httpx.Response:
        """Ask inside of what `runs` runs, so that several ask at once."""
        return await self._client.request(method, address, **given)

    def runs(self, several: Coroutine[Any, Any, Result]) -> Result:
        """Run something that asks `later`."""
        return self._loop.run(several)

    def close(self) -> None:
        self._loop.run(self._client.aclose())
        self._loop.close()


@dataclass
class Phone:
    """One browser without JavaScript."""

    client: Browser
    address: str = ""  # of the page that is open
    response: httpx.Response = field(default_factory=lambda: httpx.Response(200))

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def page(self) -> PageContent:
        content = PageContent()
        content.feed(self.response.text)
        return content

    def opens(self, address: str) -> "Phone":
        return self._shows(self.client.request("GET", address))

    def sends(self, address: str, /, **fields: str) -> "Phone":
        """Post fields, as a form on one of our pages would, and follow where it leads."""
        return self._shows(self.client.request("POST", address, data=fields, headers=FORM))

    def answers(self, go: str = "next", **changes: str) -> "Phone":
        """Fill in the question that is open and press a button."""
        page = self.page
        (action,) = [a for a in page.actions if "/q/" in a]
        return self.sends(action, **{**page.fields, **changes, "go": go})

    def _shows(self, response: httpx.Response) -> "Phone":
        self.response, self.address = response, response.url.path
        return self


class ScriptPhone(Phone):
    """One browser with the script of the page: it saves several answers at once, and shows what comes next."""

    def answers(self, go: str = "next", **changes: str) -> "Phone":
        """Save the question that is open as the script does, and show the page that comes then."""
        page = self.page
        (action,) = [a for a in page.actions if "/q/" in a]
        address, _, criterion = action.partition("/q/")
        fields = {**page.fields, **changes}
        saved = self.saves(address, {**fields, "criterion": criterion})
        told = saved.json().get("answers", [{}])[0]
        if told.get("result") != "saved":
            return self.sends(action, **fields, go=go)  # the server has something to say
        ending = f"?saved={criterion}" if told["version"] else ""
        return self.opens(f"{address}/{self._page_after(address, criterion, go)}{ending}")

    def saves(self, address: str, *answers: dict[str, str]) -> httpx.Response:
        """Post answers together."""
        fields = {f"{n}-{k}": v for n, one in enumerate(answers, 1) for k, v in one.items()}
        return self.client.request(
            "POST", f"{address}/answers", data=fields, headers={**FORM, **JSON}
        )

    def _page_after(self, address: str, criterion: str, go: str) -> str:
        asked = self.client.request("GET", f"{address}/questions", headers=JSON).json()
        pages = ["about", *(f"q/{one['id']}" for one in asked["questions"]), "review"]
        here = pages.index(f"q/{criterion}")
        return {"next": pages[here + 1], "back": pages[here - 1]}.get(go, go)


def an_answer(criterion: str, choice: str, **more: str) -> dict[str, str]:
    """Return the fields of a first answer."""
    return {"criterion": criterion, "choice": choice, "version": "0", **more}


def told(response: httpx.Response) -> list[dict[str, object]]:
    """Return what became of each answer of a post."""
    assert response.status_code == 200, response.text
    answers: list[dict[str, object]] = response.json()["answers"]
    return answers
