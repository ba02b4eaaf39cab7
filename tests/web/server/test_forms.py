"""The door: who may write, how much, in which form, and what every answer carries."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest

from web.participant.request import Reply, Visit
from web.server.forms import MAX_BODY, SAFE_HEADERS, Door

SAME = {"Sec-Fetch-Site": "same-origin"}


class Pages:
    """Notes who came in."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []

    def answer(self, visit: Visit) -> Reply:
        self.visits.append(visit)
        return Reply(body=b"let in")

    def refuse(self, status: int, _visit: Visit) -> Reply:
        return Reply(status, b"refused")


@pytest.fixture
def pages() -> Pages:
    return Pages()


def ask(
    pages: Pages,
    method: str = "POST",
    *,
    headers: Mapping[str, str] = SAME,
    body: bytes = b"a=1",
    path: str = "/a/token/q/MC-01",
) -> httpx.Response:
    """Send one request to the door."""
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=Door(pages.answer, pages.refuse))
        async with httpx.AsyncClient(transport=transport, base_url="http://us.example") as client:
            content = body if method == "POST" else None
            return await client.request(method, path, content=content, headers={**kind, **headers})

    return asyncio.run(send())


def test_a_visit_brings_its_path_and_its_fields(pages: Pages) -> None:
    headers = {**SAME, "Accept": "application/json", "Cookie": "ms_1=x", "Accept-Language": "nl"}

    response = ask(pages, headers=headers, body=b"choice=3&comment=%C3%A9%0D%0Aja+")

    (visit,) = pages.visits
    assert response.status_code == 200
    assert visit == Visit(
        method="POST",
        path=("token", "q", "MC-01"),
        form={"choice": "3", "comment": "é\nja "},
        cookies={"ms_1": "x"},
        languages="nl",
        wants_json=True,
    )


@pytest.mark.parametrize(
    "headers",
    [
        SAME,
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Origin": "http://us.example"},
        {"Referer": "http://us.example/a/token"},
        {"Origin": "null"},
        {},
    ],
    ids=str,
)
def test_our_own_pages_may_write(pages: Pages, headers: dict[str, str]) -> None:
    assert ask(pages, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://us.example"},
        {"Origin": "http://them.example"},
        {"Origin": "http://us.example.them.example"},
        {"Origin": "http://us.example:81"},
        {"Origin": "http://[broken"},
        {"Referer": "http://them.example/"},
        {"Origin": "null", "Referer": "http://them.example/"},
    ],
    ids=str,
)
def test_pages_of_others_may_not(pages: Pages, headers: dict[str, str]) -> None:
    assert ask(pages, headers=headers).status_code == 403
    assert pages.visits == []


@pytest.mark.parametrize(
    "kind", ["", "application/json", "multipart/form-data; boundary=x", "text/plain"]
)
def test_only_forms_are_read(pages: Pages, kind: str) -> None:
    assert ask(pages, headers={**SAME, "Content-Type": kind}).status_code == 415
    assert pages.visits == []


def test_a_form_may_name_its_characters(pages: Pages) -> None:
    kind = "application/x-www-form-urlencoded; charset=UTF-8"

    assert ask(pages, headers={**SAME, "Content-Type": kind}).status_code == 200


@pytest.mark.parametrize(
    "body",
    [b"\xff=1", b"a=%ff%fe", "&".join(f"f{n}=1" for n in range(31)).encode()],
    ids=["no ascii", "no utf-8", "many fields"],
)
def test_what_no_browser_sends_is_refused(pages: Pages, body: bytes) -> None:
    assert ask(pages, body=body).status_code == 400


def test_too_much_is_refused_before_it_is_read(pages: Pages) -> None:
    assert ask(pages, body=b"a=" + b"x" * MAX_BODY).status_code == 413
    assert ask(pages, body=b"a=" + b"x" * (MAX_BODY - 2)).status_code == 200


@pytest.mark.parametrize("told", ["-1", "many", "99999999999999999999"])
def test_a_strange_length_is_refused(pages: Pages, told: str) -> None:
    assert ask(pages, headers={**SAME, "Content-Length": told}).status_code == 413


def test_more_than_was_told_is_refused() -> None:
    pages = Pages()
    parts = [
        {"type": "http.request", "body": b"a=" + b"x" * 20_000, "more_body": True},
        {"type": "http.request", "body": b"x" * 20_000, "more_body": True},
    ]

    assert raw(pages, parts)[0]["status"] == 413


def test_nobody_is_answered_who_has_left() -> None:
    pages = Pages()

    assert raw(pages, [{"type": "http.disconnect"}]) == []
    assert pages.visits == []


def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.server.forms.BODY_WITHIN", 0)

    assert raw(Pages(), [])[0]["status"] == 408


def raw(pages: Pages, messages: list[dict[str, object]]) -> list[dict[str, object]]:
    """Send a request in parts and return what comes back."""
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        if messages:
            return messages.pop(0)
        await asyncio.sleep(60)
        raise AssertionError("nobody waits that long")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/a/token",
        "query_string": b"",
        "headers": [
            (b"content-type", b"application/x-www-form-urlencoded"),
            (b"sec-fetch-site", b"same-origin"),
        ],
    }
    asyncio.run(Door(pages.answer, pages.refuse)(scope, receive, send))  # type: ignore[arg-type]
    return sent


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(pages: Pages, method: str) -> None:
    response = ask(pages, method)

    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"
    assert pages.visits == []


def test_a_look_at_the_head_only_reads(pages: Pages) -> None:
    response = ask(pages, "HEAD")

    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-length"] == str(len(b"let in"))
    assert pages.visits[0].method == "GET"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_every_answer_carries_the_safe_headers(pages: Pages, method: str) -> None:
    headers = ask(pages, method).headers

    assert {name: headers[name] for name, _ in SAFE_HEADERS} == dict(SAFE_HEADERS)
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "unsafe" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_a_failure_of_ours_is_a_page_of_ours() -> None:
    class Broken(Pages):
        def answer(self, visit: Visit) -> Reply:
            raise RuntimeError(str(visit))

    response = ask(Broken())

    assert (response.status_code, response.text) == (500, "refused")
    assert response.headers["cache-control"] == "no-store"
