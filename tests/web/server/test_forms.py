"""What a form may be: from whom, how much, in which form."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from web.server.forms import MAX_BODY, read_form

SAME = {"Sec-Fetch-Site": "same-origin"}
KIND = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Page:
    """A page that notes the forms it got."""

    forms: list[Mapping[str, str]] = field(default_factory=list)

    async def respond(self, request: Request) -> Response:
        self.forms.append(await read_form(request))
        return PlainTextResponse("let in")


@pytest.fixture
def page() -> Page:
    return Page()


def ask(
    page: Page, method: str = "POST", *, headers: Mapping[str, str] = SAME, body: bytes = b"a=1"
) -> httpx.Response:
    """Send one request to the page."""
    app = Starlette(routes=[Route("/a/token", page.respond, methods=[])])

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://us.example") as client:
            kind, content = (KIND, body) if method == "POST" else ({}, None)
            return await client.request(
                method, "/a/token", content=content, headers={**kind, **headers}
            )

    return asyncio.run(send())


def test_a_form_brings_its_fields(page: Page) -> None:
    assert ask(page, body=b"choice=3&comment=%C3%A9%0D%0Aja+&empty=").status_code == 200

    assert page.forms == [{"choice": "3", "comment": "é\nja ", "empty": ""}]


@pytest.mark.parametrize(
    "headers", [SAME, {"Origin": "http://us.example"}, {"Origin": "null"}, {}], ids=str
)
def test_our_own_pages_may_write(page: Page, headers: dict[str, str]) -> None:
    assert ask(page, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://them.example"}],
    ids=str,
)
def test_pages_of_others_may_not(page: Page, headers: dict[str, str]) -> None:
    assert ask(page, headers=headers).status_code == 403
    assert page.forms == []


@pytest.mark.parametrize(
    "kind", ["", "application/json", "multipart/form-data; boundary=x", "text/plain"]
)
def test_only_forms_are_read(page: Page, kind: str) -> None:
    assert ask(page, headers={**SAME, "Content-Type": kind}).status_code == 415
    assert page.forms == []


def test_a_form_may_name_its_characters(page: Page) -> None:
    kind = "application/x-www-form-urlencoded; charset=UTF-8"

    assert ask(page, headers={**SAME, "Content-Type": kind}).status_code == 200


@pytest.mark.parametrize(
    "body",
    [b"\xff=1", b"a=%ff%fe", "&".join(f"f{n}=1" for n in range(31)).encode()],
    ids=["no ascii", "no utf-8", "many fields"],
)
def test_what_no_browser_sends_is_refused(page: Page, body: bytes) -> None:
    assert ask(page, body=body).status_code == 400
    assert page.forms == []


def test_too_much_is_refused_before_it_is_read(page: Page) -> None:
    assert ask(page, body=b"a=" + b"x" * MAX_BODY).status_code == 413
    assert ask(page, body=b"a=" + b"x" * (MAX_BODY - 2)).status_code == 200


@pytest.mark.parametrize("length", ["-1", "many", "99999999999999999999", "²", "9" * 5000])
def test_a_strange_length_is_refused(page: Page, length: str) -> None:
    headers = {**SAME, "Content-Length": length.encode("latin-1")}

    assert ask(page, headers=headers).status_code == 413  # type: ignore[arg-type]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(page: Page, method: str) -> None:
    response = ask(page, method)

    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"
    assert page.forms == []


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_request_that_reads_brings_no_form(page: Page, method: str) -> None:
    assert ask(page, method, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
    assert page.forms == [{}]


def test_the_first_thing_that_is_wrong_is_told(page: Page) -> None:
    elsewhere, huge = {"Sec-Fetch-Site": "cross-site"}, {"Content-Length": "99999999"}
    json = {"Content-Type": "application/json"}

    assert ask(page, "PUT", headers={**elsewhere, **json, **huge}).status_code == 405
    assert ask(page, headers={**elsewhere, **json, **huge}).status_code == 403
    assert ask(page, headers={**SAME, **json, **huge}).status_code == 415
    assert ask(page, headers={**SAME, **huge}, body=b"\xff").status_code == 413


def test_more_than_was_told_is_refused(page: Page) -> None:
    parts = [
        {"type": "http.request", "body": b"a=" + b"x" * 20_000, "more_body": True},
        {"type": "http.request", "body": b"x" * 20_000, "more_body": True},
    ]

    assert raw(page, parts) == 413


def test_parts_are_put_together(page: Page) -> None:
    parts = [
        {"type": "http.request", "body": b"a=%C3", "more_body": True},
        {"type": "http.request", "body": b"%A9", "more_body": False},
    ]

    assert raw(page, parts) == 200
    assert page.forms == [{"a": "é"}]


def test_nobody_is_answered_who_has_left(page: Page) -> None:
    with pytest.raises(ClientDisconnect):
        raw(page, [{"type": "http.disconnect"}])

    assert page.forms == []


def test_a_body_that_does_not_come_is_not_waited_for(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.server.forms.BODY_WITHIN", 0)

    assert raw(page, []) == 408


def test_a_body_that_comes_in_drops_is_not_waited_for(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.server.forms.BODY_WITHIN", 0.1)
    drops = [{"type": "http.request", "body": b"a", "more_body": True} for _ in range(1000)]

    assert raw(page, drops, pause=0.01) == 408


def raw(page: Page, messages: list[dict[str, object]], pause: float = 0) -> object:
    """Send a request in parts and return the status."""
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        await asyncio.sleep(pause)
        if messages:
            return messages.pop(0)
        await asyncio.sleep(60)
        raise AssertionError("nobody waits that long")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    headers = [(name.lower().encode(), value.encode()) for name, value in {**KIND, **SAME}.items()]
    scope = {"type": "http", "method": "POST", "path": "/a/token", "headers": headers}
    app = Starlette(routes=[Route("/a/token", page.respond, methods=[])])
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return sent[0]["status"]
